package io.agent33.sync.api.repository;

import java.net.URI;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The canonical repository. It is only ever read (S1, S10). To be implemented; {@code GitUpstream} and the testkit's
 * in-memory form are given.
 *
 * <p>Thread-safe. Every method but {@link #id}, {@link #webAddress} and {@link #traffic} may ask another machine and throws
 * {@link io.agent33.sync.api.error.RepositoryException} if that fails. Trees and commits that {@link #refs} or
 * {@link #resolve} led to stay readable until {@link #close}.
 */
public interface UpstreamRepository extends AutoCloseable {
    /** Its name, as manifests and pull requests tell it. */
    RepositoryId id();

    /**
     * Where it lies, in a form that is the same for the same place so far as that can be told without asking anybody; no
     * credentials. By it the engine knows a downstream that is the upstream under another name (S1).
     *
     * @return empty, which is the default, if that means nothing
     */
    default Optional<String> location() {
        return Optional.empty();
    }

    /** Where the default branch and the tags point now; asks the repository each time. */
    UpstreamRefs refs();

    /**
     * Whether {@link #refs} would answer this, where that can be told for less than it costs.
     *
     * @return {@code false}, which is the default, if it cannot be told so, or is not so
     */
    default boolean isAt(UpstreamRefs refs) {
        return false;
    }

    /**
     * Finds a branch, a tag, a full reference name or a full commit id, in that order.
     *
     * @return empty if there is none
     */
    Optional<Revision> resolve(String reference);

    /** The commit. @throws io.agent33.sync.api.error.RepositoryException if there is none */
    Commit commit(ObjectId id);

    /** The files of a commit. @throws io.agent33.sync.api.error.RepositoryException if there is none */
    FileTree tree(ObjectId commit);

    /** The content of all files. */
    BlobSource blobs();

    /**
     * Visits the commits that {@code from} can reach and none of {@code without} can, children before parents and the
     * newer first, until the visitor returns {@code false}.
     */
    void history(ObjectId from, Collection<ObjectId> without, Predicate<Commit> visitor);

    /** Whether {@code descendant} can reach {@code ancestor}; a commit reaches itself. */
    boolean isAncestor(ObjectId ancestor, ObjectId descendant);

    /**
     * Where a person finds a file on the web.
     *
     * @param name {@link Release#permanentName}
     * @return empty if the repository has no web address
     */
    Optional<URI> webAddress(String name, String path);

    /**
     * What was transferred since this object was made; never less than before. For those who watch a run: an
     * implementation that does not count keeps the default. Asks nobody, and never throws.
     */
    default Traffic traffic() {
        return Traffic.NONE;
    }

    /** Lets go of what it holds; the last call. Never throws. */
    @Override
    void close();
}
