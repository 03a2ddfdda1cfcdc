package io.agent33.sync.core.glob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A second opinion on thousands of random globs, by a matcher that only has to be right. */
class GlobAgainstNaiveTest {
    private static final int PATTERNS = 6_000;
    private static final int PATHS = 10;

    @Test
    void randomGlobsSelectWhatTheNaiveMatcherSelects() {
        GlobGenerator generator = new GlobGenerator(new Random(4));
        assertAgreement("seed 4", generator, generator::patternWithoutBraces);
    }

    @Test
    void randomGlobsWithBracesSelectWhatTheNaiveMatcherSelects() {
        GlobGenerator generator = new GlobGenerator(new Random(33));
        assertAgreement("seed 33", generator, generator::patternWithBraces);
    }

    @Test
    void theNaiveMatcherAgreesWithTheDocumentedCases() {
        assertThat(PublishedCases.all().stream().filter(row -> !row.pattern().contains("[")))
                .hasSizeGreaterThan(50)
                .allSatisfy(row -> {
                    assertThat(row.selected()).allMatch(path -> NaiveGlob.matches(row.pattern(), path));
                    assertThat(row.others().stream().filter(path -> !path.contains("//")))
                            .noneMatch(path -> NaiveGlob.matches(row.pattern(), path));
                });
    }

    private static void assertAgreement(String seed, GlobGenerator generator, Supplier<String> patterns) {
        int selected = 0;
        for (int round = 0; round < PATTERNS; round++) {
            String pattern = patterns.get();
            if (!NaiveGlob.isGlob(pattern)) {
                assertThatThrownBy(() -> Glob.parse(pattern))
                        .as("%s, round %d, %s", seed, round, pattern)
                        .isInstanceOf(GlobSyntaxException.class);
                continue;
            }
            Glob glob = Glob.parse(pattern);
            for (int each = 0; each < PATHS; each++) {
                String path = generator.path();
                boolean expected = NaiveGlob.matches(pattern, path);
                if (glob.matches(path) != expected) {
                    throw new AssertionError(
                            "%s, round %d: %s on %s should be %s".formatted(seed, round, pattern, path, expected));
                }
                selected += expected ? 1 : 0;
            }
        }
        assertThat(selected).as("%s: pairs that match", seed).isGreaterThan(PATTERNS * PATHS / 20);
    }
}
