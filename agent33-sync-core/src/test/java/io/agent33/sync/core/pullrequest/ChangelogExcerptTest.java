package io.agent33.sync.core.pullrequest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the upstream says about the files of one sync (S11). */
class ChangelogExcerptTest {
    private static final List<String> SOURCES = List.of("core/a/X.md", "core/a/Y.md");

    private final List<String> subjects = new ArrayList<>();

    @Test
    void gainedLinesThatNameADeliveredFileStandInTheirOrder() {
        ChangelogExcerpt excerpt = between("""
                # Changelog
                - core/a/X.md: old
                """, """
                # Changelog
                ## v2
                - core/a/Y.md: new
                - core/b/Z.md: new
                - core/a/X.md: newer
                - all of core/a/
                - core/a/X.md: old
                """);

        assertThat(excerpt.lines()).containsExactly("core/a/Y.md: new", "core/a/X.md: newer", "all of core/a/");
        assertThat(excerpt.leftOut()).isZero();
    }

    @Test
    void marksOfListsAndHeadingsAreLeftOff() {
        assertThat(between("", """
                ### core/a/X.md
                * X.md a
                  + X.md b
                1. X.md c
                12) X.md d
                | X.md | e |
                -- X.md f
                """).lines())
                .containsExactly("core/a/X.md", "X.md a", "X.md b", "X.md c", "X.md d", "| X.md | e |", "-- X.md f");
    }

    @Test
    void lineThatOnlyMovedWasNotGained() {
        assertThat(between("""
                ## Unreleased
                - core/a/X.md: moved
                """, """
                ## v2
                  - core/a/X.md: moved\r
                """).lines()).isEmpty();
    }

    @Test
    void lineThatStandsOnceMoreWasGainedAtTheTop() {
        assertThat(between("- X.md updated\n", "- X.md updated\n- Y.md removed\n- X.md updated\n")
                        .lines())
                .containsExactly("X.md updated", "Y.md removed");
    }

    @Test
    void equalLinesAreToldOnce() {
        assertThat(between("", "- X.md updated\n- X.md updated\n* X.md updated\n")
                        .lines())
                .containsExactly("X.md updated");
    }

    @Test
    void changelogThatIsNewWasGainedAsAWhole() {
        assertThat(ChangelogExcerpt.between(Optional.empty(), Optional.of("X.md a\nX.md b"), SOURCES, List::of)
                        .lines())
                .containsExactly("X.md a", "X.md b");
    }

    @Test
    void subjectsOfCommitsStandInWhereNoLineNamesAFile() {
        subjects.addAll(List.of("- newest", "docs: fix", "docs: fix", "oldest"));

        assertThat(between("", "- core/b/Z.md\n").lines()).containsExactly("- newest", "docs: fix", "oldest");
        assertThat(ChangelogExcerpt.between(Optional.of("X.md"), Optional.empty(), SOURCES, () -> subjects)
                        .lines())
                .containsExactly("- newest", "docs: fix", "oldest");
    }

    @Test
    void commitsAreNotAskedForWhereALineNamesAFile() {
        ChangelogExcerpt excerpt = ChangelogExcerpt.between(Optional.empty(), Optional.of("X.md"), SOURCES, () -> {
            throw new AssertionError("asked for commits");
        });

        assertThat(excerpt.lines()).containsExactly("X.md");
    }

    @Test
    void numberOfLinesIsBoundedAndTheRestCounted() {
        String changelog = IntStream.range(0, 250).mapToObj(i -> "X.md " + i).collect(Collectors.joining("\n"));

        ChangelogExcerpt excerpt = between("", changelog);

        assertThat(excerpt.lines()).hasSize(200).startsWith("X.md 0").endsWith("X.md 199");
        assertThat(excerpt.leftOut()).isEqualTo(50);
    }

    @Test
    void changelogThatWasRewrittenAsAWholeIsReadInLinearTime() {
        String before = IntStream.range(0, 50_000).mapToObj(i -> "a" + i).collect(Collectors.joining("\n"));
        String after = IntStream.range(0, 50_000).mapToObj(i -> "b" + i).collect(Collectors.joining("\n"));

        assertThat(between(before, after + "\nX.md").lines()).containsExactly("X.md");
    }

    private ChangelogExcerpt between(String before, String after) {
        return ChangelogExcerpt.between(Optional.of(before), Optional.of(after), SOURCES, () -> subjects);
    }
}
