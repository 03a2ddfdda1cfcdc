package io.agent33.sync.core.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agent33.sync.api.report.SyncPlan;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.trigger.SyncTrigger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextPrintTest {
    private static final PlanPrinter PLANS = PlanPrinter.reading(repository -> new Contents());
    private static final ReportPrinter REPORTS = new ReportPrinter();

    @Test
    void aPlanIsASummaryThenABlockARuleAndALineAFile() {
        assertThat(text(Samples.plan())).isEqualTo("""
                Plan for the release v1.1.0
                5 rules: 1 planned, 1 current, 1 skipped, 1 blocked, 1 failed
                digest eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee

                org/docs-site docs-full: skipped, its frequency is manual

                org/docs-site docs-prompts: current, v1.1.0

                org/ml-pipeline ml-arch: failed
                  ! org/ml-pipeline: found connection refused [unreachable]

                org/webapp webapp-drift: blocked
                  ! docs/agent33/TOOLS.md: expected the bytes that v1.0.0 delivered, found blob \\u001b[31mdeadbeef; undo the edit, or move it to .agent33-overrides/ [drift]

                org/webapp webapp-orchestrator: planned v1.1.0 after v1.0.0
                  1 added, 1 modified, 1 removed
                  A docs/agent33/AGENTS.md ← core/orchestrator/AGENTS.md
                  D docs/agent33/GONE.md ← core/orchestrator/GONE.md
                  M docs/agent33/run.sh ← core/orchestrator/run.sh (now executable)
                  and 1 file of the sync's own records
                  ! docs/agent33/AGENTS.md 3-9, 14-20: both sides changed the same lines (in "Roles")
                  pull request: sync(agent33): Update orchestrator from v1.1.0
                  branch: agent33-sync/v1.1.0/webapp-orchestrator onto main at bbbbbbbbbbbb
                  checks: checksum skip, link_integrity skip, schema_check skip, secret_scan skip, version_tag warn
                    version_tag: v1.1.0 missing in 1 files
                      docs/agent33/SPEC.md:3: v1.1.0 is missing; stamp it [version-tag-missing]
                  digest: dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd

                Rules that could not be read, 1 objection
                  ! core/orchestrator/distribution/rules/api.yaml:3:5: sync_rule.sorce: expected one of the rule's keys, found "sorce"; did you mean "source"? [unknown-key]
                """);
    }

    @Test
    void aReportTellsEveryOutcome() {
        assertThat(text(Samples.report())).isEqualTo("""
                Sync for what is due, only a, b, downgrade allowed
                9 rules: 3 proposed, 1 waiting, 1 current, 1 skipped, 1 left alone, 1 blocked, 1 failed

                org/webapp opened: proposed, 1 added, 1 modified, 1 removed
                  branch: agent33-sync/v1.1.0/webapp-orchestrator at bbbbbbbbbbbb
                  pull request opened: pr/1.md
                    GitHub merges it when all its requirements are met

                org/webapp updated: proposed, 1 added, 1 modified, 1 removed
                  branch: agent33-sync/v1.1.0/webapp-orchestrator at bbbbbbbbbbbb
                  pull request updated: pr/2.md

                org/webapp declined: proposed, 1 added, 1 modified, 1 removed
                  branch: agent33-sync/v1.1.0/webapp-orchestrator at bbbbbbbbbbbb
                  pull request declined: closed

                org/webapp waiting: waiting, 1 added, 1 modified, 1 removed
                  branch: agent33-sync/v1.1.0/webapp-orchestrator at bbbbbbbbbbbb
                  pull request unchanged: pr/3.md

                org/webapp current: current, v1.1.0

                org/webapp skipped: skipped, nothing changed

                org/webapp blocked: blocked
                  ! docs/agent33/TOOLS.md: expected the bytes that v1.0.0 delivered, found blob \\u001b[31mdeadbeef; undo the edit, or move it to .agent33-overrides/ [drift]
                  ! core/orchestrator/distribution/rules/api.yaml:3:5: sync_rule.sorce: expected one of the rule's keys, found "sorce"; did you mean "source"? [unknown-key]

                org/webapp left: left alone, somebody pushed to it
                  branch: agent33-sync/v1.1.0/webapp-orchestrator

                org/webapp failed: failed
                  ! org/ml-pipeline: found connection refused [unreachable]

                Rules that could not be read, 1 objection
                  ! core/orchestrator/distribution/rules/api.yaml:3:5: sync_rule.sorce: expected one of the rule's keys, found "sorce"; did you mean "source"? [unknown-key]
                """);
    }

    @Test
    void aPlanWithoutRulesSaysSo() {
        assertThat(text(new SyncPlan(SyncTrigger.change(), List.of(), List.of(), "0")))
                .isEqualTo("""
                Plan for changes at the default branch
                0 rules
                digest 0
                """);
    }

    @Test
    void everyTriggerHasItsWords() {
        assertThat(Phrases.trigger(SyncTrigger.due())).isEqualTo("what is due");
        assertThat(Phrases.trigger(SyncTrigger.release())).isEqualTo("the latest release");
        assertThat(Phrases.trigger(SyncTrigger.change("dev"))).isEqualTo("changes at dev");
        assertThat(Phrases.trigger(SyncTrigger.manual("b", "a"))).isEqualTo("a, b at the latest release");
        assertThat(Phrases.trigger(SyncTrigger.manual("a").at("v1"))).isEqualTo("a at v1");
    }

    @Test
    void textOfOthersCannotForgeALineOrColourTheScreen() {
        var trigger = SyncTrigger.release("v1\n5 rules: all is well\u001b[2J\u202e\u2028");

        assertThat(text(new SyncPlan(trigger, List.of(), List.of(), "0")))
                .startsWith("Plan for the release v1\\u000a5 rules: all is well\\u001b[2J\\u202e\\u2028\n");
    }

    @Test
    void aFirstSyncIsCalledSo() {
        var proposal = Samples.proposal(Optional.empty(), "", Samples.edits());

        assertThat(text(new SyncPlan(SyncTrigger.due(), List.of(proposal), List.of(), "0")))
                .contains("org/webapp webapp-orchestrator: planned v1.1.0, the first sync\n");
    }

    @Test
    void aReportHasNoDiff() {
        assertThatThrownBy(() -> REPORTS.print(Samples.report(), OutputFormat.DIFF, new StringBuilder()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a plan has one");
    }

    @Test
    void aTargetThatCannotBeWrittenFailsUnchecked() {
        Appendable full = new FullDisk();

        for (OutputFormat format : OutputFormat.values()) {
            assertThatThrownBy(() -> PLANS.print(Samples.plan(), format, full))
                    .as(format.name())
                    .isInstanceOf(UncheckedIOException.class);
        }
    }

    private static String text(SyncPlan plan) {
        var out = new StringBuilder();
        PLANS.print(plan, OutputFormat.TEXT, out);
        return out.toString();
    }

    private static String text(SyncReport report) {
        var out = new StringBuilder();
        REPORTS.print(report, OutputFormat.TEXT, out);
        return out.toString();
    }

    private static final class FullDisk implements Appendable {
        @Override
        public Appendable append(CharSequence text) throws IOException {
            throw new IOException("no space left");
        }

        @Override
        public Appendable append(CharSequence text, int start, int end) throws IOException {
            throw new IOException("no space left");
        }

        @Override
        public Appendable append(char c) throws IOException {
            throw new IOException("no space left");
        }
    }
}
