package io.agent33.sync.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.merge.Conflict;
import io.agent33.sync.api.merge.ConflictMarkers;
import io.agent33.sync.api.merge.MergeLabels;
import io.agent33.sync.api.merge.MergeResult;
import io.agent33.sync.api.merge.MergeStrategy;
import io.agent33.sync.api.merge.ThreeWay;
import io.agent33.sync.api.repository.RepoPath;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link MergeStrategy} owes, as tests: extend it, give the strategy, and run it. */
public abstract class MergeStrategyContract {
    private static final ConflictMarkers MARKERS = new ConflictMarkers(9, MergeLabels.ofReleases("v1.0.0", "v1.1.0"));
    private static final RepoPath PATH = RepoPath.of("docs/a.md");

    private static final List<String> TEXTS = List.of(
            "",
            "one\n",
            "one\ntwo\nthree\nfour\nfive\n",
            "one\ntwo\n3\nfour\nfive\n",
            "key: 1\nother:\n  - a\n  - b\n",
            "# Title\n\ntext\n\n\n| a | b |\n",
            "\u00FC\uD83D\uDE00\n \t\n",
            "no line is like a marker <<<<<<< here\n");

    /** The strategy; asked for each test. */
    public abstract MergeStrategy strategy();

    private static ThreeWay sides(String base, String local, String upstream) {
        return new ThreeWay(PATH, base, local, upstream, MARKERS);
    }

    @Test
    void whatOnlyUpstreamChangedIsUpstreams() {
        TEXTS.forEach(base -> TEXTS.forEach(changed ->
                assertThat(strategy().merge(sides(base, base, changed))).isEqualTo(new MergeResult.Clean(changed))));
    }

    @Test
    void whatOnlyTheDownstreamChangedIsTheDownstreams() {
        TEXTS.forEach(base -> TEXTS.forEach(changed ->
                assertThat(strategy().merge(sides(base, changed, base))).isEqualTo(new MergeResult.Clean(changed))));
    }

    @Test
    void whatBothChangedAlikeIsThat() {
        TEXTS.forEach(base -> TEXTS.forEach(changed ->
                assertThat(strategy().merge(sides(base, changed, changed))).isEqualTo(new MergeResult.Clean(changed))));
    }

    @Test
    void theSameSidesGiveTheSameResult() {
        eachTriple(sides ->
                assertThat(strategy().merge(sides)).isEqualTo(strategy().merge(sides)));
    }

    @Test
    void severalThreadsDoNotDisturbEachOther() {
        MergeStrategy shared = strategy();
        ThreeWay sides = sides(TEXTS.get(2), TEXTS.get(3), TEXTS.get(2).replace("five", "5"));
        MergeResult alone = shared.merge(sides);

        assertThat(IntStream.range(0, 64).parallel().mapToObj(i -> shared.merge(sides)))
                .hasSize(64)
                .containsOnly(alone);
    }

    @Test
    void aConflictLiesWithinItsText() {
        eachTriple(sides -> {
            if (strategy().merge(sides) instanceof MergeResult.Conflicted conflicted) {
                int lines = (int) conflicted.text().lines().count();
                assertThat(conflicted.conflicts())
                        .isNotEmpty()
                        .extracting(Conflict::lastLine)
                        .allSatisfy(last -> assertThat(last).isLessThanOrEqualTo(lines));
            } else {
                assertThat(strategy().merge(sides).text()).isNotNull();
            }
        });
    }

    private interface Check {
        void of(ThreeWay sides);
    }

    private static void eachTriple(Check check) {
        TEXTS.forEach(base ->
                TEXTS.forEach(local -> TEXTS.forEach(upstream -> check.of(sides(base, local, upstream)))));
    }
}
