package io.agent33.sync.core.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DecisionPhraseTest {
    private static final String ANCESTOR = """
            # Cadence

            Intro.

            ## Release schedule

            Every month.

            ## *Hotfix* [rules](x.md) ##

            At once.

            ```sh
            # no heading
            run
            ```

            ## End
            end
            """;
    private static final String LOCAL = ANCESTOR.replace("Every month.", "Every week.");
    private static final String UPSTREAM = ANCESTOR.replace("Every month.", "Every quarter.");

    private static String phrase(String ancestor, String local, String upstream, String resolved) {
        return phrase("docs/CADENCE.md", ancestor, local, upstream, resolved, "");
    }

    private static String phrase(
            String file, String ancestor, String local, String upstream, String resolved, String subject) {
        return DecisionPhrase.of(
                file,
                ancestor.getBytes(UTF_8),
                local.getBytes(UTF_8),
                upstream.getBytes(UTF_8),
                resolved.getBytes(UTF_8),
                subject);
    }

    @Test
    void keptIsWhatHasTheLocalLines() {
        assertThat(phrase(ANCESTOR, LOCAL, UPSTREAM, LOCAL))
                .isEqualTo("Kept downstream override for Release schedule section");
    }

    @Test
    void acceptedIsWhatHasUpstreamsLines() {
        assertThat(phrase(ANCESTOR, LOCAL, UPSTREAM, UPSTREAM))
                .isEqualTo("Accepted upstream for Release schedule section");
    }

    @Test
    void combinedIsWhatHasLinesOfBoth() {
        assertThat(phrase(ANCESTOR, LOCAL, UPSTREAM, LOCAL.replace("week.", "week.\nEvery quarter.")))
                .isEqualTo("Combined both sides for Release schedule section");
        assertThat(phrase(ANCESTOR, LOCAL, UPSTREAM, LOCAL.replace("Every week.", "Every quarter.\nEvery week.")))
                .isEqualTo("Combined both sides for Release schedule section");
    }

    @Test
    void rewrittenIsWhatHasOtherLines() {
        assertThat(phrase(ANCESTOR, LOCAL, UPSTREAM, ANCESTOR.replace("month", "day")))
                .isEqualTo("Rewrote both sides for Release schedule section");
        assertThat(phrase(ANCESTOR, LOCAL, UPSTREAM, ANCESTOR))
                .isEqualTo("Rewrote both sides for Release schedule section");
    }

    @Test
    void whatWasNotInConflictDoesNotCount() {
        String upstream = UPSTREAM.replace("# Cadence", "# Cadence 2").replace("end\n", "end\nmore\n");
        String local = LOCAL.replace("Intro.", "Our intro.");
        String resolved = local.replace("end\n", "end\nmore\n").replace("# Cadence", "# Cadence 2");

        assertThat(phrase(ANCESTOR, local, upstream, resolved))
                .isEqualTo("Kept downstream override for Release schedule section");
    }

    @Test
    void severalHunksDecidedDifferentlyAreCombined() {
        String local = LOCAL.replace("At once.", "Now.");
        String upstream = UPSTREAM.replace("At once.", "Soon.");

        assertThat(phrase(ANCESTOR, local, upstream, local))
                .isEqualTo("Kept downstream override for Release schedule and Hotfix rules sections");
        assertThat(phrase(ANCESTOR, local, upstream, local.replace("Now.", "Soon.")))
                .isEqualTo("Combined both sides for Release schedule and Hotfix rules sections");
    }

    @Test
    void oneThatWasRewrittenIsNotOutvoted() {
        String local = LOCAL.replace("At once.", "Now.");
        String upstream = UPSTREAM.replace("At once.", "Soon.");

        assertThat(phrase(ANCESTOR, local, upstream, local.replace("Now.", "Never.")))
                .isEqualTo("Rewrote both sides for Release schedule and Hotfix rules sections");
    }

    @Test
    void linesOfOneSideAndOthersAreNoCombination() {
        assertThat(phrase("a.txt", "a\n", "l1\nl2\n", "u1\nu2\n", "l1\nnew\n", ""))
                .isEqualTo("Rewrote both sides");
        assertThat(phrase("a.txt", "a\n", "l1\nl2\n", "u1\nu2\n", "u1\nnew\n", ""))
                .isEqualTo("Rewrote both sides");
        assertThat(phrase("a.txt", "a\n", "l1\nl2\n", "u1\nu2\n", "u1\nl2\n", ""))
                .isEqualTo("Combined both sides");
    }

    @Test
    void linesThatBothHaveOrThatAreBlankSpeakForNobody() {
        assertThat(phrase("a.txt", "a\nb\n", "l\nboth\n", "u\nboth\n", "both\nnew\n", ""))
                .isEqualTo("Rewrote both sides");
        assertThat(phrase("a.txt", "a\n", "l1\n\nl2\n", "u\n", "u\n\nnew\n", ""))
                .isEqualTo("Rewrote both sides");
    }

    @Test
    void theSameChangeOnBothSidesIsNoConflict() {
        String local = LOCAL.replace("At once.", "Now.");
        String upstream = UPSTREAM.replace("At once.", "Now.");

        assertThat(phrase(ANCESTOR, local, upstream, local))
                .isEqualTo("Kept downstream override for Release schedule section");
    }

    @Test
    void linesThatCameOrWentBeforeShiftNothing() {
        String local = LOCAL.replace("# Cadence", "# Ours\n1\n2\n3\n4\n5\n6\n7\n8\n\n# Cadence");
        String upstream = UPSTREAM.replace("# Cadence\n\n", "");

        assertThat(phrase(ANCESTOR, local, UPSTREAM, local))
                .isEqualTo("Kept downstream override for Release schedule section");
        assertThat(phrase(ANCESTOR, LOCAL, upstream, upstream))
                .isEqualTo("Accepted upstream for Release schedule section");
    }

    @Test
    void aDeletionIsASideToo() {
        String local = ANCESTOR.replace("Every month.\n", "");

        assertThat(phrase(ANCESTOR, local, UPSTREAM, local)).startsWith("Kept downstream override for Release");
        assertThat(phrase(ANCESTOR, local, UPSTREAM, UPSTREAM)).startsWith("Accepted upstream for Release");
        assertThat(phrase(ANCESTOR, UPSTREAM, local, local)).startsWith("Accepted upstream for Release");
    }

    @Test
    void aHashInCodeIsNoHeading() {
        assertThat(phrase(
                        ANCESTOR,
                        ANCESTOR.replace("run\n", "go\n"),
                        ANCESTOR.replace("run\n", "stop\n"),
                        ANCESTOR.replace("run\n", "go\n")))
                .isEqualTo("Kept downstream override for Hotfix rules section");
    }

    @Test
    void norDoesCodeHideTheHeadingsAfterIt() {
        String local = ANCESTOR.replace("end\n", "ours\n");

        assertThat(phrase(ANCESTOR, local, ANCESTOR.replace("end\n", "theirs\n"), local))
                .isEqualTo("Kept downstream override for End section");
    }

    @Test
    void aHeadingThatIsInConflictItselfIsNamedAsTheOverrideHasIt() {
        String local = ANCESTOR.replace("## End", "## Our end");

        assertThat(phrase(ANCESTOR, local, ANCESTOR.replace("## End", "## The end"), local))
                .isEqualTo("Kept downstream override for Our end section");
    }

    @Test
    void aLineOfManyBlanksIsNoHeading() {
        String ancestor = "# A\n# " + " ".repeat(500_000) + "x\n\na\n";

        assertThat(phrase(ancestor, ancestor + "l\n", ancestor + "u\n", ancestor + "l\n"))
                .isEqualTo("Kept downstream override for A section");
    }

    @Test
    void severalChangesWithinALongerOneAreOneHunk() {
        String ancestor = "1\n2\n3\n4\n5\n6\n7\n";
        String local = "a\nb\nc\n7\n";
        String upstream = "1\nzwei\n3\n4\nfünf\n6\n7\n";

        assertThat(phrase("a.txt", ancestor, local, upstream, local, "")).isEqualTo("Kept downstream override");
        assertThat(phrase("a.txt", ancestor, local, upstream, upstream, "")).isEqualTo("Accepted upstream");
        assertThat(phrase("a.txt", ancestor, local, upstream, local.replace("b", "fünf"), ""))
                .isEqualTo("Combined both sides");
        assertThat(phrase("a.txt", ancestor, local, upstream, upstream.replace("3", "neu"), ""))
                .isEqualTo("Rewrote both sides");
    }

    @Test
    void manySectionsAreCounted() {
        String ancestor = "# A\n\na\n\n# B\n\na\n\n# C\n\na\n\n# D\n\na\n\n# E\n\na\n";
        String local = ancestor.replace("\na\n", "\nl\n");
        String upstream = ancestor.replace("\na\n", "\nu\n");

        assertThat(phrase(ancestor, local, upstream, local))
                .isEqualTo("Kept downstream override for A, B, C and 2 more sections");
    }

    @Test
    void threeSectionsAreNamed() {
        String ancestor = "# A\n\na\n\n# B\n\na\n\n# C\n\na\n";

        assertThat(phrase(
                        ancestor,
                        ancestor.replace("\na\n", "\nl\n"),
                        ancestor.replace("\na\n", "\nu\n"),
                        ancestor.replace("\na\n", "\nu\n")))
                .isEqualTo("Accepted upstream for A, B and C sections");
    }

    @Test
    void onlyMarkdownHasSections() {
        assertThat(phrase("a.yaml", "# a\nb: 1\n", "# a\nb: 2\n", "# a\nb: 3\n", "# a\nb: 2\n", ""))
                .isEqualTo("Kept downstream override");
        assertThat(phrase("no heading\n", "local\n", "upstream\n", "local\n")).isEqualTo("Kept downstream override");
    }

    @Test
    void theSubjectOfTheCommitStandsInBrackets() {
        assertThat(phrase("a.txt", "a\n", "l\n", "u\n", "u\n", "docs: take theirs\n"))
                .isEqualTo("Accepted upstream (docs: take theirs)");
    }

    @Test
    void lineEndsDoNotCount() {
        assertThat(phrase(ANCESTOR, LOCAL, UPSTREAM, LOCAL.replace("\n", "\r\n")))
                .isEqualTo("Kept downstream override for Release schedule section");
    }

    @Test
    void textsOfWhichNoLinesMetAreCombined() {
        assertThat(phrase("a.txt", "a\n", "a\n", "u\n", "u\n", "")).isEqualTo("Combined both sides");
    }

    @Test
    void longTextsAreOneHunk() {
        String ancestor = "line\n".repeat(5000);

        assertThat(phrase("a.txt", ancestor, ancestor + "l\n", ancestor + "u\n", ancestor + "l\n", ""))
                .isEqualTo("Kept downstream override");
    }
}
