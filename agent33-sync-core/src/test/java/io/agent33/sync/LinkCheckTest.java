package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.rule.Acceptance;
import io.agent33.sync.api.rule.OnDrift;
import io.agent33.sync.api.rule.Severity;
import io.agent33.sync.api.rule.Strategy;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.rule.SyncRuleBuilder;
import io.agent33.sync.api.rule.TransformStep;
import io.agent33.sync.api.rule.Validation;
import io.agent33.sync.api.transform.TransformNote;
import io.agent33.sync.api.transform.TransformProvider;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.api.validate.Check;
import io.agent33.sync.api.validate.CheckResult;
import io.agent33.sync.api.validate.CheckStatus;
import io.agent33.sync.api.validate.Finding;
import io.agent33.sync.core.print.OutputFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether what would be pushed leads somewhere, and if not, whose fault it is (S6, S7). */
class LinkCheckTest {
    private final World world = new World();

    /** The files of the next release, each a path and a text. */
    private void release(String version, String... files) {
        var commit = world.upstream.commit(version);
        for (int i = 0; i < files.length; i += 2) {
            commit = commit.file(files[i], files[i + 1]);
        }
        commit.tag(version);
    }

    private SyncReport run() {
        return world.run();
    }

    private static CheckResult links(RuleResult result) {
        return result.validation().orElseThrow().checks().get(Check.LINK_INTEGRITY.ordinal());
    }

    private static CheckResult links(SyncReport report) {
        return links(report.results().get(0));
    }

    /** {@code place code} of each finding of the only rule. */
    private List<String> found() {
        return found(links(run()));
    }

    private static List<String> found(CheckResult result) {
        return result.findings().stream()
                .map(finding -> finding.where() + " " + finding.code())
                .toList();
    }

    private static String only(CheckResult result) {
        assertThat(result.findings()).hasSize(1);
        return result.findings().get(0).toString();
    }

    private static Validation links(Severity severity) {
        return Validation.defaults().with(Check.LINK_INTEGRITY, severity);
    }

    private void rules(SyncRuleBuilder... rules) {
        world.rules = Stream.of(rules).map(SyncRuleBuilder::build).toArray(SyncRule[]::new);
    }

    private static SyncRuleBuilder rule(String id, String source, String target) {
        return World.rule(id).source(source).targetPath(target);
    }

    @Test
    void whatLeadsSomewherePasses() {
        release(
                "v1.0.0",
                "core/a.md",
                "[b](b.md) [b](./sub/../b.md#b) ![p](p.png) [sub](sub/) [up](..) [own](#a) [top](#top) [web](https://example.com/x)\n"
                        + "<img src=\"p.png\"> <a href='b.md'>b</a> [r][r]\n\n# A\n\n[r]: sub/c.md#c-d\n",
                "core/b.md",
                "# B\n",
                "core/sub/c.md",
                "C `d`\n-----\n[root](/docs/a.md) and core/nowhere.md, docs/nowhere.txt\n",
                "core/p.png",
                "\0");

        CheckResult result = links(run());

        assertThat(result.findings()).isEmpty();
        assertThat(result.status()).isEqualTo(CheckStatus.PASS);
        assertThat(result.details()).isEqualTo("0 broken links");
    }

    @Test
    void theRootsPageShowsItsReadme() {
        world.webapp().commit("mine").file("README.md", "# Root\n");
        release("v1.0.0", "core/a.md", "[it](/#root) [it](../#none)\n", "README.md", "# Root\n");

        assertThat(found()).containsExactly("docs/a.md:1:14 anchor-missing");
    }

    @Test
    void whatIsBrokenUpstreamBlocksAndSaysSo() {
        release("v1.0.0", "core/a.md", "# A\n\nSee [it](gone.md), [it](../../out.md)\nand ![it](img/gone.png).\n");

        SyncReport report = run();

        assertThat(World.only(report)).isInstanceOf(RuleOutcome.Blocked.class);
        assertThat(World.codes(report)).containsExactly("link-broken-upstream");
        assertThat(found(links(report)))
                .containsExactly(
                        "docs/a.md:3:5 link-broken-upstream",
                        "docs/a.md:3:20 link-broken-upstream",
                        "docs/a.md:4:5 link-broken-upstream");
        assertThat(links(report).findings().get(0))
                .hasToString(
                        "docs/a.md:3:5: \"gone.md\" leads nowhere, upstream neither: there is no core/gone.md at v1.0.0;"
                                + " mend it upstream, or accept it in validation.allow [link-broken-upstream]");
        assertThat(links(report).findings().get(1).message()).contains("leads out of the repository");
        assertThat(links(report).details()).isEqualTo("3 broken links");
        assertThat(world.publisher.written()).isEmpty();
    }

