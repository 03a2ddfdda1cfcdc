package io.agent33.sync.core.git;

import io.agent33.sync.api.error.RepositoryException.Reason;
import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.BlobStore;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.BranchUpdate;
import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.CommitDraft;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.repository.Traffic;
import io.agent33.sync.api.repository.TreeEdit;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;

/** One downstream for one run. */
final class GitDownstream implements DownstreamRepository {
    private final RepositoryId id;
    private final Failures failures;
    private final Address address;
    private final Access access;
    private final GitCache cache;
    private final Optional<GitSigning> signing;
    private final Tally tally = new Tally();
    private Optional<DownstreamMirror> open = Optional.empty();
    private boolean closed;

    GitDownstream(RepositoryId id, Address address, Access access, GitCache cache, Optional<GitSigning> signing) {
        this.id = id;
        this.failures = Failures.of(id.value(), address);
        this.address = address;
        this.access = access;
        this.cache = cache;
        this.signing = signing;
    }

    @Override
    public RepositoryId id() {
        return id;
    }

    @Override
    public Optional<String> location() {
        return Optional.of(address.place());
    }

    @Override
    public BranchTip base(Optional<String> branch) {
        return glanced(now -> branch.or(now::head)
                        .flatMap(name -> Optional.ofNullable(now.branches().get(name))
                                .map(tip -> new BranchTip(name, Ids.of(tip)))))
                .orElseGet(() -> lookedAt(branch));
    }

    private BranchTip lookedAt(Optional<String> branch) {
        return asked("read its base branch", mirror -> {
            Advertisement now = mirror.looks().base();
            String name = branch.or(now::head).orElseThrow(() -> withoutHead(now));
            org.eclipse.jgit.lib.ObjectId tip = now.branches().get(name);
            if (tip == null) {
                throw withoutBranch(name, now);
            }
            mirror.looks().tell(tip);
            return new BranchTip(name, Ids.of(tip));
        });
    }

    private RuntimeException withoutHead(Advertisement now) {
        return now.branches().isEmpty()
                ? empty()
                : failures.failure(
                        Reason.NO_SUCH_REVISION,
                        "has no commit on its default branch; name another base branch in the rule, it has "
                                + now.branches().keySet());
    }

    private RuntimeException withoutBranch(String name, Advertisement now) {
        String head = now.head()
                .map(branch -> "; its default branch is \"" + branch + "\"")
                .orElse("");
        return now.branches().isEmpty()
                ? empty()
                : failures.failure(
                        Reason.NO_SUCH_REVISION,
                        "has no branch \"" + Texts.oneLine(name) + "\"" + head
                                + "; correct the rule, or push the branch");
    }

    private RuntimeException empty() {
        return failures.failure(Reason.EMPTY, "has no commit yet; push one before it can receive files");
    }

    @Override
    public List<BranchTip> branches(String prefix) {
        return glanced(now -> Optional.of(tips(now, prefix)))
                .orElseGet(() -> asked("read its branches", mirror -> {
                    List<BranchTip> tips = tips(mirror.looks().branches(), prefix);
                    tips.forEach(tip -> mirror.looks().tell(Ids.in(tip.commit())));
                    return tips;
                }));
    }

    private static List<BranchTip> tips(Advertisement now, String prefix) {
        List<BranchTip> tips = new ArrayList<>();
        now.branches().forEach((name, tip) -> {
            if (name.startsWith(prefix)) {
                tips.add(new BranchTip(name, Ids.of(tip)));
            }
        });
        return List.copyOf(tips);
    }

    /** Before anything is opened; whatever has no answer then is asked again of the repository itself. */
    private <T> Optional<T> glanced(Function<Advertisement, Optional<T>> answer) {
        return open.isPresent() || closed
                ? Optional.empty()
                : DownstreamMirror.glance(address, cache).flatMap(answer);
    }

    @Override
    public Commit commit(ObjectId commit) {
        return asked("read the commit " + commit, mirror -> mirror.commit(commit));
    }

    @Override
    public FileTree tree(ObjectId commit) {
        return asked(
                "read the files of " + commit,
                mirror -> new GitTree(
                        mirror.repository(),
                        mirror.failures(),
                        mirror.commit(commit).tree()));
    }

