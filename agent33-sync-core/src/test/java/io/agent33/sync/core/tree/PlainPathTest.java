package io.agent33.sync.core.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.repository.RepoPath;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The short cut for plain names, in {@code PathSegments}, against the full check that it saves. */
class PlainPathTest {
    private static final List<String> PIECES = List.of(
            "con", "Prn", "AUX", "nul", "com", "LPT", "conin", "conout", "1", "9", "0", ".git", "git", "Git", "g", "G",
            ".", ".", "..", "-", "_", "a", "Z", "md", "~1", "~", "$", " ", "\u00b9", ":", "\u200c", "\u00e9", "\u0001");

    /** Not seen by others: what they ask has taken the short cut already. */
    private static final Method FULL_CHECK = fullCheck();

    private static Method fullCheck() {
        try {
            Method method = Class.forName(RepoPath.class.getPackageName() + ".PathSegments")
                    .getDeclaredMethod("problemOfUnusual", String.class);
            method.setAccessible(true);
            return method;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("the full check has another name now", e);
        }
    }

    private static void assertAgreed(String segment, long seed) throws ReflectiveOperationException {
        assertThat(RepoPath.problemOf(segment))
                .as("seed %d: \"%s\"", seed, segment)
                .isEqualTo(FULL_CHECK.invoke(null, segment));
    }

    @Test
    void theShortCutSaysWhatTheFullCheckSays() throws ReflectiveOperationException {
        int safe = 0;
        for (long seed = 0; seed < 20_000; seed++) {
            String segment = segment(new Random(seed));
            assertAgreed(segment, seed);
            safe += RepoPath.problemOf(segment).equals(Optional.empty()) ? 1 : 0;
        }
        assertThat(safe).as("names that are fine").isBetween(4_000, 16_000);
    }

    private static String segment(Random random) {
        // Half of them of plain characters alone, which stand first.
        int choice = random.nextBoolean() ? 24 : PIECES.size();
        StringBuilder segment = new StringBuilder();
        for (int pieces = 1 + random.nextInt(4); pieces > 0; pieces--) {
            segment.append(PIECES.get(random.nextInt(choice)));
        }
        return segment.toString();
    }

    @Test
    void atTheLongestNameToo() throws ReflectiveOperationException {
        for (int length = 253; length < 258; length++) {
            assertAgreed("x".repeat(length), length);
            assertAgreed("x".repeat(length - 1) + ".", length);
            assertAgreed(".g" + "x".repeat(length), length);
        }
    }
}
