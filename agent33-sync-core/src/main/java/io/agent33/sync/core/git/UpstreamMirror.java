package io.agent33.sync.core.git;

import io.agent33.sync.api.error.RepositoryException.Reason;
import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.Revision;
import io.agent33.sync.api.repository.UpstreamRefs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** An upstream's cached repository while it is in use, and the way to fill it. Thread-safe. */
final class UpstreamMirror {
    private final GitCache cache;
    private final Remote remote;
    private final Mirror mirror;
    private final Failures failures;
    private volatile boolean looked;

    private UpstreamMirror(GitCache cache, Remote remote, Mirror mirror, Failures failures) {
        this.cache = cache;
        this.remote = remote;
        this.mirror = mirror;
        this.failures = failures;
    }

    static UpstreamMirror open(UpstreamSettings settings, Failures failures, Tally tally) throws IOException {
        CacheSlot slot = CacheSlot.open(settings.cache(), "upstream", settings.address());
        Mirror mirror = Mirror.open(slot, List.of(), settings.access().deadline());
        LentObjects.add(settings.cache(), mirror.gitDir());
        Remote remote = Remote.at(settings.address(), settings.access(), tally);
        return new UpstreamMirror(settings.cache(), remote, mirror, failures.ofMirror(mirror));
    }

    Failures failures() {
        return failures;
    }

    UpstreamRefs refs() throws IOException {
        Advertisement now = fetched(Set.of());
        String branch = now.head().orElseThrow(() -> withoutHead(now));
        Revision head = now.target(Constants.R_HEADS + branch)
                .map(tip -> new Revision(branch, Ids.of(tip)))
                .orElseThrow(() -> withoutHead(now));
        List<Revision> tags = new ArrayList<>();
        try (RevWalk walk = new RevWalk(mirror.repository())) {
            for (Map.Entry<String, org.eclipse.jgit.lib.ObjectId> tag :
                    now.tags().entrySet()) {
                revision(walk, tag.getKey(), tag.getValue()).ifPresent(tags::add);
            }
        }
        return new UpstreamRefs(head, tags);
    }

    private RuntimeException withoutHead(Advertisement now) {
        return now.branches().isEmpty()
                ? failures.failure(Reason.EMPTY, "has no commit yet; push one")
                : failures.failure(
                        Reason.NO_SUCH_REVISION,
                        "has no commit on its default branch, only on "
                                + now.branches().keySet() + "; set its default branch to one of them");
    }

    Optional<Revision> resolve(String reference) throws IOException {
        boolean full = reference.startsWith(Constants.R_REFS);
        Advertisement now = fetched(full ? Set.of(reference) : Set.of());
        String name = reference.replaceFirst("^refs/(heads|tags)/", "");
        try (RevWalk walk = new RevWalk(mirror.repository())) {
            for (String candidate : List.of(Constants.R_HEADS + reference, Constants.R_TAGS + reference, reference)) {
                Optional<org.eclipse.jgit.lib.ObjectId> target = now.target(candidate);
                Optional<Revision> found = target.isPresent() ? revision(walk, name, target.get()) : Optional.empty();
                if (found.isPresent()) {
                    return found;
                }
            }
            return commitNamed(walk, reference);
        }
    }

    private static Optional<Revision> commitNamed(RevWalk walk, String reference) throws IOException {
        if (!org.eclipse.jgit.lib.ObjectId.isId(reference)) {
            return Optional.empty();
        }
        try {
            return revision(walk, reference, org.eclipse.jgit.lib.ObjectId.fromString(reference));
        } catch (MissingObjectException e) {
            return Optional.empty();
        }
    }

    /** Empty if the object is no commit. That it is missing would be damage, because it was fetched. */
    private static Optional<Revision> revision(RevWalk walk, String name, org.eclipse.jgit.lib.ObjectId id)
            throws IOException {
        try {
            RevCommit commit = walk.parseCommit(id);
            return Optional.of(new Revision(name, Ids.of(commit)));
        } catch (IncorrectObjectTypeException e) {
            return Optional.empty();
        }
    }

    /** What the repository advertises now, once all of it is here. */
    private Advertisement fetched(Set<String> further) throws IOException {
        try (Session session = remote.open(mirror, OptionalInt.empty(), further)) {
            Advertisement now = session.advertisement();
            mirror.fetch(session, now.ids());
            looked = true;
            return now;
        }
    }

    /** Looks at the repository itself if that never happened before and the commit is not in the cache. */
    Commit commit(ObjectId id) throws IOException {
        try {
            return read(id);
        } catch (NoSuchCommit e) {
            if (looked) {
                throw e;
            }
            fetched(Set.of());
            return read(id);
        }
    }

    private Commit read(ObjectId id) throws IOException {
        return mirror.commit(id);
    }

    FileTree tree(ObjectId commit) throws IOException {
        return new GitTree(mirror.repository(), failures, commit(commit).tree());
    }

    BlobSource blobs() {
        return new GitBlobs(mirror.repository(), failures);
    }

    /** From a commit on. */
    History history(ObjectId from) throws IOException {
        commit(from);
        return new History(mirror.repository());
    }

    void close() {
        LentObjects.remove(cache, mirror.gitDir());
        mirror.close();
    }
}