    @Override
    public boolean isAncestor(ObjectId ancestor, ObjectId descendant) {
        return asked("read the history of " + descendant, mirror -> mirror.isAncestor(ancestor, descendant));
    }

    @Override
    public Optional<Commit> lastChange(ObjectId from, String path) {
        return asked("read the history of " + from, mirror -> mirror.lastChange(from, path));
    }

    @Override
    public BlobStore blobs() {
        return asked("open its cache", mirror -> new GitBlobs(mirror.repository(), mirror.failures()));
    }

    @Override
    public ObjectId buildTree(ObjectId base, List<TreeEdit> edits, BlobSource contents) {
        EditNode root = EditNode.of(edits);
        return asked("build a tree", mirror -> {
            Commit commit = mirror.commit(base);
            take(edits, contents, mirror);
            try (ObjectReader reader = mirror.repository().newObjectReader();
                    ObjectInserter inserter = mirror.repository().newObjectInserter()) {
                ObjectId built = Ids.of(new TreeBuilder(reader, inserter).build(Ids.in(commit.tree()), root));
                inserter.flush();
                return built;
            }
        });
    }

    /** Copies what is not here and not borrowed either. */
    private void take(List<TreeEdit> edits, BlobSource contents, DownstreamMirror mirror) throws IOException {
        GitBlobs blobs = new GitBlobs(mirror.repository(), mirror.failures());
        Set<ObjectId> taken = new HashSet<>();
        for (TreeEdit edit : edits) {
            Optional<ObjectId> blob = edit.after().map(FileState::id).filter(taken::add);
            // What is borrowed is nearly all of it, and JGit looks there last.
            if (blob.isPresent() && !mirror.borrows(blob.get()) && !blobs.contains(blob.get())) {
                copy(blob.get(), contents, blobs);
            }
        }
    }

    private void copy(ObjectId blob, BlobSource contents, GitBlobs blobs) throws IOException {
        try (InputStream content = contents.open(blob)) {
            ObjectId stored = blobs.put(content, contents.size(blob));
            if (!stored.equals(blob)) {
                throw failures.failure(Reason.CORRUPT, "was to get the blob " + blob + ", whose content is " + stored);
            }
        }
    }

    @Override
    public BranchUpdate push(CommitDraft draft) {
        return asked("push to \"" + draft.branch() + "\"", mirror -> {
            mirror.commit(draft.parent());
            if (!mirror.repository().getObjectDatabase().has(Ids.in(draft.tree()))) {
                throw failures.failure(
                        Reason.CORRUPT, "has no tree " + draft.tree() + "; build it before it is pushed");
            }
            return mirror.update(new RefChange(
                    Constants.R_HEADS + draft.branch(),
                    draft.expectedTip().map(Ids::in).orElse(org.eclipse.jgit.lib.ObjectId.zeroId()),
                    inserted(draft, mirror)));
        });
    }

    private org.eclipse.jgit.lib.ObjectId inserted(CommitDraft draft, DownstreamMirror mirror) throws IOException {
        try (ObjectInserter inserter = mirror.repository().newObjectInserter()) {
            org.eclipse.jgit.lib.ObjectId commit = Commits.insert(inserter, draft, signing);
            inserter.flush();
            return commit;
        }
    }

    @Override
    public BranchUpdate delete(String branch, ObjectId expected) {
        return asked(
                "delete \"" + branch + "\"",
                mirror -> mirror.update(new RefChange(
                        Constants.R_HEADS + branch, Ids.in(expected), org.eclipse.jgit.lib.ObjectId.zeroId())));
    }

    private interface Question<T> {
        T ask(DownstreamMirror mirror) throws IOException;
    }

    private <T> T asked(String what, Question<T> question) {
        return open.map(DownstreamMirror::failures).orElse(failures).attempt(what, () -> question.ask(mirror()));
    }

    private DownstreamMirror mirror() throws IOException {
        if (closed) {
            throw new IllegalStateException("the downstream " + id + " is closed");
        }
        if (open.isEmpty()) {
            open = Optional.of(DownstreamMirror.open(address, access, cache, failures, tally));
        }
        return open.get();
    }

    @Override
    public Traffic traffic() {
        return tally.traffic();
    }

    @Override
    public void close() {
        closed = true;
        open.ifPresent(DownstreamMirror::close);
        open = Optional.empty();
    }

    @Override
    public String toString() {
        return id + " at " + address;
    }
}
