package io.agent33.sync.core.decision;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a person decided in a conflict, in words, computed from what the texts say (S8, step 2):
 *
 * <pre>
 * &lt;verdict&gt;[ for &lt;heading&gt; section][ (&lt;subject of the resolving commit&gt;)]
 * </pre>
 *
 * <p>The verdict is, of all hunks that were in conflict:
 *
 * <ul>
 *   <li>{@code Kept downstream override} if each has the local lines;
 *   <li>{@code Accepted upstream} if each has upstream's;
 *   <li>{@code Combined both sides} if each has lines of both, or some have the local ones and others upstream's; also
 *       if no lines met;
 *   <li>{@code Rewrote both sides} if one at least has something that is none of these.
 * </ul>
 *
 * <p>The headings are those that the hunks stand below in the local text, if the file is Markdown:
 * {@code for Release schedule section}, {@code for A and B sections}, {@code for A, B and C sections}, and of more than three
 * {@code for A, B, C and 2 more sections}. Line ends do not count. Stateless; thread-safe.
 */
public final class DecisionPhrase {
    private static final int MOST_SECTIONS = 3;

    private DecisionPhrase() {}

    /**
     * The phrase for one file.
     *
     * @param file its path, which tells whether it is Markdown
     * @param ancestor what both sides came from
     * @param local the side that was in the override
     * @param upstream the side that was new
     * @param resolved what the person made of it
     * @param subject of the commit that did it; blank to leave it out
     */
    public static String of(
            String file, byte[] ancestor, byte[] local, byte[] upstream, byte[] resolved, String subject) {
        Lines ours = Lines.of(local);
        List<Hunk> hunks = Hunk.between(Lines.of(ancestor), ours, Lines.of(upstream));
        Verdict.Judge judge = Verdict.Judge.of(ours, Lines.of(upstream), Lines.of(resolved));
        Sections sections = Sections.of(file, ours);
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        Set<String> headings = new LinkedHashSet<>();
        for (Hunk hunk : hunks) {
            verdicts.add(judge.on(hunk));
            sections.at(hunk.local().start()).ifPresent(headings::add);
        }
        String reason = InertValue.of(subject);
        return Verdict.of(verdicts).words()
                + named(List.copyOf(headings))
                + (reason.isEmpty() ? "" : " (" + reason + ")");
    }

    private static String named(List<String> headings) {
        int count = headings.size();
        if (count <= 1) {
            return count == 0 ? "" : " for " + headings.get(0) + " section";
        }
        String last = count > MOST_SECTIONS ? count - MOST_SECTIONS + " more" : headings.get(count - 1);
        List<String> first = headings.subList(0, Math.min(count - 1, MOST_SECTIONS));
        return " for " + String.join(", ", first) + " and " + last + " sections";
    }
}
