package io.agent33.sync;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.report.SyncPlan;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.rule.SyncRuleBuilder;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.core.tree.TreeFiles;
import io.agent33.sync.testkit.memory.MemoryDownstream;
import io.agent33.sync.testkit.memory.MemoryDownstreams;
import io.agent33.sync.testkit.memory.MemoryUpstream;
import io.agent33.sync.testkit.memory.RecordingPublisher;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One upstream, its downstreams and an engine over them, all in memory. */
final class World {
    final MemoryUpstream upstream = MemoryUpstream.named("agent33/agent33");
    final MemoryDownstreams downstreams = MemoryDownstreams.of("org/webapp");
    final RecordingPublisher publisher = new RecordingPublisher();
    SyncRule[] rules = {rule("docs").build()};

    /** A rule that copies {@code core/**} to {@code docs/} of org/webapp on every release. */
    static SyncRuleBuilder rule(String id) {
        return SyncRule.builder(id)
                .source("core/**")
                .targetRepo("org/webapp")
                .targetPath("docs/")
                .frequency(Frequency.ON_RELEASE);
    }

    World rules(SyncRule... others) {
        rules = others;
        return this;
    }

    MemoryDownstream webapp() {
        return downstreams.get("org/webapp");
    }

    SyncEngineBuilder engine() {
        return SyncEngine.builder()
                .upstream(upstream)
                .downstreams(downstreams)
                .rules(RuleSource.of(rules))
                .publisher(publisher);
    }

    SyncReport run(SyncTrigger trigger) {
        return engine().build().run(trigger);
    }

    SyncReport run() {
        return run(SyncTrigger.due());
    }

    SyncPlan plan(SyncTrigger trigger) {
        return engine().build().plan(trigger);
    }

    /** Syncs what is due and merges every branch that was proposed, as a person would. */
    void syncAndMerge() {
        for (RuleResult result : run().results()) {
            if (result.outcome() instanceof RuleOutcome.Proposed proposed) {
                downstreams
                        .get(result.repository().value())
                        .merge(proposed.head().branch());
                publisher.merge(result.repository().value(), result.ruleId());
            } else if (result.outcome().needsAttention()) {
                throw new AssertionError(result.toString());
            }
        }
    }

    static RuleOutcome only(SyncReport report) {
        if (report.results().size() != 1) {
            throw new AssertionError("not one result: " + report);
        }
        return report.results().get(0).outcome();
    }

    /** The codes of what blocks or fails the only rule. */
    static List<String> codes(SyncReport report) {
        RuleOutcome outcome = only(report);
        if (outcome instanceof RuleOutcome.Blocked blocked) {
            return blocked.objections().stream().map(Objection::code).distinct().toList();
        }
        if (outcome instanceof RuleOutcome.Failed failed) {
            return List.of(failed.objection().code());
        }
        throw new AssertionError("neither blocked nor failed: " + outcome);
    }

    /** What a plan's only proposal does to delivered files: {@code ADDED docs/a.md}. */
    static List<String> changes(SyncPlan plan) {
        if (plan.proposals().size() != 1) {
            throw new AssertionError("not one proposal: " + plan);
        }
        Proposal proposal = plan.proposals().get(0);
        return proposal.edits().stream()
                .filter(PlannedEdit::delivered)
                .map(edit -> edit.kind() + " " + edit.path())
                .toList();
    }

    /** Path to content, of all files but the engine's own; an executable's path ends with a star. */
    Map<String, String> files(FileTree tree) {
        Map<String, String> files = new TreeMap<>();
        TreeFiles.below(tree, "", entry -> {
            if (!entry.path().startsWith(".agent33-")) {
                files.put(entry.path() + (entry.mode() == FileMode.EXECUTABLE ? "*" : ""), text(entry));
            }
        });
        return files;
    }

    String text(TreeEntry entry) {
        try (InputStream in = webapp().blobs().open(entry.id())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
