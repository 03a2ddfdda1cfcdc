package io.agent33.sync.it.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.core.link.LinkedText;
import io.agent33.sync.core.markdown.Form;
import io.agent33.sync.core.markdown.Heading;
import io.agent33.sync.core.markdown.MarkdownText;
import io.agent33.sync.core.markdown.PathMentions;
import io.agent33.sync.core.markdown.Reference;
import io.agent33.sync.it.Command;
import io.agent33.sync.it.references.PlainHeading;
import io.agent33.sync.it.references.PlainReader;
import io.agent33.sync.it.references.PlainReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The two readings of the real corpus are one, reference by reference and heading by heading. */
@Tag("corpus")
class CorpusReadingsTest {
    @SuppressWarnings("unused") // read by name
    private static final List<String> RELEASES = Corpus.RELEASES;

    @TempDir
    static Path folder;

    private static Path clone;

    @BeforeAll
    static void cloneIt() {
        clone = folder.resolve("clone");
        Command.git(folder, "clone", "--quiet", Corpus.clone(folder).toString(), clone.toString());
    }

    @ParameterizedTest
    @FieldSource("RELEASES")
    void bothFindTheSame(String release) throws IOException {
        Command.git(clone, "checkout", "--quiet", release);
        List<String> ours = new ArrayList<>();
        List<String> theirs = new ArrayList<>();
        try (Stream<Path> files = Files.walk(clone)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(each -> !each.startsWith(clone.resolve(".git")))
                    .sorted()
                    .toList()) {
                read(file, ours, theirs);
            }
        }

        assertThat(ours).hasSizeGreaterThan(4000);
        assertThat(ours).doesNotHaveDuplicates();
        assertThat(theirs).doesNotHaveDuplicates();
        assertThat(differences(ours, theirs)).isEmpty();
    }

    private static List<String> differences(List<String> ours, List<String> theirs) {
        Set<String> alone = new TreeSet<>();
        Set<String> known = new HashSet<>(theirs);
        ours.stream().filter(each -> !known.contains(each)).forEach(each -> alone.add(each + " (the engine alone)"));
        known.removeAll(Set.copyOf(ours));
        known.forEach(each -> alone.add(each + " (the second reading alone)"));
        return List.copyOf(alone);
    }

    private static void read(Path file, List<String> ours, List<String> theirs) throws IOException {
        String path = clone.relativize(file).toString();
        String text = Files.readString(file, UTF_8);
        for (PlainReference each : PlainReader.references(path, text)) {
            theirs.add(path + ":" + each.line() + ":" + each.column() + " " + each.kind() + " " + each.destination());
        }
        if (!LinkedText.isMarkdown(path)) {
            PathMentions.in(text).forEach(each -> ours.add(path + ":" + line(each)));
            return;
        }
        MarkdownText read = MarkdownText.parse(text);
        read.references().forEach(each -> ours.add(path + ":" + line(each)));
        for (Heading each : read.headings()) {
            ours.add(path + ":" + each.position().line() + " #" + each.id());
        }
        for (PlainHeading each : PlainReader.headings(text)) {
            theirs.add(path + ":" + each.line() + " #" + each.id());
        }
    }

    private static String line(Reference found) {
        return found.position().line() + ":" + found.position().column() + " " + kind(found.form()) + " "
                + (found.form().isByDefinition()
                        ? "[" + found.label().orElseThrow().toLowerCase(Locale.ROOT) + "]"
                        : found.destination().url());
    }

    private static PlainReference.Kind kind(Form form) {
        return switch (form) {
            case LINK, IMAGE, REFERENCE_LINK, REFERENCE_IMAGE, HTML_LINK, HTML_IMAGE -> PlainReference.Kind.LINK;
            case DEFINITION -> PlainReference.Kind.DEFINITION;
            case AUTOLINK, BARE_URL -> PlainReference.Kind.ADDRESS;
            default -> PlainReference.Kind.MENTION;
        };
    }
}