    @Test
    void aFileThatDidNotChangeIsCheckedAgain() {
        rules(World.rule("docs").validation(links(Severity.WARN)));
        release("v1.0.0", "core/a.md", "[it](gone.md)\n", "core/b.md", "1\n");
        world.syncAndMerge();
        release("v1.1.0", "core/b.md", "2\n");

        assertThat(found()).containsExactly("docs/a.md:1:1 link-broken-upstream");
    }

    @Test
    void whatUpstreamHasAndThisDownstreamDoesNotGet() {
        release("v1.0.0", "core/a.md", "[it](../guide/g.md) [all](../guide)\n", "guide/g.md", "1\n");

        CheckResult result = links(run());

        assertThat(found(result))
                .containsExactly("docs/a.md:1:1 link-not-delivered", "docs/a.md:1:21 link-not-delivered");
        assertThat(result.findings().get(0).toString())
                .contains("upstream's guide/g.md is not delivered", "strip_internal_links");
    }

    @Test
    void whatTheDownstreamOptedOut() {
        world.webapp().commit("mine").file(".agent33-overrides/.ignore", "b.md\n");
        release("v1.0.0", "core/a.md", "[it](b.md)\n", "core/b.md", "1\n");

        assertThat(found()).containsExactly("docs/a.md:1:1 link-not-delivered");
    }

    @Test
    void whatLiesElsewhereDownstream() {
        rules(
                rule("docs", "core/a/**", "docs/"),
                rule("other", "core/b/**", "other/").validation(links(Severity.OFF)));
        release("v1.0.0", "core/a/a.md", "[it](../b/b.md)\n", "core/b/b.md", "1\n");

        assertThat(only(links(run())))
                .contains("upstream's core/b/b.md lies at other/b.md here", "rewrite_paths", "[link-elsewhere]");
    }

    @Test
    void twoRulesThatReferToEachOtherDoNotBlockEachOther() {
        rules(rule("one", "core/a/**", "docs/a/"), rule("two", "core/b/**", "docs/b/"));
        release(
                "v1.0.0",
                "core/a/a.md",
                "# A\n[it](../b/b.md#b) [all](../b/)\n",
                "core/b/b.md",
                "# B\n[it](../a/a.md)\n");

        SyncReport report = run();

        assertThat(report.results())
                .allSatisfy(result -> assertThat(result.outcome()).isInstanceOf(RuleOutcome.Proposed.class));
        assertThat(found(links(report.results().get(0))))
                .containsExactly("docs/a/a.md:2:1 link-pending", "docs/a/a.md:2:19 link-pending");
        assertThat(found(links(report.results().get(1)))).containsExactly("docs/b/b.md:2:1 link-pending");
        assertThat(links(report).status()).isEqualTo(CheckStatus.PASS);
        assertThat(links(report).findings())
                .allSatisfy(note -> assertThat(note.level()).isEqualTo(Finding.Level.NOTE));

        for (RuleResult result : report.results()) {
            world.webapp()
                    .merge(((RuleOutcome.Proposed) result.outcome()).head().branch());
            world.publisher.merge("org/webapp", result.ruleId());
        }
        release("v1.1.0", "core/a/a.md", "# A\n\n[it](../b/b.md#b)\n");
        assertThat(links(run()).findings()).isEmpty();
    }

    @Test
    void whatAnotherRuleWillBringHasToHaveTheAnchor() {
        rules(rule("one", "core/a/**", "docs/a/"), rule("two", "core/b/**", "docs/b/"));
        release("v1.0.0", "core/a/a.md", "[it](../b/b.md#gone)\n", "core/b/b.md", "# B\n");

        assertThat(only(links(run()))).contains("docs/b/b.md has no \"gone\", upstream neither", "[anchor-missing]");
    }

