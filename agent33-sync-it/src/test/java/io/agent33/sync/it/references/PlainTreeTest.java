package io.agent33.sync.it.references;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.core.markdown.MarkdownText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The second reading is right on what the corpus has none of. */
class PlainTreeTest {
    private static final String PAGE = """
            # Page **one** and `two`

            ## Again
            ## Again
            <a name="here"></a>

            [a](other.md) ![b](img/pic.png "t") [c][ref] [ref] <img src="img/none.png">
            [![d](img/pic.png)](/docs/other.md#there) <a href='gone.md'>e</a> [f](<sp ace.md>) [g](sp%20ace.md)
            [h](#again-1) [i](#again-2) [j](#here) [k](../../out.md) [l](../docs/) [m](data.yaml#L3) [n](data.yaml#x)
            <https://example.com> https://example.com/docs/gone.md `docs/other.md` and core/none.md.

            ```
            [no](gone.md) docs/other.md
            ```

                [no](gone.md)

            <!-- [no](gone.md) -->

            [ref]: other.md#nowhere
            """;

    private final PlainTree tree = PlainTree.empty()
            .add("docs/page.md", Optional.of(PAGE))
            .add("docs/other.md", Optional.of("There\n=====\n"))
            .add("docs/sp ace.md", Optional.of(""))
            .add("docs/data.yaml", Optional.of("a: 1\n"))
            .add("docs/img/pic.png", Optional.empty());

    @Test
    void everyReferenceHasItsVerdict() {
        assertThat(tree.below("docs/page.md"))
                .extracting(each -> each.toString().replaceFirst("^docs/page.md:", ""))
                .containsExactly(
                        "7:1 other.md THERE",
                        "7:15 img/pic.png THERE",
                        "7:37 [ref] WEB",
                        "7:46 [ref] WEB",
                        "7:52 img/none.png NO_PATH",
                        "8:1 /docs/other.md#there THERE",
                        "8:2 img/pic.png THERE",
                        "8:43 gone.md NO_PATH",
                        "8:67 sp ace.md THERE",
                        "8:84 sp%20ace.md THERE",
                        "9:1 #again-1 THERE",
                        "9:15 #again-2 NO_ANCHOR",
                        "9:29 #here THERE",
                        "9:40 ../../out.md NO_PATH",
                        "9:58 ../docs/ THERE",
                        "9:72 data.yaml#L3 THERE",
                        "9:90 data.yaml#x NO_ANCHOR",
                        "10:1 https://example.com WEB",
                        "10:23 https://example.com/docs/gone.md WEB",
                        "10:57 docs/other.md THERE",
                        "10:76 core/none.md NO_NAME",
                        "13:15 docs/other.md THERE",
                        "20:1 other.md#nowhere NO_ANCHOR");
    }

    @Test
    void bothReadingsFindTheSameThere() {
        List<String> ours = MarkdownText.parse(PAGE).references().stream()
                .map(each -> each.position().toString())
                .toList();
        assertThat(tree.below("docs/page.md"))
                .extracting(
                        each -> each.reference().line() + ":" + each.reference().column())
                .containsExactlyElementsOf(ours);
    }

    @Test
    void headingsHaveTheirIds() {
        assertThat(PlainReader.headings(PAGE))
                .extracting(PlainHeading::id)
                .containsExactly("page-one-and-two", "again", "again-1");
    }
}
