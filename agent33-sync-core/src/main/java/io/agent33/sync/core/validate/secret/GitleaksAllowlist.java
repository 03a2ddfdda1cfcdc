package io.agent33.sync.core.validate.secret;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An exception of a gitleaks file.
 *
 * @param all whether every sort of condition that it has must hold, or any
 * @param target what the patterns are held against
 * @param commits whether it names commits, of which a scanner of files knows none
 */
record GitleaksAllowlist(
        boolean all,
        boolean commits,
        List<Pattern> paths,
        List<Pattern> regexes,
        Target target,
        List<String> stopwords) {
    /** Each longer than the one before. */
    enum Target {
        SECRET,
        MATCH,
        LINE
    }

    boolean allows(String file, String text, String secret, int start, int end) {
        List<Boolean> conditions = new ArrayList<>();
        if (commits) {
            conditions.add(false);
        }
        if (!paths.isEmpty()) {
            conditions.add(!file.isEmpty() && anyFinds(paths, file));
        }
        if (!regexes.isEmpty()) {
            conditions.add(anyFinds(regexes, aimedAt(text, secret, start, end)));
        }
        if (!stopwords.isEmpty()) {
            String lower = secret.toLowerCase(Locale.ROOT);
            conditions.add(stopwords.stream().anyMatch(lower::contains));
        }
        return all ? !conditions.contains(false) : conditions.contains(true);
    }

    private String aimedAt(String text, String secret, int start, int end) {
        return switch (target) {
            case SECRET -> secret;
            case MATCH -> text.substring(start, end);
            case LINE -> lines(text, start, end);
        };
    }

    /** The lines of a match, no further than 4 KiB from it, so that one long line does not make the search slow. */
    private static String lines(String text, int start, int end) {
        int from = start;
        while (from > 0 && start - from < 4_096 && text.charAt(from - 1) != '\n') {
            from--;
        }
        int to = end;
        while (to < text.length() && to - end < 4_096 && text.charAt(to) != '\n') {
            to++;
        }
        return text.substring(from, to);
    }

    private static boolean anyFinds(List<Pattern> patterns, String text) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(text).find());
    }
}
