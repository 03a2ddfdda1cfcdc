package io.agent33.sync.core.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.agent33.sync.api.transform.Document;
import io.agent33.sync.api.transform.TransformNote;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths are rewritten to where things really lie downstream, and relative links re-based (S6). */
class RewritePathsTest {
    private static final String[] EXAMPLE = {"core/ > docs/agent33/"};

    /** Of one layout but for one folder that another rule puts elsewhere, with a blank in its name. */
    private static final Surroundings PLACES = new Surroundings()
            .delivers("core/orch/README.md", "docs/agent33/orch/README.md")
            .delivers("core/orch/A.md", "docs/agent33/orch/A.md")
            .delivers("core/orch/x.yaml", "docs/agent33/orch/x.yaml")
            .delivers("core/orch/img/a.png", "docs/agent33/orch/img/a.png")
            .delivers("core/prompts/p.md", "my ai/p.md")
            .delivers("core/prompts/q r.md", "my ai/q r.md")
            .delivers("core/flat/one.md", "one.md")
            .delivers("core/deep.md", "docs/agent33/deep.md")
            .has(List.of("core/arch/w.md", "core/orch/core/deep.md", "corex/a.md", "docs/agent33/orch/A.md"));

    private static Document document(String source, String text, String... steps) {
        return Surroundings.chain(steps.length == 0 ? EXAMPLE : steps)
                .apply(PLACES.document(source, text), PLACES.context());
    }

