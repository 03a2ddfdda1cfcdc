package io.agent33.sync.core.glob;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The meaning of a glob written down as directly as possible: braces are replaced in the text, and the rest tries every
 * possibility. Exponential, and no line of it is shared with what it judges. Knows the brackets that
 * {@link GlobGenerator} writes.
 */
final class NaiveGlob {
    private static final Pattern BRACKET = Pattern.compile("\\[[!^]?\\]?([^\\]\\[\\\\]|\\\\.|\\[:[a-z]+:\\])*\\]");
    private static final Pattern BAD_SEGMENT = Pattern.compile("(?<=/)\\.?\\.?(?=/)");
    private static final Map<String, Pattern> REGEXES = new ConcurrentHashMap<>();

    private final String pattern;
    private final String path;

    private NaiveGlob(String pattern, String path) {
        this.pattern = pattern;
        this.path = path;
    }

    static boolean matches(String pattern, String path) {
        return alternatives(pattern).stream().anyMatch(each -> new NaiveGlob(each, path).matches(0, 0));
    }

    /** Whether every alternative is a relative path without empty segments or segments of dots. */
    static boolean isGlob(String pattern) {
        return alternatives(pattern).stream()
                .map(each -> BRACKET.matcher(each).replaceAll("X"))
                .noneMatch(each -> BAD_SEGMENT.matcher("/" + each + "/").find());
    }

    /** All texts without braces that a pattern stands for. */
    static List<String> alternatives(String pattern) {
        int open = indexOfAny(pattern, 0, "{");
        if (open == pattern.length()) {
            return List.of(pattern);
        }
        List<String> all = new ArrayList<>();
        List<String> branches = new ArrayList<>();
        int branch = open + 1;
        int at = branch;
        for (int depth = 1; depth > 0; at++) {
            at = indexOfAny(pattern, at, "{,}");
            depth += pattern.charAt(at) == '{' ? 1 : pattern.charAt(at) == '}' ? -1 : 0;
            if (depth == 0 || depth == 1 && pattern.charAt(at) == ',') {
                branches.add(pattern.substring(branch, at));
                branch = at + 1;
            }
        }
        for (String each : branches) {
            all.addAll(alternatives(pattern.substring(0, open) + each + pattern.substring(at)));
        }
        return all;
    }

    /** The next of these characters that is neither escaped nor between brackets, or the length. */
    private static int indexOfAny(String pattern, int from, String characters) {
        int at = from;
        while (at < pattern.length() && characters.indexOf(pattern.charAt(at)) < 0) {
            at = pattern.charAt(at) == '[' ? afterBracket(pattern, at) : at + (pattern.charAt(at) == '\\' ? 2 : 1);
        }
        return at;
    }

    private boolean matches(int p, int t) {
        if (p == pattern.length()) {
            return t == path.length();
        }
        int afterStars = p;
        while (afterStars < pattern.length() && pattern.charAt(afterStars) == '*') {
            afterStars++;
        }
        boolean segmentStarts = p == 0 || pattern.charAt(p - 1) == '/';
        if (segmentStarts && afterStars - p >= 2 && afterStars == pattern.length()) {
            return t < path.length();
        }
        if (segmentStarts && afterStars - p >= 2 && pattern.charAt(afterStars) == '/') {
            return matchesHereOrInAFolder(afterStars + 1, t);
        }
        if (afterStars > p) {
            return matches(afterStars, t) || t < path.length() && path.charAt(t) != '/' && matches(p, t + 1);
        }
        return t < path.length() && matchesOne(p, t);
    }

    private boolean matchesHereOrInAFolder(int p, int t) {
        if (matches(p, t)) {
            return true;
        }
        int slash = path.indexOf('/', t);
        return slash >= 0 && matchesHereOrInAFolder(p, slash + 1);
    }

    private boolean matchesOne(int p, int t) {
        char character = path.charAt(t);
        return switch (pattern.charAt(p)) {
            case '?' -> character != '/' && matches(p + 1, t + 1);
            case '[' -> {
                int after = afterBracket(pattern, p);
                yield character != '/' && asRegex(pattern.substring(p, after), character) && matches(after, t + 1);
            }
            case '\\' -> character == pattern.charAt(p + 1) && matches(p + 2, t + 1);
            default -> character == pattern.charAt(p) && matches(p + 1, t + 1);
        };
    }

    private static boolean asRegex(String bracket, char character) {
        String regex = bracket.replace("[!", "[^")
                .replace("[]", "[\\]")
                .replace("[:alpha:]", "\\p{Alpha}")
                .replace("[:punct:]", "\\p{Punct}");
        return REGEXES.computeIfAbsent(regex, Pattern::compile)
                .matcher(String.valueOf(character))
                .matches();
    }

    private static int afterBracket(String pattern, int open) {
        int at = open + 1;
        at += "!^".indexOf(pattern.charAt(at)) >= 0 ? 1 : 0;
        at += pattern.charAt(at) == ']' ? 1 : 0;
        while (pattern.charAt(at) != ']') {
            if (pattern.startsWith("[:", at)) {
                at = pattern.indexOf(":]", at) + 2;
            } else {
                at += pattern.charAt(at) == '\\' ? 2 : 1;
            }
        }
        return at + 1;
    }
}
