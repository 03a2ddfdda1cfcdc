package io.agent33.sync.core.rename;

/** Paths below the root of a repository, whose folder is the empty text. */
final class Paths {
    private Paths() {}

    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    static String folder(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
