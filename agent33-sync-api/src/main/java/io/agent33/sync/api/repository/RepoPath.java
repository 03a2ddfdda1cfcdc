package io.agent33.sync.api.repository;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.annotation.Nullable;

/**
 * A file's path in a repository that is safe to write on every file system (S4): relative, separated by {@code /},
 * without {@code .} and {@code ..} segments, without anything that a file system folds to {@code .git}, and without
 * names that Windows cannot hold. There is no unsafe {@code RepoPath}.
 *
 * @param value for example {@code docs/agent33/README.md}
 */
public record RepoPath(String value) implements Comparable<RepoPath> {
    private static final int MAX_BYTES = 4096;
    private static final int MAX_BYTES_OF_CHAR = 3;

    /** @throws IllegalArgumentException if it is not safe; the message says why */
    public RepoPath {
        Optional<String> problem = problemOf(value);
        if (problem.isPresent()) {
            throw new IllegalArgumentException(
                    "unsafe path \"" + PathSegments.printable(value) + "\": " + problem.get());
        }
    }

    /** @throws IllegalArgumentException if it is not safe; the message says why */
    public static RepoPath of(String value) {
        return new RepoPath(value);
    }

    /** Why a path is not safe; empty if it is. */
    public static Optional<String> problemOf(String path) {
        if (path.isEmpty()) {
            return Optional.of("it is empty");
        }
        if (isLong(path)) {
            return Optional.of("it is longer than " + MAX_BYTES + " bytes");
        }
        int start = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', start)) {
            Optional<String> problem = PathSegments.problemOf(path.substring(start, slash));
            if (problem.isPresent()) {
                return problem;
            }
            start = slash + 1;
        }
        return PathSegments.problemOf(path.substring(start));
    }

    private static boolean isLong(String path) {
        return path.length() > MAX_BYTES / MAX_BYTES_OF_CHAR
                && path.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
    }

    /** The last segment. */
    public String name() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /** What stands before the last slash; empty for a file in the root. */
    public String folder() {
        return value.substring(0, Math.max(0, value.lastIndexOf('/')));
    }

    // Written out, like hashCode: what Java makes of a record is slow until it is warm, and a short run never gets
    // there.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RepoPath path && value.equals(path.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** By UTF-16 units, which is not git's order in a tree. */
    @Override
    public int compareTo(RepoPath other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
