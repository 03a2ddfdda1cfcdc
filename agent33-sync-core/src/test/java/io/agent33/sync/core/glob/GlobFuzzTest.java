package io.agent33.sync.core.glob;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.core.fuzz.Fuzzing;
import io.agent33.sync.core.fuzz.Said;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An input is a glob, then lines that are paths. */
class GlobFuzzTest {
    private final Fuzzing fuzzing = Fuzzing.of("glob", GlobFuzzTest::read)
            .samples(PublishedCases.ofGit().stream()
                    .map(row -> row.pattern() + "\n" + String.join("\n", row.selected()) + "\n"
                            + String.join("\n", row.others())))
            .samples(Stream.of(
                    "{a,b{c,d}}/[!x]*.md\na/y.md",
                    "**/{,x/}**\nx",
                    "[[:alpha:]-z]\n-",
                    "\\*\\{\n*{",
                    "a\n" + "a/".repeat(500)))
            .pieces("**", "**/", "/**", "*", "?", "{", "}", ",", "{a,b}", "{,}", "[", "]", "[!", "[^", "[]", "-")
            .pieces("[:alpha:]", "[:", ":]", "\\", "\\\\", "/", "\n", "*a", "{a,b}{c,d}{e,f}{g,h}");

    @Test
    void itSelectsOrIsRefusedInWords() {
        fuzzing.briefly(2_500);
    }

    @Test
    @Tag("slow")
    void itSelectsOrIsRefusedInWordsForLong() {
        assertThat(fuzzing.atLength()).isPositive();
    }

    private static String read(byte[] input) {
        String[] lines = new String(input, UTF_8).split("\n", -1);
        Glob glob;
        try {
            glob = Glob.parse(lines[0]);
        } catch (GlobSyntaxException e) {
            Said.fitForALine(e.getMessage());
            assertThat(e.index()).isBetween(0, lines[0].length());
            return "refused: " + e.reason().replaceAll("[0-9]+|\".*\"", "")
                    + e.remedy().length();
        }
        assertThat(Glob.parse(glob.pattern())).isEqualTo(glob);
        String selected = Arrays.stream(lines)
                .skip(1)
                .limit(20)
                .map(path -> selects(glob, path))
                .distinct()
                .sorted()
                .collect(Collectors.joining());
        return selected
                + (lines[0].indexOf('{') >= 0)
                + (lines[0].indexOf('[') >= 0)
                + glob.literalFolder().length() / 4;
    }

    private static String selects(Glob glob, String path) {
        boolean isPath = !path.isEmpty() && Arrays.stream(path.split("/", -1)).noneMatch(String::isEmpty);
        boolean selected = glob.matches(path);
        if (selected) {
            assertThat(isPath).as(path).isTrue();
            assertThat(path).startsWith(glob.literalFolder());
        }
        if (isPath && path.length() < 1_000 && !path.matches("(?s)(.*/)?\\.{1,2}(/.*)?")) {
            Glob literal = Glob.parse(path.replaceAll("([^/])", "\\\\$1"));
            assertThat(literal.matches(path)).as("every character escaped").isTrue();
            assertThat(Glob.parse("**").matches(path)).isTrue();
            assertThat(literal.literalFolder()).isEqualTo(path.substring(0, path.lastIndexOf('/') + 1));
        }
        return selected ? "y" : "n";
    }
}
