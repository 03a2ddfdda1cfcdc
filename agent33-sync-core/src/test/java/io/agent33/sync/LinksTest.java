package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.SyncPlan;
import io.agent33.sync.api.rule.Severity;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.rule.SyncRuleBuilder;
import io.agent33.sync.api.rule.TransformStep;
import io.agent33.sync.api.rule.Validation;
import io.agent33.sync.api.transform.Transform;
import io.agent33.sync.api.transform.TransformNote;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.api.validate.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** References on their way downstream, decided against all that its rules deliver (S6). */
class LinksTest {
    private final World world = new World();

    @BeforeEach
    void oneRelease() {
        world.upstream
                .commit("1")
                .file("core/orch/README.md", "\uFEFF[arch](../arch/w.md) core/orch/x.yaml\r\n[p](../prompts/p.md)\r\n")
                .file("core/orch/x.yaml", "see: core/prompts/p.md\n")
                .file("core/orch/plain.md", "[x](x.yaml) [never](never.md)\n")
                .file("core/orch/logo.bin", "core/orch/x.yaml\0")
                .file("core/prompts/p.md", "[back](../orch/README.md#top)\n")
                .file("core/arch/w.md", "w\n")
                .tag("v1.0.0");
        world.rules(orchestrator(), prompts());
    }

    /** As in the specification's example. */
    private static SyncRule orchestrator() {
        return rule("orch", "docs/agent33/orch/").build();
    }

    private static SyncRule prompts() {
        return rule("prompts", "ai/").build();
    }

    private static SyncRuleBuilder rule(String id, String targetPath) {
        return World.rule(id)
                .source("core/" + id + "/**")
                .targetPath(targetPath)
                // What is broken upstream would block.
                .validation(Validation.defaults().with(Check.LINK_INTEGRITY, Severity.WARN))
                .addTransform(new TransformStep("strip_internal_links", Map.of()))
                .addTransform(new TransformStep("rewrite_paths", Map.of("from", "core/", "to", "docs/agent33/")));
    }

    private Map<String, String> delivered(String ruleId) {
        Map<String, String> files = world.files(world.webapp().tree("agent33-sync/v1.0.0/" + ruleId));
        files.remove("README.md");
        return files;
    }

    @Test
    void aRuleDeliversWithItsReferencesMended() {
        world.run();

        assertThat(delivered("orch"))
                .containsOnly(
                        Map.entry(
                                "docs/agent33/orch/README.md",
                                "\uFEFFarch docs/agent33/orch/x.yaml\r\n[p](../../../ai/p.md)\r\n"),
                        Map.entry("docs/agent33/orch/x.yaml", "see: ai/p.md\n"),
                        Map.entry("docs/agent33/orch/plain.md", "[x](x.yaml) [never](never.md)\n"),
                        Map.entry("docs/agent33/orch/logo.bin", "core/orch/x.yaml\0"));
        assertThat(delivered("prompts"))
                .containsOnly(Map.entry("ai/p.md", "[back](../docs/agent33/orch/README.md#top)\n"));
    }

    @Test
    void aFileWithNothingToDoIsTheUpstreamsOwnBlob() {
        SyncPlan plan = world.plan(SyncTrigger.due());

        Proposal proposal = plan.proposals().get(0);
        assertThat(edit(proposal, "docs/agent33/orch/plain.md")
                        .after()
                        .orElseThrow()
                        .id())
                .isEqualTo(world.upstream
                        .tree(world.upstream.resolve("v1.0.0").orElseThrow().commit())
                        .find("core/orch/plain.md")
                        .orElseThrow()
                        .id());
    }

