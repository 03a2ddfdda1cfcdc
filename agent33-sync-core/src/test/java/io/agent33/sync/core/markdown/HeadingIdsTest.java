package io.agent33.sync.core.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ids as GitHub gives them, written down from what it renders. */
class HeadingIdsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '\u0001',
            value = {
                "# Plain words¦plain-words",
                "## Setup & Teardown¦setup--teardown",
                "# What's new in v2.4.0?¦whats-new-in-v240",
                "# Trailing hashes ##¦trailing-hashes",
                "# a_b __c__ _d e_¦a_b-c-d-e",
                "# snake_case_name and *stars*¦snake_case_name-and-stars",
                "# `core/x.md` in backticks¦corexmd-in-backticks",
                "# `` a ` b ``¦a--b",
                "# [Link text](target.md) after¦link-text-after",
                "# [`code` in _link_](x)¦code-in-link",
                "# ![alternative](x.png) picture¦picture",
                "# See <https://example.com/a>¦see-httpsexamplecoma",
                "# Bold <b>tag</b> gone¦bold-tag-gone",
                "# \uD83D\uDE80 Launch¦-launch",
                "# :rocket: Launch¦rocket-launch",
                "# 中文标题¦中文标题",
                "# Привет, Мир¦привет-мир",
                "# Überblick: ÄÖÜ¦überblick-äöü",
                "# 日本語の見出し（テスト）¦日本語の見出しテスト",
                "# 1. First / 2nd¦1-first--2nd",
                "# C++ & C#¦c--c",
                "# a -- b — c¦a----b--c",
                "# &lt;tag&gt; &amp; &copy;¦tag--",
                "# 50% \\*escaped\\*¦50-escaped",
                "# ~~struck~~ through¦struck-through",
                "# Tab\tin it¦tabin-it",
                "#¦''",
                "# !!!¦''",
                "Setext¶======¦setext",
                "Setext two¶---¦setext-two",
                "> # In a quote¦in-a-quote",
                "- # In a list¦in-a-list",
                "<h2 align=\"center\">In <em>HTML</em> &amp; more</h2>¦in-html--more",
                "# e\u0301tude ¦e\u0301tude",
                "# ١٢٣ digits¦١٢٣-digits"
            })
    void oneHeading(String markdown, String id) {
        assertThat(MarkdownText.parse(markdown.replace('¶', '\n')).headings())
                .extracting(Heading::id)
                .containsExactly(id.equals("''") ? "" : id);
    }

    @Test
    void duplicatesAreNumbered() {
        assertThat(ids("# Foo\n## Foo\n# foo\n# Bar\n# Foo!\n"))
                .containsExactly("foo", "foo-1", "foo-2", "bar", "foo-3");
    }

    @Test
    void aNumberThatIsTakenIsPassedOver() {
        assertThat(ids("# Foo 1\n# Foo\n# Foo\n# Foo 1\n")).containsExactly("foo-1", "foo", "foo-2", "foo-1-1");
    }

    @Test
    void headingsOfAllKindsCountInTheirOrder() {
        assertThat(ids("<h1>One</h1>\n\nOne\n===\n\n> # One\n\n# One\n"))
                .containsExactly("one", "one-1", "one-2", "one-3");
    }

    @Test
    void codeAndFrontMatterAreNoHeadings() {
        assertThat(ids("---\ntitle: x\n---\n```\n# a\n```\n\n    # b\n\n# c\n")).containsExactly("c");
    }

    @Test
    void anchorsAreIdsOfAnyElementAndNamesOfLinks() {
        MarkdownText read = MarkdownText.parse(
                "<a id=\"one\"></a>\n\ntext <a name='two'></a> <span id=three>x</span>\n\n<div id=\"fo&amp;ur\" name=\"no\">\n</div>\n");

        assertThat(read.anchors()).extracting(Anchor::name).containsExactly("one", "two", "three", "fo&ur");
        assertThat(read.anchors()).extracting(Anchor::position).contains(new Position(3, 6));
    }

    private static List<String> ids(String markdown) {
        return RangeLaws.hold(markdown).headings().stream().map(Heading::id).toList();
    }
}
