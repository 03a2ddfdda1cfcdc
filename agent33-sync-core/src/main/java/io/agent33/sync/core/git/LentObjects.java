package io.agent33.sync.core.git;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The upstreams that are open in this JVM, by their cache. A downstream of the same cache can use what they hold without a
 * copy, which nobody has to arrange.
 */
final class LentObjects {
    private static final Map<GitCache, List<Path>> OPEN = new ConcurrentHashMap<>();

    private LentObjects() {}

    static void add(GitCache cache, Path gitDir) {
        OPEN.computeIfAbsent(cache, key -> new CopyOnWriteArrayList<>()).add(gitDir);
    }

    static void remove(GitCache cache, Path gitDir) {
        OPEN.getOrDefault(cache, List.of()).remove(gitDir);
    }

    static List<Path> of(GitCache cache) {
        return OPEN.getOrDefault(cache, List.of()).stream().distinct().toList();
    }
}
