package io.agent33.sync.core.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.transform.Document;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A heading that holds what is rewritten or stripped gets another id, and what links to it follows (S6). */
class KeepAnchorsTest {
    private static final String SOURCE = "core/orch/README.md";
    private static final Surroundings PLACES = new Surroundings()
            .delivers(SOURCE, "docs/orch/README.md")
            .delivers("core/a.md", "docs/a.md", "# The `core/a.md`\n\n# Plain\n")
            .delivers("core/sub/README.md", "docs/sub/README.md", "core/a.md\n===\n")
            .delivers("core/p.md", "docs/p.md", "# Plain\n\ncore/a.md\n")
            .has(List.of("core/i.png"));

    private static String after(String text) {
        return Surroundings.chain("strip", "core/ > docs/")
                .apply(PLACES.document(SOURCE, text), PLACES.context())
                .text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '\u0001',
            value = {
                "[a](#coreamd)¦[a](#docsamd)",
                "[a](#coreamd-1) [b](#coreamd-2)¦[a](#docsamd-1) [b](#coreamd-2)",
                "[a](<#coreamd> 't') <a href='#coreamd'>b</a>¦[a](<#docsamd> 't') <a href='#docsamd'>b</a>",
                "[a][b] [b]⏎⏎[b]: #coreamd \"t\"¦[a][b] [b]⏎⏎[b]: #docsamd \"t\"",
                "[a](#user-content-coreamd) [a](#CoreAmd) [a](#core%61md)¦[a](#user-content-docsamd) [a](#docsamd) [a](#docsamd)",
                "[a](README.md#coreamd) [a](/core/orch/README.md#coreamd)¦[a](README.md#docsamd) [a](/docs/orch/README.md#docsamd)",
                "[a](README.md?x#coreamd)¦[a](README.md?x#docsamd)",
                "[a](#über) [a](#named) [a](#coreamd-3) [a](#)¦[a](#über) [a](#named) [a](#coreamd-3) [a](#)",
                "[a](#a-badge) [a](#a)¦[a](#a-badge) [a](#a-badge)",
                "[a](../a.md#the-coreamd) [a](../a.md#plain)¦[a](../a.md#the-docsamd) [a](../a.md#plain)",
                "core/a.md#the-coreamd `core/a.md#plain`¦docs/a.md#the-docsamd `docs/a.md#plain`",
                "[a](../sub/#coreamd) [a](../sub#coreamd)¦[a](../sub/#docsamd) [a](../sub#docsamd)",
                "[a](../p.md#coreamd) [a](../i.png#coreamd)¦[a](../p.md#coreamd) a",
                "[a](https://example.com/#coreamd) `#coreamd`¦[a](https://example.com/#coreamd) `#coreamd`"
            })
    void whatLinksToAHeadingFollowsIt(String before, String after) {
        String headings = "\n\n# core/a.md\n\n## core/a.md\n\n# Über\n\n# A ![badge](../i.png)\n";
        String rewritten = "\n\n# docs/a.md\n\n## docs/a.md\n\n# Über\n\n# A badge\n";

        assertThat(after(before.replace('⏎', '\n') + headings)).isEqualTo(after.replace('⏎', '\n') + rewritten);
    }

    @Test
    void twoHeadingsThatBecomeOneAreToldApart() {
        assertThat(after("# core/a.md\n\n# docs/a.md\n\n[a](#coreamd) [b](#docsamd)\n"))
                .isEqualTo("# docs/a.md\n\n# docs/a.md\n\n[a](#docsamd) [b](#docsamd-1)\n");
    }

    @Test
    void anAnchorThatADocumentNamesItselfStays() {
        assertThat(after("# core/a.md <a name='coreamd'></a>\n\n[a](#coreamd)\n"))
                .isEqualTo("# docs/a.md <a name='coreamd'></a>\n\n[a](#coreamd)\n");
    }

    @Test
    void whereNoHeadingChangesNothingDoes() {
        Document before = PLACES.document(SOURCE, "# Plain\r\n\r\n[a](#plain) [a](../a.md#plain) core/b.md\r\n");

        assertThat(Surroundings.chain("strip", "core/ > docs/").apply(before, PLACES.context()))
                .isSameAs(before);
    }

    @Test
    void onceIsEnough() {
        String once = after("# core/a.md\n\n[a](#coreamd)\n");

        assertThat(after(once)).isEqualTo(once);
    }
}
