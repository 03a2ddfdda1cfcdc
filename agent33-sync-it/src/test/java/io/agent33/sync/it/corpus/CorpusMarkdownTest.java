package io.agent33.sync.it.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.core.markdown.MarkdownText;
import io.agent33.sync.core.markdown.PathMentions;
import io.agent33.sync.core.markdown.Reference;
import io.agent33.sync.it.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found in the real corpus, release after release. The numbers were counted once and looked at by eye. */
@Tag("corpus")
class CorpusMarkdownTest {
    @TempDir
    static Path folder;

    private static Path clone;

    @BeforeAll
    static void cloneIt() {
        clone = folder.resolve("clone");
        Command.git(folder, "clone", "--quiet", Corpus.clone(folder).toString(), clone.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    v2.0.0 | 2651 | 356 | 89 | 1309 | 409 | 1185
                    v2.1.0 | 2655 | 356 | 89 | 1310 | 409 | 1187
                    v2.2.0 | 3448 | 595 | 108 | 1669 | 596 | 1335
                    v2.3.0 | 4196 | 898 | 150 | 1830 | 704 | 1449
                    v2.3.1 | 4195 | 898 | 144 | 1839 | 704 | 1449
                    v2.4.0 | 4200 | 898 | 167 | 1852 | 704 | 1449
                    v2.5.0 | 2451 | 668 | 139 | 1093 | 386 | 688
                    v2.6.0 | 2502 | 671 | 139 | 1123 | 392 | 707
                    v2.7.0 | 2511 | 672 | 139 | 1138 | 393 | 714
                    v2.8.0 | 2511 | 672 | 139 | 1138 | 393 | 717
                    """)
    void everyReleaseHasItsReferences(
            String release, int headings, int codeBlocks, int links, int codeSpans, int code, int text)
            throws IOException {
        Map<String, Integer> found = new TreeMap<>();
        for (Path file : files(release)) {
            count(file, found);
        }

        assertThat(List.of(
                        found.getOrDefault("headings", 0),
                        found.getOrDefault("code blocks", 0),
                        found.getOrDefault("LINK", 0),
                        found.getOrDefault("CODE_SPAN", 0),
                        found.getOrDefault("CODE_BLOCK", 0),
                        found.getOrDefault("TEXT", 0)))
                .containsExactly(headings, codeBlocks, links, codeSpans, code, text);
    }

    /** Globs, templates and an ellipsis: what names no single path is no mention. */
    @Test
    void whatHasTheTextOfAPathAndIsNoMentionNamesNone() throws IOException {
        Pattern none = Pattern.compile("core/[A-Za-z0-9_/.-]*(\\*|<[a-z_]+>|<ROLE>|\\.\\.).*");
        List<String> left = new ArrayList<>();
        int missed = 0;
        for (Path file : files("v2.8.0")) {
            String text = Files.readString(file, UTF_8);
            List<Reference> references = references(file, text);
            for (int i = text.indexOf("core/"); i >= 0; i = text.indexOf("core/", i + 1)) {
                int at = i;
                boolean found = references.stream()
                        .map(each -> each.destination().range())
                        .anyMatch(range -> range.start() <= at && at < range.end());
                String rest = text.substring(i).lines().findFirst().orElseThrow();
                missed += found ? 0 : 1;
                if (!found && !none.matcher(rest).matches()) {
                    left.add(file.getFileName() + ": " + rest);
                }
            }
        }

        assertThat(left).isEmpty();
        assertThat(missed).isEqualTo(75);
    }

    private static void count(Path file, Map<String, Integer> found) throws IOException {
        String text = Files.readString(file, UTF_8);
        if (file.toString().endsWith(".md")) {
            MarkdownText read = MarkdownText.parse(text);
            found.merge("headings", read.headings().size(), Integer::sum);
            found.merge("code blocks", read.codeBlocks().size(), Integer::sum);
        }
        for (Reference each : references(file, text)) {
            found.merge(each.form().name(), 1, Integer::sum);
        }
    }

    private static List<Reference> references(Path file, String text) {
        return file.toString().endsWith(".md") ? MarkdownText.parse(text).references() : PathMentions.in(text);
    }

    private static List<Path> files(String release) throws IOException {
        Command.git(clone, "checkout", "--quiet", release);
        try (Stream<Path> files = Files.walk(clone.resolve("core"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
