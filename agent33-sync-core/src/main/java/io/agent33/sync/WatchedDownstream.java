package io.agent33.sync;

import io.agent33.sync.Witness.Asked;
import io.agent33.sync.api.event.SyncEvent;
import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.BlobStore;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.BranchUpdate;
import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.CommitDraft;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.repository.Traffic;
import io.agent33.sync.api.repository.TreeEdit;
import java.util.List;
import java.util.Optional;
import javax.annotation.Nullable;

/** A downstream, and whoever watches is told when it was read and written. */
final class WatchedDownstream implements DownstreamRepository {
    private final DownstreamRepository downstream;
    private final Watch watch;
    /** Reading began: which base it is about is known, its files are not here yet. */
    private @Nullable BranchTip asked;

    private Watch.Lap reading;

    WatchedDownstream(DownstreamRepository downstream, Watch watch) {
        this.downstream = downstream;
        this.watch = watch;
        this.reading = watch.lap();
    }

    @Override
    public BranchTip base(Optional<String> branch) {
        reading = watch.lap(this::traffic);
        BranchTip base = downstream.base(branch);
        asked = base;
        watch.heard(() -> Questions.base(this, branch), () -> Questions.tips(List.of(base)));
        // Asked or not, it belongs to what the run was about.
        watch.heard(this::whereItLies, () -> Questions.location(downstream.location()));
        return base;
    }

    @Override
    public FileTree tree(ObjectId commit) {
        FileTree tree = downstream.tree(commit);
        BranchTip base = asked;
        if (base != null && base.commit().equals(commit)) {
            asked = null;
            watch.tell(new SyncEvent.DownstreamRead(id(), base, reading.took(), reading.traffic()));
        }
        return tree;
    }

    @Override
    public BranchUpdate push(CommitDraft draft) {
        watch.lost();
        Watch.Lap lap = watch.lap(this::traffic);
        BranchUpdate update = downstream.push(draft);
        watch.tell(new SyncEvent.BranchPushed(id(), draft.branch(), update, lap.took(), lap.traffic()));
        return update;
    }

    @Override
    public BranchUpdate delete(String branch, ObjectId expected) {
        watch.lost();
        Watch.Lap lap = watch.lap(this::traffic);
        BranchUpdate update = downstream.delete(branch, expected);
        watch.tell(new SyncEvent.BranchDeleted(id(), branch, update, lap.took(), lap.traffic()));
        return update;
    }

    @Override
    public RepositoryId id() {
        return downstream.id();
    }

    @Override
    public Optional<String> location() {
        Optional<String> location = downstream.location();
        watch.heard(this::whereItLies, () -> Questions.location(location));
        return location;
    }

    private Witness.Question whereItLies() {
        return Questions.downstream(this, Asked.LOCATION, "");
    }

    @Override
    public List<BranchTip> branches(String prefix) {
        List<BranchTip> tips = downstream.branches(prefix);
        watch.heard(() -> Questions.downstream(this, Asked.BRANCHES, prefix), () -> Questions.tips(tips));
        return tips;
    }

    @Override
    public Commit commit(ObjectId id) {
        return downstream.commit(id);
    }

    @Override
    public boolean isAncestor(ObjectId ancestor, ObjectId descendant) {
        return downstream.isAncestor(ancestor, descendant);
    }

    @Override
    public Optional<Commit> lastChange(ObjectId from, String path) {
        return downstream.lastChange(from, path);
    }

    @Override
    public BlobStore blobs() {
        return downstream.blobs();
    }

    @Override
    public ObjectId buildTree(ObjectId base, List<TreeEdit> edits, BlobSource contents) {
        return downstream.buildTree(base, edits, contents);
    }

    @Override
    public Traffic traffic() {
        return downstream.traffic();
    }

    @Override
    public void close() {
        downstream.close();
    }

    @Override
    public String toString() {
        return downstream.toString();
    }
}
