package io.agent33.sync.core.validate.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.core.link.LinkReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read of a text as data, and where. */
class DataReadingTest {
    private static final String DRAFT = "\"$schema\": \"http://json-schema.org/draft-07/schema#\"";

    private final DataReader reader = new DataReader(LinkReader.keepingNothing());

    private static SchemaFiles files(Map<String, String> texts) {
        return new SchemaFiles(
                List.of(new SchemaFiles.Tree("core/docs", path -> Optional.ofNullable(texts.get(path)))));
    }

    /** {@code line:column KIND pointer message}. */
    private List<String> troubles(String name, String text, Map<String, String> others) {
        Judgement judgement = Judgement.of(reader.read(name, text), Optional::empty, files(others), files(others));
        return judgement.faults().stream()
                .map(Fault::trouble)
                .map(it -> it.line() + ":" + it.column() + " " + it.kind() + " " + it.pointer() + " " + it.message())
                .toList();
    }

    private List<String> troubles(String name, String text) {
        return troubles(name, text, Map.of());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{\"a\": ...}| 1:7 the character '.'",
                "{\"a\": 1,}| 1:9 the character '}'",
                "// no\\n{}| 1:1 a comment, which JSON does not have",
                "{\"a\":\\n  ghp_secret}| 2:3 a word without quotes",
                "[1, 2| 1:1 the end of the text too early",
                "{} {}| 1:4 more text behind the end of the value",
                "{\"a\": 01}| 1:7 something else",
                "``| 1:1 nothing"
            })
    void jsonThatIsNoneSaysWhereAndRepeatsNoWord(String text, String expected) {
        String unescaped = text.equals("``") ? "" : text.replace("\\n", "\n");

        List<String> troubles = troubles("a.json", unescaped);

        assertThat(troubles).hasSize(1);
        assertThat(troubles.get(0)).contains("SYNTAX").doesNotContain("ghp");
        assertThat(troubles.get(0).replace("SYNTAX  ", "")).endsWith(expected.substring(expected.indexOf(' ') + 1));
    }

    @Test
    void aBlocksPlaceIsThatInItsDocument() {
        String text = "# A\n\n- x\n\n  ```json\n  {\n    \"a\": oops\n  }\n  ```\n\n> ~~~yaml\n> a: [1\n> ~~~\n";

        assertThat(troubles("a.md", text))
                .satisfiesExactly(
                        json -> assertThat(json).isEqualTo("7:10 SYNTAX  a word without quotes"),
                        yaml -> assertThat(yaml).startsWith("1").contains(":").contains("SYNTAX"));
    }

    @Test
    void carriageReturnsAndAByteOrderMarkMoveNothing() {
        assertThat(troubles("a.md", "# A\r\n\r\n```json\r\n{\r\n  \"a\": oops }\r\n```\r\n"))
                .containsExactly("5:8 SYNTAX  a word without quotes");
    }

    @Test
    void blocksOfOtherLanguagesAreNotData() {
        assertThat(troubles("a.md", "```\n{\n```\n```js\n{\n```\n```jsonc\n{\n```\n    {\n"))
                .isEmpty();
        assertThat(troubles("a.txt", "{")).isEmpty();
        assertThat(troubles("a.md", "``` YAML title=x\na: [\n```\n")).hasSize(1);
    }

    @Test
    void aSchemaIsHeldAgainstItsDraft() {
        assertThat(troubles("a.json", "{" + DRAFT + ", \"type\": \"strin\"}"))
                .containsExactly(
                        "1:64 SCHEMA /type does not have a value in the enumeration [\"array\", \"boolean\", "
                                + "\"integer\", \"null\", \"number\", \"object\", \"string\"]",
                        "1:64 SCHEMA /type string found, array expected");
    }

    @ParameterizedTest
    @CsvSource({
        "http://json-schema.org/draft-04/schema#",
        "https://json-schema.org/draft-04/schema",
        "http://json-schema.org/draft-06/schema",
        "http://json-schema.org/draft-07/schema#",
        "https://json-schema.org/draft/2019-09/schema",
        "http://json-schema.org/draft/2020-12/schema#"
    })
    void everyDraftIsKnownHoweverItIsWritten(String draft) {
        String schema = "$schema: \"" + draft + "\"\nproperties:\n  a:\n    minimum: no\n";

        assertThat(troubles("a.yaml", schema))
                .singleElement()
                .asString()
                .startsWith("4:14 SCHEMA /properties/a/minimum");
        assertThat(reader.read("a.yaml", schema).schemas()).isEqualTo(1);
    }

    @Test
    void anUnknownDraftIsToldAndNotGuessed() {
        assertThat(troubles("a.json", "{\"$schema\": \"http://json-schema.org/draft-03/schema#\", \"type\": 7}"))
                .containsExactly("1:13 ELSEWHERE  a draft that is not known");
    }

    static List<Arguments> references() {
        return List.of(
                Arguments.of("schemas/a.json", "core/docs/schemas/a.json"),
                Arguments.of("./schemas/a.json", "core/docs/schemas/a.json"),
                Arguments.of("../schemas/a.json", "core/schemas/a.json"),
                Arguments.of("core/schemas/a.json", "core/schemas/a.json"),
                Arguments.of("./core/schemas/a.json", "core/schemas/a.json"),
                Arguments.of("/core/schemas/a.json", "core/schemas/a.json"),
                Arguments.of("../schemas/all.yaml#/$defs/a", "core/schemas/all.yaml"));
    }

