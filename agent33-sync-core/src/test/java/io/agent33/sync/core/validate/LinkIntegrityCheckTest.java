package io.agent33.sync.core.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.validate.Finding;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Anchors by GitHub's rules, and texts that nobody should write. Whose fault what is, is the business of LinkCheckTest. */
class LinkIntegrityCheckTest {
    private static final long SEED = 20_261_123L;

    /** A document whose anchors are asked for from a second one. */
    private static final String DOCUMENT = """
            # Über *uns* & `Sie`
            ## Twice
            ## Twice
            ## Twice-1
            ## 🚀 Launch
            ## 日本語 の 見出し
            ## [A link](x.md) and ![an image](y.png) there
            Setext too
            ---
            <a name="Named"></a> <span id="spanned"></span>
            <h2>In HTML</h2>
            """;

    private final LinkWorld world = new LinkWorld();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '´', textBlock = """
                    a.md#über-uns--sie | -
                    a.md#%C3%BCber-uns--sie | -
                    a.md#Über-uns--sie | anchor-case
                    a.md#twice | -
                    a.md#twice-1 | -
                    a.md#twice-2 | anchor-missing
                    a.md#twice-1-1 | -
                    a.md#twice-3 | anchor-missing
                    a.md#-launch | -
                    a.md#launch | anchor-missing
                    a.md#日本語-の-見出し | -
                    a.md#a-link-and--there | -
                    a.md#setext-too | -
                    a.md#Named | -
                    a.md#named | anchor-missing
                    a.md#spanned | -
                    a.md#user-content-twice | -
                    a.md#in-html | -
                    a.md# | -
                    a.md#TOP | -
                    a.md#L3 | anchor-missing
                    a.md?plain=1#L3 | -
                    a.md?x=plain=1#L3 | anchor-missing
                    code.java#L3 | -
                    code.java#L3-L10 | -
                    code.java#L3C4-L10C2 | -
                    code.java#main | anchor-missing
                    code.java#L3x | anchor-missing
                    page.html#anything | -
                    page.rst#anything | -
                    p.pdf#page=3 | -
                    sub/ | -
                    sub/#readme | -
                    sub#inner | -
                    sub#outer | anchor-missing
                    empty#outer | -
                    """)
    void anAnchor(String destination, String code) {
        world.both("core/a.md", DOCUMENT)
                .both("core/x.md", "")
                .both("core/y.png", "\0")
                .both("core/code.java", "x\n")
                .both("core/page.html", "x\n")
                .both("core/page.rst", "x\n")
                .both("core/p.pdf", "\0")
                .both("core/sub/README.md", "# Inner\n")
                .both("core/empty/x.md", "")
                .both("core/z.md", "[x](" + destination + ")\n");

        assertThat(world.inspect()).extracting(Finding::code).isEqualTo(code.equals("-") ? List.of() : List.of(code));
    }

    @Test
    void everyFormOfALinkIsChecked() {
        world.both("core/a.md", """
                [i](1.md) ![i](2.png) [r][a] [a][] [a] ![a] <a href=4.md>h</a> <img src='5.png'>
                | [t](6.md) |
                | --- |
                [![o](7.png)](8.md) [s](<9 9.md> "t") `[no](x.md)`

                [a]: 3.md
                [unused]: 10.md
                """);

        assertThat(world.inspect())
                .extracting(finding ->
                        finding.where().line() + ":" + finding.where().column())
                .containsExactly("1:1", "1:11", "1:45", "1:64", "2:3", "4:1", "4:2", "4:21", "6:1", "7:1");
    }

    @Test
    void wordsThatLookLikePathsAreNoLinks() {
        world.both("core/a.md", "and/or, docs/own.md, core/none.md, a/b.md\n").both("core/own/x.md", "1\n");

        assertThat(world.inspect()).isEmpty();
    }

    @Test
    void whateverItReadsItSaysTheSameAgainAndNeverThrows() {
        String[] pieces = {
            "[a](", ")", "![", "](", "<a href=\"", "\">", "#", "..", "/", "../", "a.md", "%2e%2e/", "%00", "\0", "\\",
                    "`",
            "[x]: ", "\n", " ", "?", "core/", "docs/", "é", "\uD83D", "\u202E", "a/b", "<", ">", "//", ":", "www.", "|"
        };
        for (int round = 0; round < 500; round++) {
            Random random = new Random(SEED + round);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i >= 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            LinkWorld hostile =
                    new LinkWorld().both("core/a.md", text.toString()).both("core/a/b", "");
            List<Finding> found = hostile.inspect();

            assertThat(found).as("seed %d: %s", SEED + round, text).isEqualTo(hostile.inspect());
            assertThat(found)
                    .allSatisfy(finding -> assertThat(finding.message()).doesNotContain("\n", "\u202E"));
        }
    }

    @Test
    void aFileTellsAThousandFindingsAndThatThereAreMore() {
        world.both("core/a.md", "[x](gone.md)\n".repeat(30_000));

        List<Finding> found = world.inspect();

        assertThat(found).hasSize(1001);
        assertThat(found.get(1000).code()).isEqualTo("too-many-links");
    }

    /** 64,000 segments: nobody is asked for more than the first that is not there. */
    @Test
    void aPathThatIsFarTooDeepIsAskedForOnce() {
        world.both("core/a.md", "[x](" + "a/".repeat(64_000) + ")\n");

        assertThat(world.inspect()).extracting(Finding::code).containsExactly("link-broken-upstream");
        assertThat(world.asked()).isLessThan(100);
    }

    @Test
    void aBlobIsReadOnceForAllDownstreams() {
        world.both("core/a.md", "[x](b.md#b)\n").both("core/b.md", "# B\n");
        for (int downstream = 0; downstream < 20; downstream++) {
            assertThat(world.inspect()).isEmpty();
        }

        assertThat(world.read()).isEqualTo(2);
    }
}
