package io.agent33.sync.core.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.transform.Document;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links to what the downstream does not get become text (S6). */
class StripInternalLinksTest {
    private static final Surroundings PLACES = new Surroundings()
            .delivers("core/orch/README.md", "docs/orch/README.md")
            .delivers("core/orch/A.md", "docs/orch/A.md")
            .delivers("core/orch/img/a.png", "docs/orch/img/a.png")
            .has(List.of("README.md", "core/arch/w.md", "core/arch/a b.md", "core/arch/(x).md", "core/arch/i.png"))
            .had("core/old/gone.md");

    private static String stripped(String text) {
        Document document = PLACES.document("core/orch/README.md", text);
        Document after = Surroundings.chain("strip").apply(document, PLACES.context());
        assertThat(Surroundings.chain("strip").apply(after, PLACES.context()))
                .as("once is enough")
                .isSameAs(after);
        assertThat(after.notes()).isEmpty();
        return after.text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '\u0001',
            value = {
                "see [the text](../arch/w.md), so¦see the text, so",
                "[a](/core/arch/w.md)¦a",
                "[a](../arch/w.md#part)¦a",
                "[a](../arch/w.md?raw=1)¦a",
                "[a](../arch/w.md \"see core/arch/w.md\")¦a",
                "[a](<../arch/a b.md>)¦a",
                "[a](../arch/a%20b.md)¦a",
                "[a](../arch/\\(x\\).md)¦a",
                "[a](../arch/)¦a",
                "[a](../arch)¦a",
                "[a](../../README.md)¦a",
                "[a](../..)¦a",
                "[a](../old/gone.md)¦a",
                "[a](../old/)¦a",
                "![alt text](../arch/i.png)¦alt text",
                "![](../arch/i.png)¦",
                "[*a* `b` **c**](../arch/w.md)¦*a* `b` **c**",
                "# [a](../arch/w.md) b¦# a b",
                "| [a](../arch/w.md) | b |¦| a | b |",
                "> - [a](../arch/w.md)¦> - a",
                "[![alt](img/a.png)](../arch/w.md)¦![alt](img/a.png)",
                "[![alt](../arch/i.png)](A.md)¦[alt](A.md)",
                "[![alt](../arch/i.png)](../arch/w.md)¦alt",
                "![see [x](../arch/w.md) y](../arch/i.png)¦see x y",
                "<a href=\"../arch/w.md\">a <b>b</b></a>¦a <b>b</b>",
                "<a href='../arch/w.md'><img src='../arch/i.png' alt='x'/></a>¦x",
                "x <img src=\"../arch/i.png\" alt=\"a &amp; b\"> y¦x a &amp; b y",
                "x <img alt=b src=../arch/i.png> y¦x b y",
                "x <img src=\"../arch/i.png\"> y¦x  y",
                "[core/arch/w.md](../arch/w.md)¦core/arch/w.md",
                "[[a](../arch/w.md)](../arch/w.md) [see [a](../arch/) b][w]¦a [see a b][w]",
                "[a](../arch/w.md)[b](../arch/w.md)¦ab",
                "\\[x\\] [a](../arch/w.md)¦\\[x\\] a"
            })
    void whatTheDownstreamDoesNotGetIsUnlinked(String before, String after) {
        assertThat(stripped(before)).isEqualTo(after == null ? "" : after);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a](A.md) [a](./A.md#p) [a](../orch/A.md) [a](/core/orch/A.md)",
                "[a](.) [a](../orch/) [a](img) ![a](img/a.png)",
                "[a](#part) [a]() [a](?q)",
                "[a](https://example.com/core/arch/w.md) <https://example.com> https://example.com/core/arch/w.md",
                "[a](//example.com) [a](mailto:a@b.c)",
                "[a](never.md) [a](../arch/never.md) ![a](../never/i.png)",
                "[a](../../../out.md)",
                "[a](../ARCH/w.md) [a](../arch/W.md)",
                "core/arch/w.md and `core/arch/w.md` and ../arch/w.md",
                "```\n[a](../arch/w.md)\ncore/arch/w.md\n```",
                "`[a](../arch/w.md)`",
                "<!-- [a](../arch/w.md) -->",
                "\\[a](../arch/w.md)"
            })
    void whatTheDownstreamGetsOrNobodyEverHadStays(String text) {
        assertThat(stripped(text)).isSameAs(text);
    }

    @Test
    void everyLinkByADefinitionIsUnlinkedAndTheDefinitionGoes() {
        assertThat(stripped("[a][w], [w][] and [w], ![b][w].\n\n[w]: ../arch/w.md \"title\"\n[x]: A.md\n[a][x]\n"))
                .isEqualTo("a, w and w, b.\n\n\n[x]: A.md\n[a][x]\n");
    }

    @Test
    void onlyTheReferenceChanges() {
        assertThat(stripped("\tx  \r\n[a\r\nb](../arch/w.md\r\n'title')  \r\n* y\r\n\r\n\r\nend"))
                .isEqualTo("\tx  \r\na\r\nb  \r\n* y\r\n\r\n\r\nend");
    }

    @Test
    void aFileThatIsNoMarkdownHasNoLinks() {
        Surroundings places =
                new Surroundings().delivers("core/a.yaml", "a.yaml").has(List.of("core/b.md"));
        Document document = places.document("core/a.yaml", "x: '[a](b.md)'\n");

        assertThat(Surroundings.chain("strip").apply(document, places.context()))
                .isSameAs(document);
    }
}
