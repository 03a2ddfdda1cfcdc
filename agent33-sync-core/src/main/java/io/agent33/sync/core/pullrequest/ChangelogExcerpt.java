package io.agent33.sync.core.pullrequest;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What the upstream says about the files of one sync: the lines that its changelog gained since the release before and
 * that name one of them, or else the subjects of the commits that touched them (S11).
 *
 * @param lines as the upstream wrote them, without the mark of a list item or a heading; each once, and not inert yet
 * @param leftOut how many more there were, beyond {@link #MAX_LINES}
 */
public record ChangelogExcerpt(List<String> lines, int leftOut) {
    /** How many lines an excerpt has at most. */
    public static final int MAX_LINES = 200;

    private static final Pattern MARK = Pattern.compile("^(?:[-*+]|[0-9]{1,9}[.)]|#{1,6})[ \\t]+");

    /** @throws IllegalArgumentException if a negative number of lines was left out */
    public ChangelogExcerpt {
        lines = List.copyOf(lines);
        if (leftOut < 0) {
            throw new IllegalArgumentException("lines left out cannot be " + leftOut);
        }
    }

    /** Nothing to say. Also for a first sync: the pull request tells that there is nothing to compare with. */
    public static ChangelogExcerpt none() {
        return new ChangelogExcerpt(List.of(), 0);
    }

    /**
     * Finds the excerpt. A line was gained if the new changelog has it more often than the old one had it, indentation
     * apart; so a line that only moved was not. Which lines name a file is told by {@link DeliveredNames}.
     *
     * @param before the whole changelog at the release before; empty if there was none
     * @param after the whole changelog at the release that is delivered; empty if there is none
     * @param sources the upstream paths of the files that this sync changes
     * @param subjects of the commits that touched those files, newest first; asked for only if no line was found
     */
    public static ChangelogExcerpt between(
            Optional<String> before,
            Optional<String> after,
            Collection<String> sources,
            Supplier<List<String>> subjects) {
        DeliveredNames names = new DeliveredNames(sources);
        List<String> found = gained(before.orElse(""), after.orElse("")).stream()
                .filter(names::namedIn)
                .map(line -> MARK.matcher(line).replaceFirst(""))
                .distinct()
                .toList();
        return found.isEmpty() ? bounded(subjects.get().stream().distinct().toList()) : bounded(found);
    }

    private static ChangelogExcerpt bounded(List<String> lines) {
        int kept = Math.min(lines.size(), MAX_LINES);
        return new ChangelogExcerpt(lines.subList(0, kept), lines.size() - kept);
    }

    /** In the order of the new text. Of several equal lines the upper ones count as new: changelogs grow at the top. */
    private static List<String> gained(String before, String after) {
        Map<String, Integer> known = new HashMap<>();
        before.lines().map(String::strip).forEach(line -> known.merge(line, 1, Integer::sum));
        List<String> lines = after.lines().map(String::strip).toList();
        Deque<String> gained = new ArrayDeque<>();
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (known.merge(lines.get(i), -1, Integer::sum) < 0) {
                gained.addFirst(lines.get(i));
            }
        }
        return List.copyOf(gained);
    }
}
