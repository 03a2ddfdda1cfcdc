package io.agent33.sync;

import io.agent33.sync.Witness.Asked;
import io.agent33.sync.api.event.SyncEvent;
import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.repository.Revision;
import io.agent33.sync.api.repository.Traffic;
import io.agent33.sync.api.repository.UpstreamRefs;
import io.agent33.sync.api.repository.UpstreamRepository;
import java.net.URI;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;

/** The upstream, and whoever watches is told when it was read. */
final class WatchedUpstream implements UpstreamRepository {
    private final UpstreamRepository upstream;
    private final Watch watch;

    WatchedUpstream(UpstreamRepository upstream, Watch watch) {
        this.upstream = upstream;
        this.watch = watch;
    }

    @Override
    public UpstreamRefs refs() {
        Watch.Lap lap = watch.lap(this::traffic);
        UpstreamRefs refs = upstream.refs();
        watch.heard(() -> Questions.upstream(Asked.REFS, ""), () -> Questions.answer(refs));
        watch.tell(new SyncEvent.UpstreamRead(upstream.id(), refs.head(), lap.took(), lap.traffic()));
        return refs;
    }

    @Override
    public boolean isAt(UpstreamRefs refs) {
        return upstream.isAt(refs);
    }

    @Override
    public RepositoryId id() {
        return upstream.id();
    }

    @Override
    public Optional<String> location() {
        Optional<String> location = upstream.location();
        watch.heard(() -> Questions.upstream(Asked.LOCATION, ""), () -> Questions.location(location));
        return location;
    }

    @Override
    public Optional<Revision> resolve(String reference) {
        Optional<Revision> found = upstream.resolve(reference);
        watch.heard(() -> Questions.upstream(Asked.RESOLVE, reference), () -> Questions.revision(found));
        return found;
    }

    @Override
    public Commit commit(ObjectId id) {
        return upstream.commit(id);
    }

    @Override
    public FileTree tree(ObjectId commit) {
        return upstream.tree(commit);
    }

    @Override
    public BlobSource blobs() {
        return upstream.blobs();
    }

    @Override
    public void history(ObjectId from, Collection<ObjectId> without, Predicate<Commit> visitor) {
        upstream.history(from, without, visitor);
    }

    @Override
    public boolean isAncestor(ObjectId ancestor, ObjectId descendant) {
        return upstream.isAncestor(ancestor, descendant);
    }

    @Override
    public Optional<URI> webAddress(String name, String path) {
        Optional<URI> address = upstream.webAddress(name, path);
        watch.heard(() -> Questions.webAddress(name, path), () -> Questions.address(address));
        return address;
    }

    @Override
    public Traffic traffic() {
        return upstream.traffic();
    }

    @Override
    public void close() {
        upstream.close();
    }

    @Override
    public String toString() {
        return upstream.toString();
    }
}
