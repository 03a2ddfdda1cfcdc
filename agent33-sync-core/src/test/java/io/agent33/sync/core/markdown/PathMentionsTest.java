package io.agent33.sync.core.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The grammar of path mentions, case by case. */
class PathMentionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '\u0001',
            value = {
                "core/a.md¦core/a.md",
                "see core/a.md.¦core/a.md",
                "see core/a.md, core/b/: fine¦core/a.md core/b/",
                "(core/a.md) [core/b.md] {core/c.md} <core/d.md>¦core/a.md core/b.md core/c.md core/d.md",
                "\"core/a.md\" 'core/b.md' “core/c.md”¦core/a.md core/b.md core/c.md",
                "path:core/a.md x=core/b.md,core/c.md;core/d.md¦core/a.md core/b.md core/c.md core/d.md",
                "HEAD:core/a.md¦core/a.md",
                "SYSTEM[core/a.md] Path(core/b.md)¦core/a.md core/b.md",
                "|core/a.md|core/b|¦core/a.md core/b",
                "core/¦core/",
                "./core/a ../b/c.md ../../d/¦./core/a ../b/c.md ../../d/",
                "/core/a.md¦/core/a.md",
                "core/a.md#part-one.¦core/a.md",
                "core/a.md:12 core/b.md:3-9: core/c.md:1:2¦core/a.md core/b.md core/c.md",
                "core/a.md: text core/b.md:x¦core/a.md core/b.md",
                "core/a.md? core/b.md!¦core/a.md core/b.md",
                "core/a.md->core/b.md¦core/a.md core/b.md",
                "$schema=./core/a.json¦./core/a.json",
                "@core/a.md @scope/package¦core/a.md",
                "icons/a@2x.png lib/c++/x.h¦icons/a@2x.png lib/c++/x.h",
                "core/设计/文档.md，core/é.md。¦core/设计/文档.md core/é.md",
                ".github/workflows/ci.yml¦.github/workflows/ci.yml",
                "\uFEFFcore/a.md¦core/a.md",
                "a/b.c/D_E-f.md¦a/b.c/D_E-f.md"
            })
    void areFound(String text, String paths) {
        assertThat(paths(PathMentions.in(text))).containsExactly(paths.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "core README.md",
                "/",
                "../",
                "./",
                "1/2 2026/01/16",
                "core/**",
                "core/**/*.md",
                "core/*.md",
                "**/core/a.md",
                "core/a-*.md",
                "core/{x}/y",
                "core/{a,b}/c.md",
                "{core,docs}/**",
                "{dir}/tmp/media/",
                "core/<name>/a.md",
                "core/a/<ROLE>_RULES.md",
                "core/logs/<date>/<id>.yaml",
                "${HOME}/core/a.md",
                "$HOME/core/a.md",
                "core/$x",
                "core/$(x)/y.md",
                "core/%s/a.md",
                "core/[slug]/a.md",
                "app/(group)/page",
                "core/?.md",
                "core/...",
                "docs/.../a.md",
                "https://example.com/core/a.md",
                "http://localhost:3000/core/a.md",
                "//host/core/a.md",
                "file:///core/a.md",
                "www.example.com/core/a.md",
                "git@github.com:org/repo.git",
                "C:/core/a.md",
                "core//a.md",
                "~/core/a.md",
                "*/core/a.md",
                "core\\a.md",
                "core/a\\_b.md",
                "&core/a.md",
                "^core/a",
                "core/a^b",
                "#core/a.md",
                "core/\uD83D\uDE80.md",
                "https://example.com/x?y=core/a.md",
                "a%20b/core"
            })
    void areNone(String text) {
        assertThat(PathMentions.in(text)).isEmpty();
    }

    @Test
    void aWordThatContainsAPathIsAnother() {
        assertThat(paths(PathMentions.in("hardcore/a.md my-core/a.md core/a.mdx")))
                .containsExactly("hardcore/a.md", "my-core/a.md", "core/a.mdx");
    }

    @Test
    void partsAreKeptApart() {
        Reference found = PathMentions.in("see core/a.md#b-c, core/d.md:12").get(0);
        Reference other = PathMentions.in("see core/a.md#b-c, core/d.md:12").get(1);

        assertThat(found.range()).isEqualTo(new Range(4, 17));
        assertThat(found.destination().pathRange()).isEqualTo(new Range(4, 13));
        assertThat(found.destination().fragment()).contains("b-c");
        assertThat(other.range()).isEqualTo(new Range(19, 31));
        assertThat(other.destination().raw()).isEqualTo("core/d.md");
        assertThat(other.position()).isEqualTo(new Position(1, 20));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '\u0001',
            value = {
                "**core/a.md** *core/b.md* _core/c.md_ __core/d.md__¦core/a.md core/b.md core/c.md core/d.md",
                "*see core/a.md* and ~~core/b.md~~¦core/a.md core/b.md",
                "core/a.md[^1]¦core/a.md",
                "core/__init__.py¦core/__init__.py",
                "[core/a.md](https://example.com) `core/b.md`¦core/a.md core/b.md",
                "`ls core/a.md` `core/**` `[x](./path.md)`¦core/a.md ./path.md",
                "https://a.b/core/x.md core/a.md¦core/a.md",
                "<!-- core/a.md --> <b>core/b.md</b> core/c<br>¦core/a.md core/b.md core/c",
                "<https://x.y/core/a.md> <img alt=core/b.md>¦",
                "core/[a](b)/c.md¦",
                "# core/a.md¦core/a.md",
                "| core/a.md | `core/b\\|c.md` |¶|-|-|¦core/a.md core/b"
            })
    void inMarkdown(String text, String paths) {
        List<String> found = paths(RangeLaws.hold(text.replace('¶', '\n')).references().stream()
                .filter(each -> each.form().isMention())
                .toList());

        assertThat(String.join(" ", found)).isEqualTo(paths == null ? "" : paths);
    }

    @Test
    void theFormSaysWhere() {
        MarkdownText read = RangeLaws.hold(
                "\uFEFF---\nsource: a/1\n---\n# a/2\n\n`a/3` <!-- a/4 -->\n\n```sh\na/5\n```\n\n    a/6\n\n> ```\n> a/7\n\n<p>a/8</p>\n"
                        .replace("/", "/x"));

        assertThat(read.references())
                .extracting(Reference::form)
                .containsExactly(
                        Form.FRONT_MATTER,
                        Form.TEXT,
                        Form.CODE_SPAN,
                        Form.COMMENT,
                        Form.CODE_BLOCK,
                        Form.CODE_BLOCK,
                        Form.CODE_BLOCK,
                        Form.TEXT);
    }

    private static List<String> paths(List<Reference> references) {
        return references.stream().map(each -> each.destination().path()).toList();
    }
}