    @Test
    void anAnchorThatAnotherRuleBringsIsNoProblemYet() {
        rules(rule("one", "core/a/**", "docs/a/"), rule("two", "core/b/**", "docs/b/"));
        release("v1.0.0", "core/a/a.md", "# A\n", "core/b/b.md", "# B\n");
        world.syncAndMerge();
        release("v1.1.0", "core/a/a.md", "[it](../b/b.md#new)\n", "core/b/b.md", "# B\n# New\n");

        CheckResult result = links(run());

        assertThat(found(result)).containsExactly("docs/a/a.md:1:1 anchor-pending");
        assertThat(result.status()).isEqualTo(CheckStatus.PASS);
    }

    @Test
    void anAnchorThatIsNowhere() {
        release("v1.0.0", "core/a.md", "# A\n\n[it](#none) [it](b.md#none)\n", "core/b.md", "# B\n");

        assertThat(found()).containsExactly("docs/a.md:3:1 anchor-missing", "docs/a.md:3:13 anchor-missing");
    }

    @Test
    void anAnchorThatALocalChangeTookAway() {
        release("v1.0.0", "core/a.md", "[it](b.md#part)\n", "core/b.md", "# B\n\nx\n\n## Part\n\ny\n");
        world.syncAndMerge();
        world.webapp().commit("mine").file(".agent33-overrides/b.md", "# B\n\nx\n\n## Chapter\n\ny\n");

        assertThat(only(links(run())))
                .contains("docs/a.md:1:1", "upstream has, local changes took it", "[anchor-changed-locally]");
    }

    @Test
    void aLinkThatStandsInLocalChangesAlone() {
        release("v1.0.0", "core/a.md", "# A\n");
        world.syncAndMerge();
        world.webapp()
                .commit("mine")
                .file(".agent33-overrides/a.md", "# A\n\n[ours](gone.md) [ours](#gone) docs/gone.md\n");

        assertThat(found()).containsExactly("docs/a.md:3:1 link-broken-locally", "docs/a.md:3:17 link-broken-locally");
    }

    @Test
    void aLocalChangeMayLinkToTheDownstreamsOwnFiles() {
        release("v1.0.0", "core/a.md", "# A\n");
        world.syncAndMerge();
        world.webapp()
                .commit("mine")
                .file("docs/own/o.md", "# Own\n")
                .file(".agent33-overrides/a.md", "# A\n\n[ours](own/o.md#own)\n");

        assertThat(found()).isEmpty();
    }

    @Test
    void aLinkThatATemplateMade() {
        rules(World.rule("docs")
                .strategy(Strategy.TEMPLATE)
                .addVariable("where", "gone.md")
                .addVariable("title", "Other"));
        release("v1.0.0", "core/a.md", "# {{title}}\n\n[it]({{where}}) [it](#title)\n");

        assertThat(found())
                .containsExactly("docs/a.md:3:1 link-broken-by-rule", "docs/a.md:3:15 anchor-broken-by-rule");
    }

    @Test
    void anAnchorBehindAPathThatWasRewrittenIsThereOrMissing() {
        rules(World.rule("docs")
                .addTransform(new TransformStep("rewrite_paths", Map.of("from", "core", "to", "docs"))));
        release(
                "v1.0.0",
                "core/a.md",
                "core/b.md#one core/b.md#none core/b.md#coreamd other/b.md#none\n",
                "core/b.md",
                "# One\n\n# core/a.md\n");

        assertThat(found()).containsExactly("docs/a.md:1:15 anchor-missing");
    }

    @Test
    void headingsThatAreRewrittenKeepTheirLinks() {
        rules(World.rule("docs")
                .addTransform(new TransformStep("rewrite_paths", Map.of("from", "core", "to", "docs"))));
        release(
                "v1.0.0",
                "core/a.md",
                "# `core/a.md`\n\n[a](#coreamd) [b](b.md#see-coreamd)\n",
                "core/b.md",
                "# See core/a.md\n\n[b](a.md#coreamd)\n");

        world.syncAndMerge();

        assertThat(world.files(world.webapp().tree()))
                .containsEntry("docs/a.md", "# `docs/a.md`\n\n[a](#docsamd) [b](b.md#see-docsamd)\n")
                .containsEntry("docs/b.md", "# See docs/a.md\n\n[b](a.md#docsamd)\n");
    }