    private static String rewritten(String text, String... steps) {
        return document("core/orch/README.md", text, steps).text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '\u0001',
            value = {
                "see core/orch/A.md.¦see docs/agent33/orch/A.md.",
                "`core/orch/A.md` and **core/orch/A.md**¦`docs/agent33/orch/A.md` and **docs/agent33/orch/A.md**",
                "```⏎cp core/orch/A.md x⏎```¦```⏎cp docs/agent33/orch/A.md x⏎```",
                "    core/orch/A.md¦    docs/agent33/orch/A.md",
                "---⏎see: core/orch/A.md⏎---⏎¦---⏎see: docs/agent33/orch/A.md⏎---⏎",
                "<!-- core/orch/A.md -->¦<!-- docs/agent33/orch/A.md -->",
                "<p>core/orch/A.md</p>¦<p>docs/agent33/orch/A.md</p>",
                "# core/orch/A.md¦# docs/agent33/orch/A.md",
                "| core/orch/A.md |¦| docs/agent33/orch/A.md |",
                "core/orch/A.md#part-one¦docs/agent33/orch/A.md#part-one",
                "`core/orch/A.md:12`, core/orch/A.md:3-9¦`docs/agent33/orch/A.md:12`, docs/agent33/orch/A.md:3-9",
                "core/orch/ and core/orch/img¦docs/agent33/orch/ and docs/agent33/orch/img",
                "core/deep.md and ./core/a/../orch/¦docs/agent33/deep.md and ./docs/agent33/orch/",
                "./core/orch/A.md /core/orch/A.md¦./docs/agent33/orch/A.md /docs/agent33/orch/A.md",
                "core/orch/../orch/A.md¦docs/agent33/orch/A.md",
                "core/orch/A.md core/orch/img/a.png¦docs/agent33/orch/A.md docs/agent33/orch/img/a.png",
                "[core/orch/A.md](x)¦[docs/agent33/orch/A.md](x)",
                "[a](/core/orch/A.md)¦[a](/docs/agent33/orch/A.md)",
                "[a](/core/orch/)¦[a](/docs/agent33/orch/)",
                "![a](</core/orch/img/a.png> 't')¦![a](</docs/agent33/orch/img/a.png> 't')"
            })
    void whatStartsWithThePathIsRewritten(String before, String after) {
        assertThat(rewritten(before.replace('⏎', '\n'))).isEqualTo(after.replace('⏎', '\n'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "core/arch/w.md [a](/core/arch/w.md)",
                "core/never.md core/",
                "core/orch/core/deep.md",
                "./core/deep.md",
                "corex/a.md xcore/orch/A.md hardcore/orch/A.md",
                "Core/orch/A.md core/Orch/A.md",
                "https://example.com/core/orch/A.md <https://example.com/core/orch/A.md>",
                "[a](https://example.com/core/orch/A.md)",
                "core/orch/* core/orch/{A,B}.md core/orch/<x>.md",
                "the core of it; core",
                "docs/agent33/orch/A.md ../orch/A.md",
                "[a](A.md) [a](./A.md#p) ![a](img/a.png) [a](img/) [a](#p) [a]()",
                "[a](../orch/A.md) [a](x/../A.md) [a](./../orch/) [a](%41.md)",
                "[a](../arch/w.md) [a](../arch/never.md)",
                "[a](core/orch/A.md)"
            })
    void allElseStaysAsItIs(String text) {
        Document before = PLACES.document("core/orch/README.md", text);

        assertThat(Surroundings.chain(EXAMPLE).apply(before, PLACES.context())).isSameAs(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '\u0001',
            value = {
                "[a](../prompts/p.md)¦[a](../../../my%20ai/p.md)",
                "[a](../prompts/p.md#f)¦[a](../../../my%20ai/p.md#f)",
                "[a](../prompts/p.md?q#f \"t\")¦[a](../../../my%20ai/p.md?q#f \"t\")",
                "[a](../prompts/q%20r.md)¦[a](../../../my%20ai/q%20r.md)",
                "[a](<../prompts/q r.md>)¦[a](<../../../my ai/q r.md>)",
                "[a](../prompts/)¦[a](../../../my%20ai/)",
                "[a](../prompts)¦[a](../../../my%20ai)",
                "[a](../flat/one.md)¦[a](../../../one.md)",
                "[a](../flat/)¦[a](../../../)",
                "<a href=\"../prompts/p.md\">a</a>¦<a href=\"../../../my%20ai/p.md\">a</a>",
                "<img src='../prompts/p.md'>¦<img src='../../../my%20ai/p.md'>",
                "![a](../prompts/p.md)¦![a](../../../my%20ai/p.md)",
                "[![a](img/a.png)](../prompts/p.md)¦[![a](img/a.png)](../../../my%20ai/p.md)",
                "[a][x] [x]⏎⏎[x]: ../prompts/p.md 't'¦[a][x] [x]⏎⏎[x]: ../../../my%20ai/p.md 't'",
                "# [a](../prompts/p.md)¦# [a](../../../my%20ai/p.md)"
            })
    void aRelativeLinkIsRebasedWhereTheLayoutChanged(String before, String after) {
        assertThat(rewritten(before.replace('⏎', '\n'))).isEqualTo(after.replace('⏎', '\n'));
    }

    @Test
    void whatItselfMovedElsewhereLeadsBack() {
        assertThat(document("core/prompts/p.md", "[a](../orch/A.md) [b](./q%20r.md) [c](../flat/one.md)")
                        .text())
                .isEqualTo("[a](../docs/agent33/orch/A.md) [b](./q%20r.md) [c](../one.md)");
        assertThat(document("core/flat/one.md", "[a](../orch/A.md) [b](./../orch/)")
                        .text())
                .isEqualTo("[a](docs/agent33/orch/A.md) [b](./docs/agent33/orch/)");
    }

    @Test
    void withoutRewritePathsNoLinkIsRebased() {
        assertThat(rewritten("[a](../prompts/p.md) core/orch/A.md", "strip"))
                .isEqualTo("[a](../prompts/p.md) core/orch/A.md");
    }

    @Test
    void whereTheThingReallyLiesIsWrittenAndAWarningTells() {
        Document after = document("core/flat/one.md", "text\n\nsee core/orch/A.md, core/orch/A.md\n", "core > docs");

        assertThat(after.text()).isEqualTo("text\n\nsee docs/agent33/orch/A.md, docs/agent33/orch/A.md\n");
        assertThat(after.notes())
                .containsExactly(new TransformNote(
                        "lies-elsewhere",
                        3,
                        "core/orch/A.md lies at docs/agent33/orch/A.md, not at docs/orch/A.md as rewrite_paths has it",
                        "mend \"to\" of rewrite_paths, or give this part a rewrite_paths of its own"));
    }

    @Test
    void aPathThatCannotStandThereIsToldAndLeft() {
        Document after = document("core/orch/A.md", "x\ncore/prompts/p.md\n");

        assertThat(after.text()).isEqualTo("x\ncore/prompts/p.md\n");
        assertThat(after.notes())
                .extracting(TransformNote::code, TransformNote::line)
                .containsExactly(tuple("lies-elsewhere", 2), tuple("not-rewritten", 2));
    }

    @Test
    void ofSeveralTheLongestThatFitsSaysWhereItShouldLie() {
        String[] orders = {"core/ > wrong/", "core/orch > docs/agent33/orch"};

        assertThat(document("core/orch/README.md", "core/orch/A.md", orders).notes())
                .isEmpty();
        assertThat(document("core/orch/README.md", "core/orch/A.md", orders[1], orders[0])
                        .notes())
                .isEmpty();
    }

    @Test
    void whatOneHasWrittenIsNotTakenForAPathOfUpstreamByAnother() {
        assertThat(rewritten("core/orch/A.md [a](/core/orch/A.md)", "core/ > docs/agent33/", "docs/ > handbook/"))
                .isEqualTo("docs/agent33/orch/A.md [a](/docs/agent33/orch/A.md)");
        assertThat(rewritten("[a](../prompts/p.md)", "core/ > docs/agent33/", "strip"))
                .isEqualTo("[a](../../../my%20ai/p.md)");
    }

    @Test
    void strippingAndRewritingGoTogether() {
        assertThat(rewritten(
                        "[core/orch/A.md](../arch/w.md \"core/orch/A.md\") core/arch/w.md\n",
                        "strip",
                        EXAMPLE[0],
                        "stamp"))
                .isEqualTo("<!-- agent33-sync: v2.4.0 -->\ndocs/agent33/orch/A.md core/arch/w.md\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "core/", "/core/", "./core", "core/orch/.."})
    void thePathMayBeWrittenInEveryWay(String from) {
        assertThat(rewritten("core/orch/A.md", from + " > ./docs/agent33")).isEqualTo("docs/agent33/orch/A.md");
    }

    @Test
    void whatNoneOfThemIsAboutStays() {
        String text = "core/flat/one.md core/orch/A.md [a](/core/flat/one.md)";

        assertThat(document("core/flat/one.md", text, "core/prompts/ > my ai/", "core/or > x", "core/flat/o > x")
                        .text())
                .isSameAs(text);
    }

    @Test
    void whatLiesWhereItLayStaysAsItIsWritten() {
        Surroundings mirror = new Surroundings().delivers("core/a/A.md", "core/a/A.md");
        Document document = mirror.document("core/a/A.md", "core/x/../a/A.md /core/a/./A.md [a](/core//a/A.md)");

        assertThat(Surroundings.chain("core/ > core/").apply(document, mirror.context()))
                .isSameAs(document);
    }

    @Test
    void theRootIsAPathToo() {
        assertThat(rewritten("core/orch/A.md docs/a.md", "/ > docs/")).isEqualTo("docs/agent33/orch/A.md docs/a.md");
        assertThat(document("core/orch/README.md", "core/flat/one.md /core/flat/one.md", "core/flat > /")
                        .notes())
                .extracting(TransformNote::code)
                .containsExactly("not-rewritten");
    }

    @Test
    void otherTextIsRewrittenToo() {
        assertThat(document("core/orch/x.yaml", "# core/orch/A.md\r\nx: [\"core/orch/A.md#p\", core/orch/]\r\n")
                        .text())
                .isEqualTo("# docs/agent33/orch/A.md\r\nx: [\"docs/agent33/orch/A.md#p\", docs/agent33/orch/]\r\n");
    }
}
