package io.agent33.sync.core.pullrequest;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.publish.PullRequestText;
import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.rule.PullRequestOptions;
import io.agent33.sync.api.rule.SyncRule;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the upstream writes in its changelog, its commit subjects and its file names, it can do nothing (S11). */
class HostileTextTest {
    private static final List<PlannedEdit> TWO =
            List.of(Samples.modified("core/orchestrator/A.md"), Samples.modified("core/orchestrator/B.md"));

    static Stream<String> hostileTexts() {
        return Stream.of(
                "thanks @alice and @org/team",
                "@alice",
                "(@alice) [@alice] \"@alice\" \u00e9@alice .@alice",
                "@@alice `@alice` ``@alice``",
                "&#64;alice &commat;alice @&#8203;alice",
                "fixes #12",
                "Closes: #10, resolves #12; RESOLVED #3",
                "close #1 closes #1 closed #1 fix #1 fixes #1 fixed #1 resolve #1 resolves #1 resolved #1",
                "closes org/repo#3 and Fixes octo-org/octo-repo#100",
                "fixes GH-1 and gh-2, (GH-3)",
                "fixes https://github.com/org/repo/issues/3",
                "see HTTPS://GITHUB.COM/org/repo/pull/9#discussion_r1 and github.com/o/r/discussions/7",
                "see https://www.github.com/o/r/issues/1 http://github.com/o/r/pull/2",
                "www.example.com https://example.com mailto:a@example.com a@example.com ftp://example.com/x",
                "commit a5c3785ed8d6a35868bc169f07e40e889087fd2e and jlord@a5c3785ed8d6a35868bc169f07e40e889087fd2e",
                "| a | b |",
                "|---|---|",
                "a | b\n|---|---|\n| c | d |",
                "line one\nfixes #1\r\n\r\n## Heading",
                "line one\u2028## Heading\u2029@alice\u0085#1\u000b#2\f#3",
                "# Heading",
                "Heading\n===",
                "---",
                "***",
                "<!-- hidden",
                "--> <b>bold</b> <img src=https://example.com/x.png> <script>alert(1)</script> <a href=x>y</a>",
                "<details><summary>x</summary>",
                "![pixel](https://example.com/p.png) [text](https://example.com) [ref]: https://example.com",
                "<https://example.com> <a@example.com>",
                "/merge",
                "  /approve",
                "bors r+",
                "Co-authored-by: Mallory <m@example.com>",
                "skip-checks: true",
                "release [skip ci] [ci skip] [no ci] [skip actions] [actions skip] [SKIP CI]",
                "```",
                "``` @alice",
                "`",
                "`` ` ``",
                "`a` @alice `b",
                "a ` b `` c ``` d ```` @alice",
                "`@alice",
                "@alice`",
                "\\`@alice\\`",
                "\\",
                "a\\",
                "~~~",
                "$`@alice`$ $$x$$ $\\href{https://example.com}{x}$",
                "    indented",
                "\tindented",
                "- [ ] task",
                "1. one",
                "> quote @alice",
                "> [!WARNING]",
                "[^1]: note",
                "\u202e@ecila\u202c fi\u200bxes #\u20601 @\u200balice GH\u00ad-1 \u2066x\u2069",
                "tags \udb40\udc41\udb40\udc42 #\ufe0f1 \ufeff@alice \u061c",
                "\u0000\u0001\u0007\u001b[31mred\u001b[0m\u007f\u009b",
                "\ud800 half \udc00@alice",
                "issues/1 /issues/12 a/b/c/issues/12 ./pull/3",
                "AB#12 PROJ-1 #close",
                ":tada: @alice:",
                "{{ template }} ${{ secrets.TOKEN }} %40alice",
                "x".repeat(100_000),
                "`".repeat(10_000),
                "@a ".repeat(10_000),
                "[".repeat(10_000) + "skip ci]",
                "/".repeat(10_000),
                "gh-".repeat(10_000) + "1",
                "\ud83d\ude00".repeat(5_000));
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void lineOfTheChangelogIsInertInTheBody(String text) {
        String body = new PullRequestWriter(PullRequestWriter.GITHUB_LIMIT)
                .write(Samples.facts(TWO, "before", text, "after"))
                .body();

        RenderedBody rendered = RenderedBody.assertInert(body);
        assertThat(rendered.codeSpans).first().isEqualTo("before");
        assertThat(rendered.codeSpans).last().isEqualTo("after");
        assertThat(rendered.codeSpans).hasSizeBetween(2, 3);
        assertThat(rendered.items).isEqualTo(rendered.codeSpans.size() + 3);
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void nameOfAFileIsInertInTheTitle(String text) {
        List<PlannedEdit> one = List.of(new PlannedEdit(
                TWO.get(0).path(),
                Optional.of("core/" + text.replace("/", "") + ".md"),
                TWO.get(0).before(),
                TWO.get(0).after()));

        assertInertTitle(new PullRequestWriter(PullRequestWriter.GITHUB_LIMIT).write(Samples.facts(one)));
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void folderOfTheSourceIsInertInTheTitle(String text) {
        String folder = text.substring(0, Math.min(text.length(), 255)).replaceAll("[/*?\\[{\\\\]", "x");
        SyncRule rule = Samples.rule("core/" + folder + "/*.md", PullRequestOptions.defaults());
        PullRequestFacts facts = new PullRequestFacts(
                rule, Samples.V2_4_0, Samples.PREVIOUS, TWO, Samples.ALL_SKIPPED, ChangelogExcerpt.none(), List.of());

        assertInertTitle(new PullRequestWriter(PullRequestWriter.GITHUB_LIMIT).write(facts));
    }

    @Test
    void idsAndVersionsThatCouldActStandInCode() {
        for (String id : List.of("gh-12", "www.example.com", "a._b_", "sync-gh-7")) {
            SyncRule rule = SyncRule.builder(id)
                    .source("core/**")
                    .targetRepo("org/webapp")
                    .targetPath("docs/")
                    .build();
            PullRequestFacts facts = new PullRequestFacts(
                    rule,
                    Samples.release("1.0.0-gh-1"),
                    Samples.PREVIOUS,
                    TWO,
                    Samples.ALL_SKIPPED,
                    ChangelogExcerpt.none(),
                    List.of());

            RenderedBody rendered = RenderedBody.assertInert(new PullRequestWriter(PullRequestWriter.GITHUB_LIMIT)
                    .write(facts)
                    .body());
            assertThat(rendered.codeSpans).containsExactly("v1.0.0-gh- 1", id.replace("gh-", "gh- "));
        }
    }

    @Test
    void ordinaryIdsAndVersionsStandAsTheyAre() {
        for (String word :
                List.of("v2.4.0", "v2.4.0+3.g0123456789ab", "sync-webapp-orchestrator", "a__b.c_d", "high-5")) {
            assertThat(InertMarkdown.word(word)).isEqualTo(word);
        }
    }

    @Test
    void ordinaryTextStaysReadable() {
        assertThat(InertMarkdown.line("Use `foo@1.2` in C# (issue 12), see https://example.com/a_b#x and [no changes]"))
                .isEqualTo("Use `foo@ 1.2` in C# (issue 12), see https://example.com/a_b#x and [no changes]");
        assertThat(InertMarkdown.code("\u00c4nderung \u2013 \u65e5\u672c\u8a9e \ud83d\ude00"))
                .isEqualTo("`\u00c4nderung \u2013 \u65e5\u672c\u8a9e \ud83d\ude00`");
    }

    @Test
    void randomMixturesOfTriggersAreInert() {
        List<String> pieces = hostileTexts().filter(text -> text.length() < 200).toList();
        for (long seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            String[] lines = Stream.generate(() -> mixture(pieces, random))
                    .limit(1 + random.nextInt(5))
                    .toArray(String[]::new);

            try {
                RenderedBody.assertInert(new PullRequestWriter(PullRequestWriter.GITHUB_LIMIT)
                        .write(Samples.facts(TWO, lines))
                        .body());
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    private static String mixture(List<String> pieces, Random random) {
        return Stream.generate(() -> {
                    String piece = pieces.get(random.nextInt(pieces.size()));
                    int start = random.nextInt(piece.length());
                    return piece.substring(start, start + random.nextInt(piece.length() - start + 1));
                })
                .limit(1 + random.nextInt(12))
                .collect(Collectors.joining());
    }

    private static void assertInertTitle(PullRequestText text) {
        assertThat(text.title())
                .startsWith("sync(agent33): Update ")
                .endsWith(" from v2.4.0")
                .hasSizeLessThanOrEqualTo(256);
        for (Pattern trigger : RenderedBody.TRIGGERS) {
            assertThat(trigger.matcher(text.title()).find())
                    .as("%s in the title: %s", trigger, text.title())
                    .isFalse();
        }
        RenderedBody.assertInert(text.body());
    }
}
