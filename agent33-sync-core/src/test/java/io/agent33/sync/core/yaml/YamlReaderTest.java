package io.agent33.sync.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.error.Location;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read, as what, and where it stood. */
class YamlReaderTest {
    @Test
    void blockAndFlowStyleGiveTheSameTree() {
        String block = "a:\n  b:\n  - c\n  - 'd'\n  e: {}\nf: []\n";
        String flow = "{a: {b: [c, 'd'], e: {}}, f: []}";

        assertThat(Read.shape(Read.root(block))).isEqualTo("{a: {b: [c, \"d\"], e: {}}, f: []}");
        assertThat(Read.shape(Read.root(flow))).isEqualTo(Read.shape(Read.root(block)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no",
                "yes",
                "on",
                "off",
                "012",
                "0o14",
                "0x1F",
                "0b11",
                "1.10",
                "1_000",
                "1e3",
                ".5",
                "190:20:30",
                "2026-01-30",
                "2026-01-30T12:00:00Z",
                "=",
                "y",
                "N",
                "NO",
                "+1",
                "-0",
                ".inf",
                ".NaN",
                "0xZZ",
                "NULLS"
            })
    void aPlainValueIsTheTextThatWasWritten(String written) {
        assertThat(Read.scalar("key: " + written, "key").text()).isEqualTo(written);
        assertThat(Read.scalar("key: " + written, "key").plain()).isTrue();
    }

    @Test
    void keysAreTextsToo() {
        assertThat(Read.shape(Read.root("no: 1\n012: 2\ntrue: 3\n~: 4\n"))).isEqualTo("{no: 1, 012: 2, true: 3, ~: 4}");
    }

    @Test
    void truthValuesAreThoseOfYaml12WithoutQuotes() {
        assertThat(List.of("true", "True", "TRUE", "false", "False", "FALSE"))
                .allSatisfy(word ->
                        assertThat(Read.scalar("k: " + word, "k").asBoolean()).contains(word.equalsIgnoreCase("true")));
        assertThat(List.of("'true'", "\"false\"", "yes", "on", "y", "tRue", "1"))
                .allSatisfy(word ->
                        assertThat(Read.scalar("k: " + word, "k").asBoolean()).isEmpty());
    }

    @Test
    void wholeNumbersAreDecimalAndHaveNoQuotes() {
        assertThat(Read.scalar("k: 14", "k").asWholeNumber()).contains(14);
        assertThat(Read.scalar("k: -3", "k").asWholeNumber()).contains(-3);
        assertThat(Read.scalar("k: 0", "k").asWholeNumber()).contains(0);
        assertThat(List.of("'14'", "014", "+14", "1_4", "0x1F", "1.0", "1e3", "9999999999", "-0"))
                .allSatisfy(word -> assertThat(Read.scalar("k: " + word, "k").asWholeNumber())
                        .isEmpty());
    }

    @Test
    void nothingIsNothing() {
        assertThat(List.of("", "~", "null", "Null", "NULL"))
                .allSatisfy(word ->
                        assertThat(Read.scalar("k: " + word, "k").isNothing()).isTrue());
        assertThat(List.of("''", "\"\"", "'~'", "\"null\"", "none"))
                .allSatisfy(word ->
                        assertThat(Read.scalar("k: " + word, "k").isNothing()).isFalse());
    }

    @Test
    void quotesEscapesAndBlocksAreResolved() {
        assertThat(Read.scalar("k: \"a\\tb\\u00e9\\\\ \\U0001F600\"", "k").text())
                .isEqualTo("a\tbé\\ 😀");
        assertThat(Read.scalar("k: 'it''s'", "k").text()).isEqualTo("it's");
        assertThat(Read.scalar("k: |\n  one\n  two\n", "k").text()).isEqualTo("one\ntwo\n");
        assertThat(Read.scalar("k: >-\n  one\n  two\n", "k").text()).isEqualTo("one two");
        assertThat(Read.scalar("k: |\n  ---\n  x\n", "k").text()).isEqualTo("---\nx\n");
    }

    @Test
    void everyNodeKnowsItsPlace() {
        YamlMapping root = (YamlMapping) Read.root("# comment\na:\n  - b\n  - {c: 'd'}\n");
        YamlSequence list = (YamlSequence) root.entries().get(0).value();
        YamlMapping inner = (YamlMapping) list.items().get(1);

        assertThat(root.at()).isEqualTo(place(2, 1));
        assertThat(root.entries().get(0).key().at()).isEqualTo(place(2, 1));
        assertThat(list.at()).isEqualTo(place(3, 3));
        assertThat(list.items().get(0).at()).isEqualTo(place(3, 5));
        assertThat(inner.at()).isEqualTo(place(4, 5));
        assertThat(inner.entries().get(0).key().at()).isEqualTo(place(4, 6));
        assertThat(inner.entries().get(0).value().at()).isEqualTo(place(4, 9));
    }

    @Test
    void columnsCountUtf16Units() {
        YamlSequence list = (YamlSequence) Read.value("😀: x\nb: [😀😀, é, z]\n", "b");

        assertThat(list.items()).extracting(YamlNode::at).containsExactly(place(2, 5), place(2, 11), place(2, 14));
    }

    @Test
    void aByteOrderMarkShiftsNothing() {
        YamlMapping root = (YamlMapping) Read.root("\uFEFFa: b\n");

        assertThat(root.at()).isEqualTo(place(1, 1));
        assertThat(root.entries().get(0).key().text()).isEqualTo("a");
        assertThat(root.entries().get(0).value().at()).isEqualTo(place(1, 4));
    }

    @Test
    void lineEndsOfEverySystemAreLineEnds() {
        String text = "a:\n  b: c\n---\nd: |\n  e\n  f\n";

        for (String lineEnd : List.of("\r\n", "\r")) {
            List<YamlDocument> documents = Read.documents(text.replace("\n", lineEnd));
            assertThat(documents).isEqualTo(Read.documents(text)).hasSize(2);
        }
    }

    @Test
    void documentsAreReadOneByOne() {
        List<YamlDocument> documents =
                Read.documents("%YAML 1.2\n--- # first\na: 1\n...\n# between\n--- {b: 2}\n---\n\n--- \nc: 3\n...\n");

        assertThat(documents)
                .extracting(document -> Read.shape(document.root().orElseThrow()))
                .containsExactly("{a: 1}", "{b: 2}", "{c: 3}");
        assertThat(documents)
                .extracting(document -> document.root().orElseThrow().at())
                .containsExactly(place(3, 1), place(6, 5), place(10, 1));
    }

    @Test
    void aBrokenDocumentDoesNotTakeTheOthersWithIt() {
        List<YamlDocument> documents = Read.documents("a: 1\n---\nb: \"never closed\n---\nc: *x y\n---\nd: 4\n");

        assertThat(documents)
                .extracting(document -> document.objections().isEmpty())
                .containsExactly(true, false, false, true);
        assertThat(Read.shape(documents.get(3).root().orElseThrow())).isEqualTo("{d: 4}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# only\n# comments", "---\n", "---\n---\n...\n", "%YAML 1.1\n---\n", "\uFEFF"})
    void whereNothingIsWrittenThereIsNoDocument(String text) {
        assertThat(Read.documents(text)).isEmpty();
    }

    @Test
    void aSingleValueIsADocument() {
        assertThat(Read.shape(Read.root("~"))).isEqualTo("~");
        assertThat(Read.shape(Read.root("--- text\n"))).isEqualTo("text");
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedWithTheirLine() {
        byte[] text = "a: b\nc: \u00e9\n".getBytes(StandardCharsets.ISO_8859_1);

        List<YamlDocument> documents = new YamlReader(YamlBounds.handwritten()).read("latin.yaml", text);

        assertThat(documents).hasSize(1);
        assertThat(documents.get(0).objections())
                .extracting(Object::toString)
                .containsExactly(
                        "latin.yaml:2: latin.yaml: expected UTF-8, found other bytes; save the file as UTF-8 [not-utf-8]");
    }

    @Test
    void utf16IsRefused() {
        byte[] text = "a: b\n".getBytes(StandardCharsets.UTF_16);

        assertThat(new YamlReader(YamlBounds.handwritten()).read("wide.yaml", text))
                .singleElement()
                .satisfies(document ->
                        assertThat(document.objections()).extracting("code").containsExactly("not-utf-8"));
    }

    @Test
    void aBrokenLastCharacterIsNotUtf8() {
        byte[] text = {'a', ':', ' ', (byte) 0xC3};

        assertThat(new YamlReader(YamlBounds.handwritten()).read("cut.yaml", text))
                .singleElement()
                .satisfies(document ->
                        assertThat(document.objections()).extracting("code").containsExactly("not-utf-8"));
    }

    private static Location place(int line, int column) {
        return new Location(Read.FILE, line, column);
    }
}
