package io.agent33.sync.core.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.core.fuzz.Fuzzing;
import io.agent33.sync.core.fuzz.Said;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is safe is said again here, in other words than the product's. A {@code \}{@code uXXXX} stands for a UTF-16 unit. */
class PathFuzzTest {
    private final Fuzzing fuzzing = Fuzzing.of("path", PathFuzzTest::read)
            .samples(Stream.of(
                    "docs/agent33/README.md",
                    "a/../b",
                    "/etc/passwd",
                    "a//b",
                    ".git/config",
                    "GIT~1/x",
                    "c:\\x",
                    "con.txt",
                    "a/\u200c.git",
                    "é/e\u0301",
                    "a.",
                    "İ/ı",
                    "ß/SS",
                    "\\ud800",
                    "x".repeat(255),
                    "x/".repeat(2_000) + "y"))
            .pieces(
                    "..", ".", "/", ".git", "git~1", "::$DATA", "\u200c", "\u206f", "\u202e", "\uFEFF", "con", "nul",
                    "com1")
            .pieces(
                    "conin$", "\\ud83d", "\\udc00", "\\u0000", "\\u0085", "Å", "A\u030a", "\u2126", "ﬁ", "\uFFFD",
                    ".GIT ");

    @Test
    void itIsSafeOrRefusedInWords() {
        fuzzing.briefly(2_500);
    }

    @Test
    @Tag("slow")
    void itIsSafeOrRefusedInWordsForLong() {
        assertThat(fuzzing.atLength()).isPositive();
    }

    private static String read(byte[] input) {
        String path = unescaped(new String(input, UTF_8));
        Optional<String> problem = RepoPath.problemOf(path);
        String folded = FoldedPath.of(path);
        assertThat(FoldedPath.of(folded)).isEqualTo(folded);
        assertThat(FoldedPath.of(Normalizer.normalize(path, Normalizer.Form.NFD)))
                .isEqualTo(folded);
        if (problem.isPresent()) {
            Said.fitForALine(problem.get());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RepoPath.of(path))
                    .withMessageContaining(problem.get())
                    .satisfies(e -> Said.fitForALine(e.getMessage()));
            return problem.get().replaceAll("\".*\"|'.'", "");
        }
        assertSafe(RepoPath.of(path));
        return "safe " + (path.length() / 16) + path.chars().anyMatch(c -> c > 127);
    }

    private static void assertSafe(RepoPath path) {
        byte[] bytes = path.value().getBytes(UTF_8);
        assertThat(bytes).hasSizeLessThanOrEqualTo(4_096);
        assertThat(new String(bytes, UTF_8)).as("what git stores").isEqualTo(path.value());
        assertThat(path.folder().isEmpty() ? path.name() : path.folder() + "/" + path.name())
                .isEqualTo(path.value());
        for (String segment : path.value().split("/", -1)) {
            String visible = segment.replaceAll("\\p{Cf}", "").toLowerCase(Locale.ROOT);
            assertThat(visible).isNotIn("", ".", "..", ".git", "git~1", "git~2");
            assertThat(segment)
                    .doesNotContainPattern("[\\x00-\\x1f\\x7f-\\x9f<>:\"|?*\\\\]")
                    .doesNotMatch("(?s).*[. ]$");
            assertThat(segment.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(255);
            assertThat(segment).doesNotMatch("(?i)(con|nul|aux|prn|com\\d|lpt\\d)(\\..*)?");
        }
    }

    private static String unescaped(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("\\u", i) && text.substring(i).matches("(?s)\\\\u[0-9a-f]{4}.*")) {
                out.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
                i += 5;
            } else {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }
}
