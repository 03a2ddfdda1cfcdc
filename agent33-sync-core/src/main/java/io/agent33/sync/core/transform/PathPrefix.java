package io.agent33.sync.core.transform;

import io.agent33.sync.core.link.RelativePath;
import java.util.List;
import java.util.Optional;

/**
 * What one {@code rewrite_paths} says: the paths that it is about, and where it has them lie (S6). Both are from the root, without
 * a slash at the end; empty text is the root.
 */
record PathPrefix(String from, String to) {
    /** @param from as the rule has it: with or without {@code ./}, {@code /} and a slash at its end */
    static PathPrefix of(String from, String to) {
        return new PathPrefix(plain(from), plain(to));
    }

    private static String plain(String path) {
        return RelativePath.resolve("", path).orElse(path);
    }

    /** Whether a path starts with it, at a boundary of its segments. */
    boolean covers(String path) {
        return from.isEmpty() || path.equals(from) || path.startsWith(from + "/");
    }

    /** Where a path that it covers should lie. */
    String moved(String path) {
        String rest = path.substring(from.length());
        return RelativePath.resolve(to, rest).orElse(to);
    }

    /** Those of them that are about a path: the longest that cover it, of which there are several only if a rule says one twice. */
    static List<PathPrefix> about(String path, List<PathPrefix> prefixes) {
        Optional<String> longest = prefixes.stream()
                .filter(prefix -> prefix.covers(path))
                .map(PathPrefix::from)
                .reduce((one, other) -> other.length() > one.length() ? other : one);
        return prefixes.stream()
                .filter(prefix -> longest.filter(prefix.from()::equals).isPresent())
                .toList();
    }
}
