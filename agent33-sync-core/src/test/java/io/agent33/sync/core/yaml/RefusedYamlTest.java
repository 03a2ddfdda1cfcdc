package io.agent33.sync.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What YAML has and this reader refuses, wherever it stands. */
class RefusedYamlTest {
    @Test
    void anchorsAreRefusedOnEveryKindOfNode() {
        assertThat(Read.problems("a: &x b\nc: &y {d: e}\nf: &z [g]\n"))
                .containsExactly("1:4 yaml-anchor", "2:4 yaml-anchor", "3:4 yaml-anchor");
        assertThat(Read.problems("&x a: b\nc: d\n")).containsExactly("1:1 yaml-anchor");
        assertThat(Read.problems("a: b\n&x c: d\n")).containsExactly("2:1 yaml-anchor");
        assertThat(Read.problems("--- &x\na: b\n")).containsExactly("1:5 yaml-anchor");
    }

    @Test
    void aliasesAreRefusedAndNeverReadAsTheirName() {
        assertThat(Read.problems("a: *x\nb: [*y]\n")).containsExactly("1:4 yaml-alias", "2:5 yaml-alias");
        assertThat(Read.shape(Read.documents("a: *x\n").get(0).root().orElseThrow()))
                .isEqualTo("{a: *x}");
    }

    @Test
    void anAliasAsAKeyIsRefused() {
        assertThat(Read.problems("*x : a\n")).containsExactly("1:1 yaml-syntax");
    }

    @Test
    void tagsAreRefusedEvenOnTheFirstKey() {
        assertThat(Read.problems("a: !!str b\nc: !own {d: e}\nf: ! g\nh: !<i> j\n"))
                .containsExactly("1:4 yaml-tag", "2:4 yaml-tag", "3:4 yaml-tag", "4:4 yaml-tag");
        assertThat(Read.problems("!!str a: b\n")).containsExactly("1:1 yaml-tag");
        assertThat(Read.problems("a: {!!str b: c}\n")).containsExactly("1:5 yaml-tag");
        assertThat(Read.problems("a: !!binary '%%%'\n")).containsExactly("1:4 yaml-tag");
    }

    @Test
    void mergeKeysAreRefused() {
        assertThat(Read.problems("a:\n  <<: {b: c}\n")).containsExactly("2:3 yaml-merge-key");
    }

    @Test
    void aQuotedMergeKeyIsAKeyLikeOthers() {
        assertThat(Read.shape(Read.root("'<<': b"))).isEqualTo("{\"<<\": b}");
    }

    @Test
    void aKeyThatStandsTwiceIsRefusedAndTheFirstCounts() {
        String text = "a: 1\nb: {c: 1, 'c': 2}\na: 2\n";

        assertThat(Read.objections(text))
                .extracting(Object::toString)
                .containsExactly(
                        "f.yaml:2:11: b.c: expected each key once, found the key of line 2 a second time; "
                                + "keep one of the two [duplicate-key]",
                        "f.yaml:3:1: a: expected each key once, found the key of line 1 a second time; "
                                + "keep one of the two [duplicate-key]");
        assertThat(Read.shape(Read.documents(text).get(0).root().orElseThrow())).isEqualTo("{a: 1, b: {c: 1}}");
    }

    @Test
    void theSameKeyInTwoMappingsIsFine() {
        assertThat(Read.problems("a: {k: 1}\nb: {k: 1}\n---\na: 1\n")).isEmpty();
    }

    @Test
    void directivesOtherThanTheVersionAreRefused() {
        assertThat(Read.problems("# x\n%TAG ! tag:example.org,2026:\n---\na: b\n"))
                .containsExactly("2:1 yaml-directive");
        assertThat(Read.problems("%YAML 1.2\n%OTHER\n---\na: b\n")).containsExactly("2:1 yaml-directive");
        assertThat(Read.problems("%YAML 2.0\n---\na: b\n")).containsExactly("1:1 yaml-directive");
        assertThat(Read.problems("a: 1\n...\n%TAG ! x\n---\nb: 2\n")).containsExactly("3:1 yaml-directive");
    }

    @Test
    void keysThatAreNoSingleValuesAreRefused() {
        assertThat(Read.problems("? [a, b]\n: c\n")).containsExactly("1:3 yaml-syntax");
        assertThat(Read.problems("? {a: b}\n: c\n")).containsExactly("1:3 yaml-syntax");
    }

    @Test
    void textAfterTheDocumentIsRefused() {
        assertThat(Read.problems("{a: b} c\n")).hasSize(1);
        assertThat(Read.problems("a: b\n... c: d\n")).isEmpty();
        // A separator that only the parser takes for one: its line follows a Unicode line separator.
        assertThat(Read.problems("a: b\u2028--- \u2028c: d")).containsExactly("3:1 yaml-syntax");
    }

    @Test
    void controlCharactersAreRefusedWithTheirPlace() {
        assertThat(Read.objections("a: b\nc: \u0007\n"))
                .extracting(Object::toString)
                .containsExactly(
                        "f.yaml:2:4: the document: expected YAML, found the character U+0007, which no YAML may hold [yaml-syntax]");
    }

    @Test
    void allThatIsRefusedInADocumentIsTold() {
        assertThat(Read.problems("a: &x !t *y\nb: !z w\n")).isNotEmpty();
        assertThat(Read.problems("a: &x 1\nb: *x\n<<: {c: !t d}\nb: 2\n"))
                .containsExactly(
                        "1:4 yaml-anchor", "2:4 yaml-alias", "3:9 yaml-tag", "3:1 yaml-merge-key", "4:1 duplicate-key");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "source: **/*.md => put quotes around a text that starts with *",
                "source: *.md => put quotes around a text that starts with *",
                "source: * => put quotes around a text that starts with *",
                "- *.md => put quotes around a text that starts with *",
                "include: [*.md] => put quotes around a text that starts with *",
                "include: [a, **/b] => put quotes around a text that starts with *",
                "source: [a-z]*.md => put quotes around a text that starts with [",
                "source: {a,b}/** => put quotes around a text that starts with {",
                "'source': **/*.md => put quotes around a text that starts with *",
                "delimiters: {{ }} => put quotes around a text that starts with {, [ or *",
                "delimiters: <% %>\\nx: %y => put quotes around a text that starts with %",
                "description: @team => put quotes around a text that starts with @",
                "a:\\n\\t- b => indent with spaces, not with tabs",
                "\\ta: b => indent with spaces, not with tabs",
                "a: {b: c => close the bracket",
                "a: [b, c => close the bracket",
                "a: 'b => close the quote",
                "a: \"b\\\\d\" => write \\\\ for a backslash, or use single quotes",
                "a: b: c => put quotes around a text that holds a colon and a space, or mend the indentation",
                "a: - b => start the list on a line of its own",
                "a:\\n  b: c\\n d: e => check the quotes and the indentation of this line",
                "a: b\\nc\\nd: e => end the key with a colon and a space"
            })
    void aSyntaxErrorComesWithAHint(String text, String hint) {
        String yaml = text.replace("\\\\", "\u0000")
                .replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace("\u0000", "\\");

        assertThat(Read.objections(yaml)).singleElement().satisfies(objection -> {
            assertThat(objection.code()).isEqualTo("yaml-syntax");
            assertThat(objection.remedy())
                    .isEqualTo(hint.replace("\\\\", "\\").replace("write \\ for", "write \\\\ for"));
        });
    }
}
