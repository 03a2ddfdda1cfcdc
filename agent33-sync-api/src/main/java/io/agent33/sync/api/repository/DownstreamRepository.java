package io.agent33.sync.api.repository;

import java.util.List;
import java.util.Optional;

/**
 * One repository that receives files. To be implemented; {@code GitDownstreams} and the testkit's in-memory form are
 * given.
 *
 * <p>Used by one thread at a time. Every method but {@link #id} and {@link #traffic} may ask another machine and throws
 * {@link io.agent33.sync.api.error.RepositoryException} if that fails. Only {@link #push} and {@link #delete} change
 * anything that others can see.
 */
public interface DownstreamRepository extends AutoCloseable {
    /** Its name. */
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

    /**
     * The branch that pull requests go to, and its tip now.
     *
     * @param branch the name that the rule gives; empty for the repository's default branch
     * @throws io.agent33.sync.api.error.RepositoryException {@code EMPTY} if there is no commit at all,
     *     {@code NO_SUCH_REVISION} if there is no such branch
     */
    BranchTip base(Optional<String> branch);

    /**
     * The branches whose names start with {@code prefix}, in the order of their names, as they are now.
     */
    List<BranchTip> branches(String prefix);

    /** A commit that {@link #base} or {@link #branches} led to, or one of its ancestors. */
    Commit commit(ObjectId id);

    /** The files of such a commit. */
    FileTree tree(ObjectId commit);

    /** Whether {@code descendant} can reach {@code ancestor}; a commit reaches itself. May fetch history. */
    boolean isAncestor(ObjectId ancestor, ObjectId descendant);

    /**
     * The last commit on the first-parent history of {@code from} that changed what lies at {@code path}. May fetch
     * history.
     *
     * @return empty if nothing ever lay there
     */
    Optional<Commit> lastChange(ObjectId from, String path);

    /**
     * Content of its files, and local room for new content. What was put there can be read again after {@link #close}, by
     * opening the repository again, so that a plan can be printed and applied later.
     */
    BlobStore blobs();

    /**
     * The tree of {@code base} with the edits applied, built locally: nobody else sees it. What no edit names is taken
     * over by id and never read. {@link #blobs} gives what the edits put, from now on. A file put below a path where a file lies replaces that file, if the edits delete it.
     *
     * @param base a commit
     * @param edits at most one a path, in any order
     * @param contents where blobs are read that {@link #blobs} does not contain
     * @return the id of the root tree
     * @throws IllegalArgumentException if two edits contradict, or one would silently replace a folder or a file that no
     *     edit deletes
     */
    ObjectId buildTree(ObjectId base, List<TreeEdit> edits, BlobSource contents);

    /**
     * Makes the draft's commit the tip of its branch if the tip is still the expected one: compare and set. If the
     * branch points at exactly this commit already, it is {@link BranchUpdate.Done}, so that a repeat after a lost
     * answer is safe.
     *
     * @throws io.agent33.sync.api.error.RepositoryException {@code NO_SUCH_REVISION} if there is no such parent,
     *     {@code CORRUPT} if the tree was never built; nothing was changed then
     */
    BranchUpdate push(CommitDraft draft);

    /**
     * Deletes a branch if its tip is still {@code expected}. A branch that is already gone is {@link BranchUpdate.Done}.
     */
    BranchUpdate delete(String branch, ObjectId expected);

    /**
     * What was transferred since this object was opened; never less than before, also after {@link #close}. For those who
     * watch a run: an implementation that does not count keeps the default. Asks nobody, and never throws.
     */
    default Traffic traffic() {
        return Traffic.NONE;
    }

    /**
     * Lets go of what it holds; the last call. Never throws. After it every method but {@link #id} and {@link #traffic} is an
     * {@link IllegalStateException}.
     */
    @Override
    void close();
}
