package io.agent33.sync.api.repository;

/**
 * One entry of a tree. Its path is as git holds it, which may be a path that is unsafe to write: see {@link RepoPath}.
 *
 * @param path from the tree's root, separated by {@code /}; bytes that are not UTF-8 read as U+FFFD
 * @param mode what it is
 * @param id the blob, the tree, or a submodule's commit
 */
public record TreeEntry(String path, FileMode mode, ObjectId id) {
    /** The last segment of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Mode and content. @throws IllegalArgumentException for a folder */
    public FileState state() {
        return new FileState(mode, id);
    }
}
