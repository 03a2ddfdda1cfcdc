package io.agent33.sync.it.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.core.validate.secret.SecretMatch;
import io.agent33.sync.core.validate.secret.SecretScanner;
import io.agent33.sync.it.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every file of every release of the real corpus, with no finding accepted. Each expected line was looked at by eye: they are
 * paths on the drive of whoever wrote the documents, all gone with v2.5.0. Nothing else is found, and nothing else is there:
 * {@code C:\Windows} in v2.8.0 is the same on every machine, and the byte-order mark stands at a file's beginning.
 */
@Tag("corpus")
class CorpusSecretsTest {
    private static final List<String> DRIVE_PATHS = List.of(
            "core/agents/CLAUDE_DIFF_REPORT.md:5:18 D:\\GITHUB\\AGENT-33\\core\\agents\\CLAUDE.md",
            "core/agents/sources/Cladius Maximus__CLAUDE.md:18:1 D:\\GITHUB\\Claudius",
            "core/agents/sources/Cladius Maximus__CLAUDE.md:61:5 D:\\GITHUB\\Claudius Maximus",
            "core/agents/sources/Cladius Maximus__CLAUDE.md:131:16 D:\\GITHUB\\Claudius Maximus\\pipeline\\",
            "core/agents/sources/Cladius Maximus__CLAUDE.md:148:5 D:\\GITHUB\\Claudius Maximus\\pipeline",
            "core/agents/sources/EDCTool__CLAUDE.md:34:4 D:\\GITHUB\\EDCTool",
            "core/agents/sources/EDCTool__CLAUDE.md:95:1 D:\\GITHUB\\EDCTool\\",
            "core/agents/sources/EDCTool__CLAUDE.md:177:4 D:\\GITHUB\\EDCTool",
            "core/logs/Cladius Maximus/docs-next-session/next-session-narrative.md:21:8 D:\\GITHUB\\Claudius Maximus",
            "core/logs/Cladius Maximus/docs-next-session/next-session-narrative.md:27:8 D:\\GITHUB\\Claudius Maximus\\pipeline",
            "core/logs/Cladius Maximus/docs-next-session/next-session-narrative.md:78:5 D:\\GITHUB\\Claudius Maximus",
            "core/logs/EDCTool/docs-next-session/REFINEMENT_next-session-narrative.md:100:4 D:\\GITHUB\\EDCTool",
            "core/logs/EDCTool/docs-next-session/next-session-narrative.md:45:4 D:\\GITHUB\\EDCTool",
            "core/logs/EDCTool/docs-next-session/next-session-narrative.md:143:4 D:\\GITHUB\\EDCTool",
            "core/logs/EDCwayback/docs-next-session/next-session-narrative.md:8:23 D:\\github\\EDCwayback");

    private final SecretScanner scanner = SecretScanner.builtIn();

    @TempDir
    private Path folder;

    @Test
    void theDrivePathsOfTheFirstReleasesAreFoundAndNothingElse() throws IOException {
        Path upstream = Corpus.clone(folder);
        Path tree = Files.createDirectory(folder.resolve("tree"));
        for (String release : Corpus.RELEASES) {
            Command.git(upstream, "--work-tree=" + tree, "read-tree", "-u", "--reset", release);
            List<String> expected = release.compareTo("v2.5.0") < 0 ? DRIVE_PATHS : List.of();
            assertThat(found(tree)).as(release).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private List<String> found(Path tree) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = tree.relativize(file).toString();
                assertThat(scanner.scanPath(path)).as(path).isEmpty();
                found.addAll(found(path, text(file)));
            }
        }
        assertThat(found).as("only drive paths").allMatch(line -> line.contains(" D:\\"));
        return found;
    }

    private List<String> found(String path, String text) {
        List<String> found = new ArrayList<>();
        for (SecretMatch match : scanner.scan(path, text)) {
            String place = text.substring(match.start(), match.end());
            assertThat(match.kind()).as("%s: %s", path, match).isEqualTo("drive-path");
            assertThat(match.matches(place)).isTrue();
            found.add(path + ":" + match.line() + ":" + match.column() + " " + place);
        }
        return found;
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