    @ParameterizedTest
    @MethodSource("references")
    void aSchemaIsFoundRelativeToTheFileOrByItsPath(String reference, String place) {
        String schema = place.endsWith(".yaml") ? "$defs:\n  a:\n    required: [b]\n" : "{\"required\": [\"b\"]}";

        assertThat(troubles("i.json", "{\"$schema\": \"" + reference + "\"}", Map.of(place, schema)))
                .containsExactly("1:1 INSTANCE  required property 'b' not found");
    }

    @ParameterizedTest
    @CsvSource({"../../../a.json", "a.json", "https://example.com/a.json", "file:///etc/passwd", "classpath:/a.json"})
    void whatIsNotHereIsToldAndNotFetched(String reference) {
        assertThat(troubles("i.yaml", "x: 1\n$schema: " + reference + "\n"))
                .singleElement()
                .asString()
                .startsWith("2:10 ELSEWHERE");
    }

    @Test
    void noSchemaIsFoundOutsideOfTheTree() {
        assertThat(troubles("i.json", "{\"$schema\": \"../../../a.json\"}", Map.of("a.json", "{\"type\": \"array\"}")))
                .containsExactly("1:13 ELSEWHERE  a schema that is not in the repository");
    }

    @Test
    void aCommentForEditorsNamesTheSchemaOfItsDocument() {
        String text =
                "# yaml-language-server: $schema=a.json\n---\na: 1\n---\n# yaml-language-server: $schema=a.json\na: x\n"
                        + "---\na: x\n";

        assertThat(troubles(
                        "i.yaml",
                        text,
                        Map.of("core/docs/a.json", "{\"properties\": {\"a\": {\"type\": \"integer\"}}}")))
                .containsExactly("6:4 INSTANCE /a string found, integer expected");
    }

    @Test
    void aSchemaRefersToItsNeighbours() {
        Map<String, String> schemas = Map.of(
                "core/docs/a.json",
                "{\"$id\": \"https://example.com/schemas/a.json\", \"properties\": {\"a\": {\"$ref\": \"b.json#/$defs/c\"}}}",
                "core/docs/b.json",
                "{\"$defs\": {\"c\": {\"const\": 1}}}");

        assertThat(troubles("i.json", "{\"$schema\": \"a.json\", \"a\": 1}", schemas))
                .isEmpty();
        assertThat(troubles("i.json", "{\"$schema\": \"a.json\",\n\"a\": 2}", schemas))
                .containsExactly("2:6 INSTANCE /a must be the constant value '1'");
    }

    @Test
    void aSchemaThatLeadsToTheWebIsToldAndNotFetched() {
        assertThat(troubles(
                        "i.json",
                        "{\"$schema\": \"a.json\"}",
                        Map.of("core/docs/a.json", "{\"$ref\": \"https://example.com/b.json\"}")))
                .singleElement()
                .asString()
                .startsWith("1:1 ELSEWHERE")
                .contains("https://example.com/b.json");
    }

    @Test
    void aSchemaThatIsNoneLeavesItsInstancesUndecided() {
        for (String schema :
                List.of("{", "{\"$ref\": \"none.json\"}", "{\"pattern\": \"(\"}", "{\"$ref\": \"#/none\"}")) {
            assertThat(troubles(
                            "i.yaml",
                            "# yaml-language-server: $schema=a.json\nx\n",
                            Map.of("core/docs/a.json", schema)))
                    .as(schema)
                    .singleElement()
                    .asString()
                    .startsWith("2:1 UNDECIDED");
        }
    }

    @Test
    void yamlIsReadAsVersionOnePointTwoHasIt() {
        String schema =
                "{\"properties\": {\"a\": {\"type\": \"string\"}, \"b\": {\"type\": \"integer\"}, \"c\": {\"type\": \"null\"}, "
                        + "\"d\": {\"type\": \"number\"}, \"e\": {\"type\": \"boolean\"}, \"f\": {\"const\": 12345678901234567890}}}";

        assertThat(troubles(
                        "i.yaml",
                        "$schema: a.json\na: no\nb: 0x1F\nc: ~\nd: .5e3\ne: True\nf: 12345678901234567890\n",
                        Map.of("core/docs/a.json", schema)))
                .isEmpty();
    }

    @Test
    void manyAnchorsAndTagsAreYamlToo() {
        assertThat(troubles("a.yaml", "a: !Ref b\n---\n" + "- !Ref b\n".repeat(500)))
                .isEmpty();
        assertThat(troubles("a.yaml", "- !Ref b\n".repeat(500) + "- [\n"))
                .singleElement()
                .asString()
                .contains("SYNTAX");
    }

    @Test
    void anchorsAndTagsAreYaml() {
        assertThat(troubles("a.yaml", "a: &x 1\nb: *x\nc: !!str 1\n<<: {d: 1}\n"))
                .isEmpty();
        assertThat(troubles(
                        "i.yaml", "$schema: a.json\na: &x 1\n", Map.of("core/docs/a.json", "{\"type\": \"object\"}")))
                .singleElement()
                .asString()
                .startsWith("1:1 UNDECIDED");
    }
}