    @Test
    void whatWasDeletedHereAndIsAdoptedIsNotDelivered() {
        rules(World.rule("docs").onDrift(OnDrift.ADOPT));
        release("v1.0.0", "core/a.md", "[b](b.md)\n", "core/b.md", "1\n");
        world.syncAndMerge();
        world.webapp().commit("mine").delete("docs/b.md");
        release("v1.1.0", "core/a.md", "[b](b.md) 2\n");

        assertThat(found()).containsExactly("docs/a.md:1:1 link-not-delivered");
    }

    @Test
    void whatWasDeletedHereAndIsAdoptedIsUnlinkedAtOnce() {
        rules(World.rule("docs")
                .onDrift(OnDrift.ADOPT)
                .addTransform(new TransformStep("strip_internal_links", Map.of())));
        release("v1.0.0", "core/a.md", "[b](b.md)\n", "core/b.md", "1\n");
        world.syncAndMerge();
        world.webapp().commit("mine").delete("docs/b.md");
        release("v1.1.0", "core/a.md", "[b](b.md) 2\n");

        world.syncAndMerge();

        assertThat(world.files(world.webapp().tree()))
                .containsEntry("docs/a.md", "b 2\n")
                .doesNotContainKey("docs/b.md");
        assertThat(World.only(world.run())).isInstanceOf(RuleOutcome.Current.class);
    }

    @Test
    void whatWasDeletedHereButCustomisedComesBack() {
        rules(World.rule("docs").onDrift(OnDrift.ADOPT));
        release("v1.0.0", "core/a.md", "[b](b.md)\n", "core/b.md", "1\n");
        world.syncAndMerge();
        world.webapp().commit("mine").delete("docs/b.md").file(".agent33-overrides/b.md", "own\n");
        release("v1.1.0", "core/a.md", "[b](b.md) 2\n");

        assertThat(found()).isEmpty();
    }

    @Test
    void aPathThatATransformWroteIsThereOrBroken() {
        rules(World.rule("docs").addTransform(new TransformStep("moved", Map.of())));
        release(
                "v1.0.0",
                "core/a.md",
                "`core/gone.md` `core/b.md` `docs/zzz.md` `here/gone.md` `here/b.md`\n",
                "core/b.md",
                "1\n");
        TransformProvider moved = TransformProvider.of((document, context) -> document.replace(
                0,
                document.text().length(),
                document.text().replace("core/", "docs/").replace("here/", "./")));

        SyncReport report = world.engine().transform("moved", moved).build().run();

        assertThat(found(links(report)))
                .containsExactly("docs/a.md:1:2 mention-broken", "docs/a.md:1:43 mention-broken");
    }

    @Test
    void letterCaseIsToldWithTheRightSpelling() {
        release("v1.0.0", "core/a.md", "[it](Sub/b.md)\n", "core/sub/B.md", "1\n");

        assertThat(only(links(run()))).contains("there is docs/sub/B.md, in letters of another case");
    }

    @Test
    void whatThisSyncTakesAwayIsNoRightSpelling() {
        release("v1.0.0", "core/a.md", "# A\n", "core/B.md", "1\n", "core/c.md", "1\n");
        world.syncAndMerge();
        world.upstream
                .commit("2")
                .delete("core/B.md")
                .file("core/a.md", "[it](b.md) [it](A.md) [it](C.md)\n")
                .tag("v1.1.0");

        assertThat(links(run()).findings())
                .extracting(finding -> finding.message().contains("another case"))
                .containsExactly(false, true, true);
    }

    @Test
    void aConflictedFileIsPassedOverAndWarns() {
        release("v1.0.0", "core/a.md", "# A\n", "core/b.md", "[it](a.md#a)\n");
        world.syncAndMerge();
        world.webapp().commit("mine").file(".agent33-overrides/a.md", "# Ours [x](gone.md)\n");
        release("v1.1.0", "core/a.md", "# Theirs [x](gone.md)\n", "core/b.md", "[it](a.md#none)\n");
        rules(World.rule("docs")
                .validation(links(Severity.FAIL)
                        .allowing(List.of(
                                new Acceptance(Check.LINK_INTEGRITY, "docs/a.md", "docs/a.md", "it is known")))));

        CheckResult result = links(run());

        assertThat(found(result)).containsExactly("docs/a.md conflicted");
        assertThat(result.status()).isEqualTo(CheckStatus.WARN);
        assertThat(result.accepted()).isEmpty();
    }

