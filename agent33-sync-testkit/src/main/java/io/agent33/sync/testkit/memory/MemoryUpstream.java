package io.agent33.sync.testkit.memory;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.repository.Revision;
import io.agent33.sync.api.repository.UpstreamRefs;
import io.agent33.sync.api.repository.UpstreamRepository;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An upstream in memory, to be called by tests:
 *
 * <pre>{@code
 * MemoryUpstream upstream = MemoryUpstream.named("agent33/agent33");
 * upstream.commit("first").file("core/a.md", "one\n").tag("v1.0.0");
 * upstream.commit("second").file("core/a.md", "two\n").delete("core/b.md").tag("v1.1.0");
 * }</pre>
 *
 * <p>It keeps everything in memory and stays usable after {@link #close}, so that one upstream serves several runs.
 */
public final class MemoryUpstream implements UpstreamRepository {
    private final RepositoryId id;
    private final MemoryGit git = new MemoryGit();
    private final Availability availability;
    private final CommitGraph graph = new CommitGraph(git.objects());
    private volatile Optional<WebAddresses> web;

    private MemoryUpstream(RepositoryId id) {
        this.id = id;
        this.availability = new Availability(id);
        this.web = Optional.of(new WebAddresses(id));
    }

    /** An upstream without a commit. @throws IllegalArgumentException if it is not of the form {@code owner/name} */
    public static MemoryUpstream named(String id) {
        return new MemoryUpstream(RepositoryId.of(id));
    }

    /** Starts a commit on the default branch. */
    public MemoryCommit commit(String message) {
        return git.commit(message);
    }

    /** Starts a commit on a branch. A branch that does not exist begins at the default branch's tip. */
    public MemoryCommit commitOn(String branch, String message) {
        return git.commitOn(branch, message);
    }

    /** The repository itself, for everything else that a person can do to it. */
    public MemoryGit git() {
        return git;
    }

    /** From now on it has no web address. The default is {@code https://git.example/<id>/blob/<name>/<path>}. */
    public MemoryUpstream withoutWebAddress() {
        web = Optional.empty();
        return this;
    }

    /** From now on every look at it fails so. */
    public MemoryUpstream fail(RepositoryException.Reason reason) {
        availability.fail(reason);
        return this;
    }

    /** From now on it can be read again. */
    public MemoryUpstream recover() {
        availability.recover();
        return this;
    }

    @Override
    public RepositoryId id() {
        return id;
    }

    @Override
    public UpstreamRefs refs() {
        availability.check();
        synchronized (git) {
            ObjectId tip = git.tip(git.defaultBranch()).orElseThrow(this::withoutHead);
            return new UpstreamRefs(new Revision(git.defaultBranch(), tip), tags());
        }
    }

    private RepositoryException withoutHead() {
        return git.branches().isEmpty()
                ? new RepositoryException(RepositoryException.Reason.EMPTY, id + " has no commit yet")
                : new RepositoryException(
                        RepositoryException.Reason.NO_SUCH_REVISION,
                        id + " has no branch " + git.defaultBranch() + ", which its HEAD names");
    }

    private List<Revision> tags() {
        return git.tags().entrySet().stream()
                .flatMap(tag -> revision(tag.getKey(), tag.getValue()).stream())
                .toList();
    }

    @Override
    public Optional<Revision> resolve(String reference) {
        availability.check();
        return Stream.of("refs/heads/" + reference, "refs/tags/" + reference, reference)
                .filter(name -> name.startsWith("refs/"))
                .flatMap(name -> git.ref(name).stream())
                .flatMap(target -> revision(shortName(reference), target).stream())
                .findFirst()
                .or(() -> commitNamed(reference));
    }

    private Optional<Revision> commitNamed(String reference) {
        return reference.matches("[0-9a-f]{40}")
                ? git.object(ObjectId.of(reference))
                        .filter(object -> object.kind() == GitObject.Kind.COMMIT)
                        .map(commit -> new Revision(reference, commit.id()))
                : Optional.empty();
    }

    private Optional<Revision> revision(String name, ObjectId target) {
        return git.objects().peel(target).map(commit -> new Revision(name, commit));
    }

    private static String shortName(String reference) {
        return reference.replaceFirst("^refs/(heads|tags)/", "");
    }

    @Override
    public Commit commit(ObjectId commit) {
        availability.check();
        return git.read(commit);
    }

    @Override
    public FileTree tree(ObjectId commit) {
        availability.check();
        return git.tree(commit);
    }

    @Override
    public BlobSource blobs() {
        return new MemoryBlobs(git.objects());
    }

    @Override
    public void history(ObjectId from, Collection<ObjectId> without, Predicate<Commit> visitor) {
        availability.check();
        git.finish();
        graph.visit(from, without, visitor);
    }

    @Override
    public boolean isAncestor(ObjectId ancestor, ObjectId descendant) {
        availability.check();
        git.finish();
        return graph.isAncestor(ancestor, descendant);
    }

    @Override
    public Optional<URI> webAddress(String name, String path) {
        return web.map(addresses -> addresses.of(name, path));
    }

    @Override
    public void close() {}

    @Override
    public String toString() {
        return id + " in memory " + Map.of("branches", git.branches(), "tags", git.tags());
    }
}
