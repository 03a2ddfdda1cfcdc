package io.agent33.sync.core.codeowners;

import io.agent33.sync.core.glob.Glob;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which files a line is about. The language is that of {@code .gitignore} without negation and without sets of characters; a
 * pattern that ends with {@code /*} is about the files right there and not about folders.
 */
final class OwnedPattern {
    private static final Pattern WITHOUT_MEANING = Pattern.compile("[\\[\\]{}]");

    private final List<Glob> globs;

    private OwnedPattern(List<Glob> globs) {
        this.globs = globs;
    }

    /** @throws io.agent33.sync.core.glob.GlobSyntaxException if it names no file */
    static OwnedPattern parse(String written) {
        String pattern = WITHOUT_MEANING.matcher(written).replaceAll("\\\\$0");
        boolean below = pattern.endsWith("/");
        String path = below ? pattern.substring(0, pattern.length() - 1) : pattern;
        boolean rooted = path.indexOf('/') >= 0;
        String rootless = path.startsWith("/") ? path.substring(1) : path;
        String whole = (rooted || rootless.isEmpty() ? "" : "**/") + rootless;
        if (rootless.isEmpty()) {
            return new OwnedPattern(List.of(Glob.parse("**")));
        }
        if (below) {
            return new OwnedPattern(List.of(Glob.parse(whole + "/**")));
        }
        return new OwnedPattern(
                path.endsWith("/*") || path.endsWith("/**")
                        ? List.of(Glob.parse(whole))
                        : List.of(Glob.parse(whole), Glob.parse(whole + "/**")));
    }

    boolean matches(String path) {
        return globs.stream().anyMatch(glob -> glob.matches(path));
    }
}