    @Test
    void theRulesSeverityDecidesAndAFindingIsAcceptedByItsDestination() {
        release(
                "v1.0.0",
                "core/a.md",
                "[it](gone%20now.md) <a href=\"x&amp;y.md\">it</a> <a href=\"&amp;.md\">it</a>\n");
        rules(World.rule("docs").validation(links(Severity.WARN)));
        assertThat(links(run()).status()).isEqualTo(CheckStatus.WARN);
        rules(World.rule("docs").validation(links(Severity.OFF)));
        assertThat(links(run()).status()).isEqualTo(CheckStatus.SKIP);
        rules(World.rule("docs")
                .validation(Validation.defaults()
                        .allowing(List.of(
                                new Acceptance(Check.LINK_INTEGRITY, "docs/a.md", "gone%20now.md", "comes later"),
                                new Acceptance(Check.LINK_INTEGRITY, "docs/a.md", "x&y.md", "comes later"),
                                new Acceptance(Check.LINK_INTEGRITY, "docs/a.md", "&amp;.md", "comes later")))));

        CheckResult result = links(run());

        assertThat(result.status()).isEqualTo(CheckStatus.PASS);
        assertThat(result.accepted()).hasSize(3);
    }

    @Test
    void itStandsInPlanReportPullRequestAndYaml() {
        rules(World.rule("docs").validation(links(Severity.WARN)));
        release("v1.0.0", "core/a.md", "[it](gone.md)\n");
        SyncEngine engine = world.engine()
                .clock(Clock.fixed(Instant.parse("2026-01-30T12:00:00Z"), ZoneOffset.UTC))
                .build();
        Proposal proposal = engine.plan(SyncTrigger.due()).proposals().get(0);
        SyncReport report = engine.run();
        StringBuilder text = new StringBuilder();
        StringBuilder yaml = new StringBuilder();
        engine.print(report, OutputFormat.TEXT, text);
        engine.print(report, OutputFormat.YAML, yaml);

        assertThat(proposal.checks().get(1)).isEqualTo(links(report));
        assertThat(proposal.text().body()).contains("| Link integrity | warn |");
        assertThat(text.toString()).contains("docs/a.md:1:1: \"gone.md\" leads nowhere");
        assertThat(yaml.toString()).contains("name: link_integrity", "1 broken link");
    }

    @Test
    void aMarkdownFileThatIsTooLongToBeReadIsNoPass() {
        release("v1.0.0", "core/long.md", "x\n".repeat(9 << 20), "core/long.txt", "x\n".repeat(9 << 20));
        rules(World.rule("docs").validation(Validation.defaults().with(Check.SECRET_SCAN, Severity.OFF)));

        assertThat(found()).containsExactly("docs/long.md too-long-to-check");
    }

    @Test
    void whatATransformHadToSayWarnsWithItsLine() {
        rules(World.rule("docs").addTransform(new TransformStep("odd", Map.of())));
        release("v1.0.0", "core/a.md", "# A\n");
        TransformProvider odd = TransformProvider.of(
                (document, context) -> document.noting(new TransformNote("odd", 1, "is odd", "even it out")));
        SyncEngine engine = world.engine().transform("odd", odd).build();
        SyncReport report = engine.run();

        assertThat(only(links(report))).isEqualTo("docs/a.md:1: is odd; even it out [odd]");
        assertThat(links(report).status()).isEqualTo(CheckStatus.WARN);
        assertThat(links(report).details()).isEqualTo("0 broken links");

        world.webapp().merge(((RuleOutcome.Proposed) World.only(report)).head().branch());
        world.webapp().commit("mine").file(".agent33-overrides/a.md", "Ours\n\n# A\n");
        assertThat(only(links(engine.run())))
                .as("the line is not that of the customised file")
                .isEqualTo("docs/a.md: is odd; even it out [odd]");
    }

    /** 64,000 folders deep: more than a stack of calls holds. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPathThatIsFarTooDeepIsBrokenLikeAnyOther(boolean stripped) {
        release("v1.0.0", "core/a.md", "[x](" + "a/".repeat(64_000) + "b.md)\n");
        rules(
                stripped
                        ? World.rule("docs").addTransform(new TransformStep("strip_internal_links", Map.of()))
                        : World.rule("docs"));

        assertThat(found()).containsExactly("docs/a.md:1:1 link-broken-upstream");
    }
}
