package io.agent33.sync.testkit.memory;

import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.Identity;
import io.agent33.sync.api.repository.ObjectId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import javax.annotation.Nullable;

/**
 * A commit that is being made by a person, on top of its branch. It is finished by whatever comes next: a tag, another
 * commit, or any look at the repository; after that it takes no more changes. Thread-safe.
 *
 * <p>Paths are written as given: {@code ..}, {@code .git} and every other name that is unsafe on a file system are
 * possible, so that hostile trees can be tested. Putting a file replaces whatever lies at its path or above it.
 */
public final class MemoryCommit {
    private final MemoryGit git;
    private final String branch;
    private final List<ObjectId> parents;
    private final String message;
    private final Map<String, TreeEditor.Edit> edits = new TreeMap<>();
    private Instant time;
    private String author = "";
    private volatile @Nullable ObjectId id;

    MemoryCommit(MemoryGit git, String branch, List<ObjectId> parents, String message, Instant time) {
        this.git = git;
        this.branch = branch;
        this.parents = new ArrayList<>(parents);
        this.message = message;
        this.time = time;
    }

    /** Puts a text file, in UTF-8. */
    public MemoryCommit file(String path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts a file. */
    public MemoryCommit file(String path, byte[] content) {
        return put(RawPath.of(path), FileMode.REGULAR, GitObject.blob(content));
    }

    /** Puts a file whose path is these bytes, which need not be UTF-8. */
    public MemoryCommit file(byte[] path, byte[] content) {
        return put(RawPath.of(path), FileMode.REGULAR, GitObject.blob(content));
    }

    /** Puts a text file with the executable bit. */
    public MemoryCommit executable(String path, String text) {
        return put(RawPath.of(path), FileMode.EXECUTABLE, GitObject.blob(text));
    }

    /** Puts a symbolic link. */
    public MemoryCommit symlink(String path, String target) {
        return put(RawPath.of(path), FileMode.SYMLINK, GitObject.blob(target));
    }

    /** Puts a submodule, which names a commit of another repository. */
    public MemoryCommit submodule(String path, ObjectId commit) {
        return put(RawPath.of(path), FileMode.SUBMODULE, commit);
    }

    /**
     * Deletes a file, or a folder with all that is in it.
     *
     * @throws IllegalArgumentException if nothing lies there in the commit before
     */
    public MemoryCommit delete(String path) {
        synchronized (git) {
            git.requireUnfinished(this);
            if (git.treeOf(parents).flatMap(tree -> tree.find(path)).isEmpty()) {
                throw new IllegalArgumentException("nothing to delete at \"" + path + "\"");
            }
            edits.put(RawPath.of(path), TreeEditor.Edit.DELETE);
            return this;
        }
    }

    /** Makes it a merge commit: adds the tip of a branch as another parent. The files are those that are put. */
    public MemoryCommit merging(String otherBranch) {
        return change(() -> parents.add(git.other(otherBranch)));
    }

    /** The author; default {@link MemoryGit#PERSON}. */
    public MemoryCommit by(Identity person) {
        return change(() -> author = person.name() + " <" + person.email() + ">");
    }

    /** The author as the commit shall record it, which {@link Identity} may refuse: {@code  <name@example.com>}. */
    public MemoryCommit byRecorded(String nameAndEmail) {
        return change(() -> author = nameAndEmail);
    }

    /** Author's and committer's time, in whole seconds; default one second after the commit made before. */
    public MemoryCommit at(Instant when) {
        return change(() -> time = when);
    }

    /** Finishes it and names it by a lightweight tag. */
    public MemoryCommit tag(String name) {
        git.tag(name, id());
        return this;
    }

    /** Finishes it and names it by an annotated tag. */
    public MemoryCommit annotatedTag(String name, String tagMessage) {
        git.annotatedTag(name, id(), tagMessage);
        return this;
    }

    /** Finishes it and starts the next commit on the same branch. */
    public MemoryCommit commit(String nextMessage) {
        return git.commitOn(branch, nextMessage);
    }

    /** Finishes it. @return its id */
    public ObjectId id() {
        git.finish();
        return Objects.requireNonNull(id, "this commit could not be written");
    }

    String branch() {
        return branch;
    }

    ObjectId write(ObjectDatabase objects) {
        var base = parents.stream()
                .findFirst()
                .map(parent -> objects.commit(parent).tree());
        ObjectId tree = new TreeEditor(objects, false).apply(base, edits);
        String committer = CommitText.signature(MemoryGit.PERSON, time);
        String authored = author.isEmpty() ? committer : author + " " + time.getEpochSecond() + " +0000";
        ObjectId written = objects.put(CommitText.commit(tree, parents, authored, committer, message));
        id = written;
        return written;
    }

    private MemoryCommit put(String rawPath, FileMode mode, GitObject blob) {
        return put(rawPath, mode, git.store(blob));
    }

    private MemoryCommit put(String rawPath, FileMode mode, ObjectId id) {
        TreeItem item = new TreeItem(rawPath.substring(rawPath.lastIndexOf('/') + 1), mode, id);
        return change(() -> edits.put(rawPath, new TreeEditor.Edit(Optional.of(item))));
    }

    private MemoryCommit change(Runnable change) {
        synchronized (git) {
            git.requireUnfinished(this);
            change.run();
            return this;
        }
    }
}
