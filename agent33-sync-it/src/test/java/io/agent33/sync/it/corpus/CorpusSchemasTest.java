package io.agent33.sync.it.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.SyncEngine;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RulePlan;
import io.agent33.sync.api.report.Settled;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.api.rule.Severity;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.rule.Validation;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.api.validate.Check;
import io.agent33.sync.api.validate.CheckResult;
import io.agent33.sync.api.validate.CheckStatus;
import io.agent33.sync.api.validate.Finding;
import io.agent33.sync.core.git.GitDownstreams;
import io.agent33.sync.core.git.GitUpstream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Data and schemas in every release of the real corpus. Each expected line was looked at by eye, and is true: ellipses in JSON, comments in
 * JSON, prose in YAML, several examples with the same keys in one block, and schemas that are named by a path that leads nowhere. Its three
 * JSON Schemas are good ones, and the two examples that name one of them by a path are as it has them. One file is no YAML at all: the
 * text of a stub stands in {@code dotnet-build.yml} since v2.5.0, which blocks by default.
 */
@Tag("corpus")
class CorpusSchemasTest {
    private static final String STUB =
            "workflows/workflows/dotnet-build.yml:3:3: it does not parse: the character '*', nor does it upstream; "
                    + "mend it upstream [syntax-upstream]";

    /** Release from which, release before which, and what is found. */
    private static final List<String[]> FOUND = List.of(
            placeholder(
                    "v2.0.0", "v9", "orchestrator/TOOL_REGISTRY_CHANGE_CONTROL.md:220:17", "unexpected character '.'"),
            placeholder("v2.0.0", "v2.5.0", "research/01-RSMF-SPECIFICATION.md:50:20", "the character '.'"),
            elsewhere("v2.2.0", "orchestrator/dependencies/DEPENDENCY_GRAPH_SPEC.md:228:14"),
            placeholder("v2.2.0", "v9", "orchestrator/filters/GLOB_PATTERNS.md:121:1", "a key for the second time"),
            placeholder("v2.2.0", "v9", "orchestrator/filters/GLOB_PATTERNS.md:137:1", "a key for the second time"),
            placeholder("v2.2.0", "v9", "orchestrator/filters/GLOB_PATTERNS.md:147:1", "a key for the second time"),
            placeholder("v2.2.0", "v9", "orchestrator/filters/GLOB_PATTERNS.md:164:1", "a key for the second time"),
            elsewhere("v2.2.0", "orchestrator/incremental/ARTIFACT_GRAPH.md:158:14"),
            elsewhere("v2.2.0", "packs/mdc-rules/orchestrator.mdc:85:17"),
            placeholder("v2.2.0", "v9", "packs/policy-pack-v1/rules/patterns.md:17:13", "the character '.'"),
            placeholder("v2.2.0", "v9", "workflows/skills/backend-patterns.md:45:13", "the character '.'"),
            placeholder("v2.2.0", "v9", "workflows/skills/backend-patterns.md:59:18", "the character '.'"),
            placeholder("v2.2.0", "v9", "workflows/skills/backend-patterns.md:71:13", "the character '.'"),
            placeholder(
                    "v2.3.0",
                    "v9",
                    "orchestrator/agent-protocols/AGENT_HANDOFF_PROTOCOL.md:328:35",
                    "mapping values are not allowed here"),
            placeholder(
                    "v2.3.0",
                    "v9",
                    "orchestrator/agent-protocols/AGENT_HANDOFF_PROTOCOL.md:343:1",
                    "could not find expected ':'"),
            placeholder("v2.3.0", "v9", "orchestrator/agent-protocols/COMMUNICATION_FLOW_SCHEMA.md:232:42", "a text"),
            placeholder(
                    "v2.3.0",
                    "v9",
                    "orchestrator/agent-protocols/GUARDRAILS_VALIDATION_HOOKS.md:462:28",
                    "the character '\"'"),
            placeholder(
                    "v2.3.0",
                    "v9",
                    "orchestrator/integrations/CREDENTIAL_MANAGEMENT_SPEC.md:182:1",
                    "a comment, which JSON does not have"),
            placeholder(
                    "v2.3.0", "v9", "orchestrator/sensors/ARTIFACT_SENSOR_SPEC.md:341:1", "a key for the second time"),
            new String[] {"v2.5.0", "v9", STUB});

    @TempDir
    private Path folder;

    private Path upstream;

    private static String[] placeholder(String from, String before, String place, String why) {
        return new String[] {
            from, before, place + ": it does not parse: " + why + ", and never did [syntax-placeholder]"
        };
    }

    private static String[] elsewhere(String from, String place) {
        return new String[] {
            from, "v9", place + ": not checked: a schema that is not in the repository [schema-elsewhere]"
        };
    }

    @BeforeEach
    void corpus() {
        upstream = Corpus.clone(folder);
        BareDownstream.create(folder, "org/mirror");
    }

    private RulePlan planned(String release, Severity severity) {
        SyncRule rule = SyncRule.builder("mirror")
                .source("core/**")
                .targetRepo("org/mirror")
                .targetPath("vendor/agent33/core/")
                .frequency(Frequency.ON_RELEASE)
                .validation(Stream.of(Check.SECRET_SCAN, Check.LINK_INTEGRITY)
                        .reduce(
                                Validation.defaults().with(Check.SCHEMA_CHECK, severity),
                                (wishes, check) -> wishes.with(check, Severity.OFF),
                                (one, other) -> other))
                .build();
        try (SyncEngine engine = SyncEngine.builder()
                .upstream(GitUpstream.at(upstream.toString()).cache(folder.resolve("cache")))
                .downstreams(GitDownstreams.byTemplate(folder.resolve("bare") + "/{repo}.git")
                        .cache(folder.resolve("cache")))
                .rules(RuleSource.of(rule))
                .build()) {
            return engine.plan(SyncTrigger.release(release)).rules().get(0);
        }
    }

    private static CheckResult check(RulePlan plan) {
        return plan.validation().orElseThrow().checks().stream()
                .filter(check -> check.isOf(Check.SCHEMA_CHECK))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsWrongInTheDataOfEachReleaseIsFoundAndNothingElse() {
        for (String release : Corpus.RELEASES) {
            CheckResult check = check(planned(release, Severity.WARN));

            assertThat(check.findings())
                    .as(release)
                    .extracting(Finding::toString)
                    .containsExactlyInAnyOrderElementsOf(FOUND.stream()
                            .filter(found -> found[0].compareTo(release) <= 0 && release.compareTo(found[1]) < 0)
                            .map(found -> "vendor/agent33/core/" + found[2])
                            .toList());
            boolean stub = release.compareTo("v2.5.0") >= 0;
            assertThat(check.status()).as(release).isEqualTo(stub ? CheckStatus.WARN : CheckStatus.PASS);
            assertThat(check.details())
                    .as(release)
                    .isEqualTo((release.compareTo("v2.2.0") < 0 ? "0" : "5") + " schemas validated"
                            + (stub ? ", 1 problem" : ""));
        }
    }

    @Test
    void byDefaultAFileThatIsBrokenUpstreamBlocks() {
        assertThat(((Settled) planned("v2.8.0", Severity.FAIL)).outcome())
                .isInstanceOfSatisfying(
                        RuleOutcome.Blocked.class,
                        blocked -> assertThat(blocked.objections())
                                .extracting(Objection::code)
                                .containsExactly("syntax-upstream"));
    }
}
