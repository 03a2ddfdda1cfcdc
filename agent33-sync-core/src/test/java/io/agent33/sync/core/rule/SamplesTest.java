package io.agent33.sync.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.rule.RuleSet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample, read as rules and held against the schema. Beside a refused one stands what is said about it. */
class SamplesTest {
    @ParameterizedTest
    @MethodSource("accepted")
    void anAcceptedSampleGivesARuleForEachDocument(Path file) {
        RuleSet rules = read(file);

        assertThat(rules.objections()).isEmpty();
        assertThat(rules.rules()).hasSameSizeAs(RuleSchema.documents(Samples.text(file)));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void theSchemaAcceptsAnAcceptedSample(Path file) {
        for (JsonNode document : RuleSchema.documents(Samples.text(file))) {
            assertThat(RuleSchema.complaints(document)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void byteOrderMarkAndLineEndsOfWindowsChangeNothing(Path file) {
        byte[] windows = ("\uFEFF" + Samples.text(file).replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8);

        assertThat(Samples.read(file.getFileName().toString(), windows)).isEqualTo(read(file));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aRefusedSampleIsRefusedInTheseWords(Path file) {
        RuleSet rules = read(file);

        Stream<String> objections = rules.objections().stream().map(Objection::message);
        Stream<String> others = Samples.ids(rules).stream().map(id -> "rule " + id);
        assertThat(Stream.concat(objections, others)).containsExactlyElementsOf(expected(file));
        assertThat(rules.objections()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void theSchemaRefusesWhatIsRefusedForAKeyATypeOrAnEnumeratedValue(Path file) {
        String[] documents = Samples.text(file).split("(?m)^---\n");
        for (String document : documents) {
            List<Objection> objections = Samples.read(document).objections();
            if (objections.stream().noneMatch(SamplesTest::isForTheSchema)
                    || objections.stream()
                            .anyMatch(objection -> objection.code().startsWith("yaml-"))) {
                continue;
            }
            assertThat(RuleSchema.allDocuments(document).stream().map(RuleSchema::complaints))
                    .as(document)
                    .isNotEmpty()
                    .doesNotContain(List.of());
        }
    }

    /** Names that a host may register are left open in the schema. */
    private static boolean isForTheSchema(Objection objection) {
        return RuleSchema.STRUCTURAL.contains(objection.code())
                && !objection.subject().matches("sync_rule\\.merge\\[\\d+]\\.strategy");
    }

    private static RuleSet read(Path file) {
        return Samples.read(file.getFileName().toString(), Samples.text(file).getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> expected(Path file) {
        String name = file.getFileName().toString().replaceFirst("\\.ya?ml$", ".expected");
        return Samples.text(file.resolveSibling(name)).lines().toList();
    }

    private static List<Path> accepted() {
        return Samples.accepted();
    }

    private static List<Path> refused() {
        return Samples.refused();
    }
}
