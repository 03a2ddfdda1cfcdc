package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.SyncPlan;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.rule.Acceptance;
import io.agent33.sync.api.rule.Severity;
import io.agent33.sync.api.rule.SyncRuleBuilder;
import io.agent33.sync.api.rule.TransformStep;
import io.agent33.sync.api.rule.Validation;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.api.validate.Check;
import io.agent33.sync.api.validate.CheckResult;
import io.agent33.sync.api.validate.CheckStatus;
import io.agent33.sync.api.validate.DeliveredFile;
import io.agent33.sync.api.validate.Finding;
import io.agent33.sync.api.validate.Validator;
import io.agent33.sync.core.print.OutputFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks before a pull request is opened: the specification's and the host's (S7). */
class ChecksTest {
    private final World world = new World();

    @BeforeEach
    void oneRelease() {
        world.upstream
                .commit("1")
                .file("core/a.md", "# A\n")
                .file("core/b.json", "{}\n")
                .file("core/c.bin", "\0")
                .tag("v1.0.0");
    }

    private CheckResult check(SyncPlan plan, String name) {
        return plan.proposals().get(0).checks().stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private CheckResult versionTag(SyncRuleBuilder rule) {
        world.rules(rule.build());
        return check(world.plan(SyncTrigger.due()), "version_tag");
    }

    private static Validation versionTag(Severity severity) {
        return Validation.defaults().with(Check.VERSION_TAG, severity);
    }

    private SyncReport run(String name, Validator validator) {
        return world.engine().validator(name, validator).build().run();
    }

    @Test
    void alwaysAllFiveAppearInTheSpecificationsOrder() {
        Proposal proposal = world.plan(SyncTrigger.due()).proposals().get(0);

        assertThat(proposal.checks())
                .extracting(CheckResult::name)
                .containsExactly("checksum", "link_integrity", "schema_check", "secret_scan", "version_tag");
    }

    @Test
    void aFileWithoutTheReleaseWarns() {
        CheckResult result = versionTag(World.rule("docs"));

        assertThat(result.status()).isEqualTo(CheckStatus.WARN);
        assertThat(result.details()).isEqualTo("v1.0.0 missing in 1 files");
        assertThat(result.findings())
                .singleElement()
                .hasToString("docs/a.md: v1.0.0 stands neither in front matter nor in the header; "
                        + "add stamp_version to the rule's transforms [version-tag-missing]");
    }

    @Test
    void aStampedFilePasses() {
        CheckResult result = versionTag(World.rule("docs").addTransform(new TransformStep("stamp_version", Map.of())));

        assertThat(result.status()).isEqualTo(CheckStatus.PASS);
        assertThat(result.details()).isEqualTo("v1.0.0 present in all files");
    }

    @ParameterizedTest
    @CsvSource({
        "version: 1.1.0, PASS",
        "see v1.1.0., PASS",
        "(1.1.0), PASS",
        "v11.1.0, WARN",
        "v1.1.0-rc.1, WARN",
        "1.1.0.1, WARN"
    })
    void theVersionIsAWordOfItsOwn(String header, CheckStatus status) {
        world.upstream.commit("2").file("core/a.md", header + "\n").tag("v1.1.0");

        assertThat(versionTag(World.rule("docs")).status()).isEqualTo(status);
    }

    @Test
    void whatStandsBelowTheHeaderDoesNotCount() {
        world.upstream.commit("2").file("core/a.md", "---\na: b\n---\nv1.1.0\n").tag("v1.1.0");
        assertThat(versionTag(World.rule("docs")).status()).isEqualTo(CheckStatus.WARN);

        world.upstream
                .commit("3")
                .file("core/a.md", "x\n".repeat(20) + "v1.2.0\n")
                .tag("v1.2.0");
        assertThat(versionTag(World.rule("docs")).status()).isEqualTo(CheckStatus.WARN);
    }

    @Test
    void aSeverityOfTheRuleDecides() {
        assertThat(versionTag(World.rule("docs").validation(versionTag(Severity.OFF)))
                        .status())
                .isEqualTo(CheckStatus.SKIP);

        world.rules(World.rule("docs").validation(versionTag(Severity.FAIL)).build());
        SyncReport report = world.run();

        assertThat(World.only(report))
                .isInstanceOfSatisfying(
                        RuleOutcome.Blocked.class,
                        blocked -> assertThat(blocked.objections())
                                .extracting(Objection::message)
                                .containsExactly(
                                        "docs/a.md: version_tag: found v1.0.0 stands neither in front matter nor in the header; "
                                                + "add stamp_version to the rule's transforms [version-tag-missing]"));
        assertThat(report.results().get(0).validation()).isPresent();
        assertThatThrownBy(() -> world.webapp().tree("agent33-sync/v1.0.0/docs"))
                .as("nothing is pushed")
                .isInstanceOf(RuntimeException.class);
        assertThat(world.publisher.written()).isEmpty();
    }

    @Test
    void anAcceptedFindingIsRecordedAndDoesNotCount() {
        Validation accepting = versionTag(Severity.FAIL)
                .allowing(List.of(
                        new Acceptance(Check.VERSION_TAG, "docs/a.md", "v1.0.0", "it is a form"),
                        new Acceptance(Check.VERSION_TAG, "docs/other.md", "v1.0.0", "elsewhere")));

        CheckResult result = versionTag(World.rule("docs").validation(accepting));

        assertThat(result.status()).isEqualTo(CheckStatus.PASS);
        assertThat(result.findings()).isEmpty();
        assertThat(result.accepted())
                .singleElement()
                .satisfies(it -> assertThat(it.reason()).isEqualTo("it is a form"));
        assertThat(world.plan(SyncTrigger.due()).proposals().get(0).text().body())
                .contains("### Accepted Findings", "accepted: it is a form");
    }

    @Test
    void aReportHasTheSpecificationsFormAndTheTime() {
        StringBuilder out = new StringBuilder();
        SyncEngine engine = world.engine()
                .clock(Clock.fixed(Instant.parse("2026-01-30T12:00:00.5Z"), ZoneOffset.UTC))
                .build();
        engine.print(engine.run(), OutputFormat.YAML, out);

        assertThat(out.toString()).contains("""
                            sync_validation:
                              rule_id: docs
                              run_at: "2026-01-30T12:00:00Z"
                              source_version: v1.0.0
                              checks:
                              - name: checksum
                        """).contains("""
                              - name: version_tag
                                status: warn
                                details: "v1.0.0 missing in 1 files"
                              overall: warn
                        """);
    }

    @Test
    void aHostsValidatorSeesWhatWouldLieDownstream() {
        List<String> seen = new ArrayList<>();
        world.syncAndMerge();
        world.webapp()
                .commit("mine")
                .file(".agent33-overrides/a.md", "# Mine\n")
                .file("README.md", "x");
        world.upstream.commit("2").file("core/sub/d.md", "# D\n").tag("v1.1.0");

        SyncReport report = run("house-style", context -> {
            for (DeliveredFile file : context.files()) {
                seen.add(file.source() + " " + file.target() + " " + file.customised() + file.conflicted() + " "
                        + file.text().map(String::strip).orElse("binary"));
            }
            seen.add(context.target().text("README.md").orElse("none"));
            seen.add(context.target().text("docs/sub/d.md").orElse("none").strip());
            seen.add(context.target().has("docs/sub") + " " + context.target().has("docs/none"));
            seen.add(context.delivered().file("core/sub/d.md").orElseThrow() + " "
                    + context.source().has("core/a.md"));
            return List.of(Finding.note("seen", Location.of("docs/a.md"), "all is well"));
        });

        assertThat(World.only(report)).isInstanceOf(RuleOutcome.Proposed.class);
        assertThat(seen)
                .containsExactly(
                        "core/a.md docs/a.md truefalse # Mine",
                        "core/b.json docs/b.json falsefalse {}",
                        "core/c.bin docs/c.bin falsefalse binary",
                        "core/sub/d.md docs/sub/d.md falsefalse # D",
                        "x",
                        "# D",
                        "true false",
                        "docs/sub/d.md true");
        assertThat(report.results().get(0).validation().orElseThrow().checks().get(5))
                .satisfies(check -> {
                    assertThat(check.name()).isEqualTo("house-style");
                    assertThat(check.status()).isEqualTo(CheckStatus.PASS);
                });
    }

    @Test
    void aProblemOfAHostsValidatorBlocks() {
        SyncReport report = run(
                "house-style",
                context -> List.of(
                        Finding.problem("shouting", new Location("docs/a.md", 1, 3), "too loud", "lower your voice")));

        assertThat(World.only(report).toString()).contains("docs/a.md:1:3", "house-style", "too loud", "shouting");
    }

    @Test
    void aWarningOfAHostsValidatorIsToldInThePullRequest() {
        run("house-style", context -> List.of(Finding.warning("tone", Location.of("docs/a.md"), "dull", "")));

        assertThat(world.publisher.written().get(0).text().body())
                .contains("| house-style | warn |", "### Findings", "`docs/a.md`", "dull");
    }

    @Test
    @SuppressWarnings("NullAway") // what a careless plugin does
    void aValidatorThatBreaksItsLawFailsItsCheck() {
        assertThat(World.only(run("broken", context -> {
                            throw new IllegalStateException("a defect");
                        }))
                        .toString())
                .contains("check-failed", "broken", "a defect");
        assertThat(World.only(run("broken", context -> null)).toString()).contains("check-failed", "broken");
    }

    @Test
    void aValidatorThatHangsFailsItsCheck() {
        CountDownLatch never = new CountDownLatch(1);
        SyncReport report = world.engine()
                .pluginLimit(Duration.ofMillis(1))
                .validator("slow", context -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return List.of();
                })
                .build()
                .run();

        assertThat(World.only(report).toString()).contains("check-failed", "slow", "within 1 ms");
    }

    @Test
    void aNameIsTakenOnce() {
        SyncEngineBuilder builder = SyncEngine.builder().validator("mine", context -> List.of());

        assertThatThrownBy(() -> builder.validator("mine", context -> List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.validator("checksum", context -> List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