    private static PlannedEdit edit(Proposal proposal, String path) {
        return proposal.edits().stream()
                .filter(edit -> edit.path().value().equals(path))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thePlanIsTheSameWithWhatWasReadAndWithout() {
        SyncEngine engine = world.engine().build();

        String first = digests(engine.plan(SyncTrigger.due()));

        assertThat(digests(engine.plan(SyncTrigger.due()))).isEqualTo(first);
        assertThat(digests(world.plan(SyncTrigger.due()))).isEqualTo(first);
    }

    private static String digests(SyncPlan plan) {
        return plan.proposals().stream().map(Proposal::digest).toList().toString();
    }

    @Test
    void whatAnotherRuleNoLongerDeliversIsStrippedWithTheNextRelease() {
        world.syncAndMerge();
        world.rules(orchestrator());
        world.upstream.commit("2").file("core/orch/new.md", "n\n").tag("v1.1.0");
        world.run();

        assertThat(world.files(world.webapp().tree("agent33-sync/v1.1.0/orch")).get("docs/agent33/orch/README.md"))
                .isEqualTo("\uFEFFarch docs/agent33/orch/x.yaml\r\np\r\n");
    }

    @Test
    void whatIsOptedOutIsNotDelivered() {
        world.webapp().commit("no prompts").file(".agent33-overrides/.ignore", "prompts/\n");
        world.run();

        assertThat(delivered("orch").get("docs/agent33/orch/README.md")).endsWith("\r\np\r\n");
        assertThat(delivered("orch").get("docs/agent33/orch/x.yaml")).isEqualTo("see: core/prompts/p.md\n");
    }

    @Test
    void whatLiesElsewhereThanTheRuleSaysIsToldToTheChecks() {
        List<String> told = new ArrayList<>();
        world.engine()
                .validator("ears", context -> {
                    context.files()
                            .forEach(file -> file.notes()
                                    .forEach(note -> told.add(told(file.target().value(), note))));
                    return List.of();
                })
                .build()
                .run();

        assertThat(told)
                .containsExactly("docs/agent33/orch/x.yaml:1: core/prompts/p.md lies at ai/p.md, "
                        + "not at docs/agent33/prompts/p.md as rewrite_paths has it");
    }

    private static String told(String path, TransformNote note) {
        return path + ":" + note.line() + ": " + note.message();
    }

    /** Of all that is delivered as far down as upstream, the root lies somewhere too. */
    @Test
    void aLinkToTheRootStaysInAMirror() {
        world.upstream.commit("2").file("core/orch/plain.md", "[root](../..)\n").tag("v1.1.0");
        world.rules(rule("orch", "vendor/core/orch/").addInclude("**/plain.md").build());
        world.run();

        assertThat(world.files(world.webapp().tree("agent33-sync/v1.1.0/orch")))
                .containsEntry("vendor/core/orch/plain.md", "[root](../..)\n");
    }

    @Test
    void whatAHostsTransformAddsBehindStrippingIsNotStripped() {
        world.rules(World.rule("orch")
                .source("core/orch/plain.md")
                .targetPath("docs/agent33/orch/")
                .validation(Validation.defaults().with(Check.LINK_INTEGRITY, Severity.WARN))
                .addTransform(new TransformStep("strip_internal_links", Map.of()))
                .addTransform(new TransformStep("adds", Map.of()))
                .addTransform(new TransformStep("rewrite_paths", Map.of("from", "core/", "to", "docs/agent33/")))
                .build());

        world.engine()
                .transform("adds", (document, context) -> document.replace(0, 0, "[w](../arch/w.md) "))
                .build()
                .run();

        assertThat(delivered("orch"))
                .containsOnly(Map.entry("docs/agent33/orch/plain.md", "[w](../arch/w.md) x [never](never.md)\n"));
    }

    /** All from the first rewrite_paths on are done where the last stands: a host's transform before that sees upstream's paths. */
    @Test
    void whatAHostsTransformAddsIsRewrittenToo() {
        SyncRuleBuilder rule = World.rule("orch")
                .source("core/orch/*.yaml")
                .targetPath("docs/agent33/orch/")
                .addTransform(new TransformStep("rewrite_paths", Map.of("from", "core/", "to", "docs/agent33/")))
                .addTransform(new TransformStep("adds", Map.of()))
                .addTransform(new TransformStep("rewrite_paths", Map.of("from", "docs/", "to", "handbook/")));
        Transform adds = (document, context) -> document.replace(0, 0, "# core/orch/x.yaml\n");
        world.rules(rule.build());

        world.engine().transform("adds", adds).build().run();

        assertThat(delivered("orch"))
                .containsOnly(
                        Map.entry("docs/agent33/orch/x.yaml", "# docs/agent33/orch/x.yaml\nsee: core/prompts/p.md\n"));
    }
}
