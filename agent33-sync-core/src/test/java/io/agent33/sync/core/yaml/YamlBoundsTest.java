package io.agent33.sync.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agent33.sync.api.error.Objection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is too large gives an error, never an exhausted heap or stack. */
class YamlBoundsTest {
    @Test
    void aTextAtTheBoundIsReadAndOneByteMoreIsNot() {
        YamlReader reader = new YamlReader(new YamlBounds(10, 5, 5));

        assertThat(codes(reader, "a: 3456789")).isEmpty();
        assertThat(codes(reader, "a: 34567890")).containsExactly("too-large");
        assertThat(codes(reader, "a: 345678é")).containsExactly("too-large");
    }

    @Test
    void tenMegabytesAreRefusedUnread() {
        assertThat(Read.objections("a".repeat(10 << 20)))
                .extracting(Object::toString)
                .containsExactly(
                        "f.yaml: f.yaml: expected at most 1048576 bytes, found more; split the file [too-large]");
    }

    @Test
    void aMegabyteInOneTextIsRead() {
        assertThat(Read.scalar("a: " + "b".repeat((1 << 20) - 3), "a").text()).hasSize((1 << 20) - 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? ", "a:\n", "[{a: "})
    void tenThousandLevelsAreRefused(String level) {
        String deep = level.equals("a:\n")
                ? IntStream.range(0, 1_000).mapToObj(i -> " ".repeat(i) + level).collect(Collectors.joining())
                : level.repeat(10_000);

        assertThat(Read.objections(deep))
                .extracting("code")
                .allMatch(code -> code.equals("too-deep") || code.equals("yaml-syntax"));
        assertThat(Read.documents(deep))
                .singleElement()
                .satisfies(document -> assertThat(document.root()).isEmpty());
    }

    @Test
    void theDepthIsExact() {
        YamlReader reader = new YamlReader(new YamlBounds(1_000, 3, 100));

        assertThat(codes(reader, "[[[a]]]")).isEmpty();
        assertThat(codes(reader, "{a: {b: {c: d}}}")).isEmpty();
        assertThat(codes(reader, "[[[[a]]]]")).containsExactly("too-deep");
        assertThat(codes(reader, "{a: {b: {c: {}}}}")).containsExactly("too-deep");
    }

    @Test
    void theDeepestBoundIsWithinTheStack() {
        int depth = YamlBounds.MAX_DEPTH;
        YamlReader reader = new YamlReader(new YamlBounds(10_000, depth, 1_000));

        assertThat(codes(reader, "[".repeat(depth) + "]".repeat(depth))).isEmpty();
    }

    @Test
    void anAliasBombIsRefusedWithoutGrowing() {
        String bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
                + IntStream.range(1, 40)
                        .mapToObj(i -> "a%d: &a%d [%s]%n"
                                .formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9))
                                .replace(", ]", "]"))
                        .collect(Collectors.joining());

        List<Objection> objections = Read.objections(bomb);

        assertThat(objections).hasSize(100);
        assertThat(objections.subList(0, 99)).extracting("code").containsOnly("yaml-anchor", "yaml-alias");
        assertThat(objections.get(99).code()).isEqualTo("too-many-problems");
    }

    @Test
    void aHundredThousandKeysAreTooMany() {
        String keys = IntStream.range(0, 100_000).mapToObj(i -> "k" + i + ":").collect(Collectors.joining("\n"));

        assertThat(Read.objections(keys)).extracting("code").containsExactly("too-many-nodes");
    }

    @Test
    void nodesAreCountedOverAllDocuments() {
        YamlReader reader = new YamlReader(new YamlBounds(1_000, 5, 8));

        // Each document counts for one, its mapping, its key and its value for three more.
        assertThat(codes(reader, "a: 1\n---\nb: 2\n")).isEmpty();
        assertThat(codes(reader, "a: 1\n---\nb: 2\n---\nc: 3\n")).containsExactly("too-many-nodes");
        assertThat(codes(reader, "a: 1\n---\nb: [2]\n---\nc: 3\n---\nd: 4\n")).containsExactly("too-many-nodes");
    }

    @Test
    void manyDocumentsAreCountedEvenIfEachIsBroken() {
        YamlReader reader = new YamlReader(new YamlBounds(1 << 20, 5, 1_000));

        List<String> codes = codes(reader, "--- *\n".repeat(100_000));

        assertThat(codes).hasSize(1_001).endsWith("too-many-nodes");
    }

    @Test
    void problemsAreCountedUpToAHundred() {
        assertThat(Read.objections("a: 1\n".repeat(5_000)))
                .hasSize(100)
                .last()
                .extracting("code")
                .isEqualTo("too-many-problems");
    }

    @Test
    void aLargeNumberIsNeverComputed() {
        String digits = "9".repeat(1 << 19);

        assertThat(Read.scalar("a: 0x" + digits, "a").asWholeNumber()).isEmpty();
        assertThat(Read.scalar("a: " + digits, "a").asWholeNumber()).isEmpty();
    }

    @Test
    void widerBoundsReadAManifestOfTenThousandFiles() {
        String file = "  - {\"source\":\"core/a/%d.md\",\"target\":\"docs/a/%d.md\",\"mode\":\"100644\"}%n";
        String manifest = "format: 1\nfiles:\n"
                + IntStream.range(0, 10_000).mapToObj(i -> file.formatted(i, i)).collect(Collectors.joining());
        YamlReader reader = new YamlReader(new YamlBounds(64 << 20, 8, 5_000_000));

        List<YamlDocument> documents = reader.read("manifest.yaml", manifest.getBytes(StandardCharsets.UTF_8));

        YamlMapping root = (YamlMapping) documents.get(0).root().orElseThrow();
        YamlSequence files = (YamlSequence) root.entry("files").orElseThrow().value();
        assertThat(files.items()).hasSize(10_000);
        assertThat(files.items().get(9_999).at().line()).isEqualTo(10_002);
    }

    @Test
    void manyWideCharactersOnOneLineCostNoMoreThanOthers() {
        String list = "[" + "😀,".repeat(40_000) + "]";

        YamlSequence items = (YamlSequence) Read.root(list);

        assertThat(items.items().get(39_999).at().column()).isEqualTo(2 + 3 * 39_999);
    }

    @Test
    void boundsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new YamlBounds(0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new YamlBounds(1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new YamlBounds(1, 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new YamlBounds(1, YamlBounds.MAX_DEPTH + 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> codes(YamlReader reader, String text) {
        return reader.read("f.yaml", text.getBytes(StandardCharsets.UTF_8)).stream()
                .flatMap(document -> document.objections().stream())
                .map(Objection::code)
                .toList();
    }

    @Test
    void keysCountLikeValues() {
        YamlReader reader = new YamlReader(new YamlBounds(10_000, 5, 100));

        assertThat(codes(reader, keys(45))).isEmpty();
        assertThat(codes(reader, keys(60))).containsExactly("too-many-nodes");
    }

    private static String keys(int count) {
        return IntStream.range(0, count).mapToObj(i -> "k" + i + ": 1\n").collect(Collectors.joining());
    }
}
