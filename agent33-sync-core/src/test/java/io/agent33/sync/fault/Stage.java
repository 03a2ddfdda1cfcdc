package io.agent33.sync.fault;

import io.agent33.sync.SyncEngine;
import io.agent33.sync.api.publish.PullRequestDraft;
import io.agent33.sync.api.report.SyncPlan;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.rule.SyncRuleBuilder;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.testkit.fault.FaultyPorts;
import io.agent33.sync.testkit.memory.MemoryDownstream;
import io.agent33.sync.testkit.memory.MemoryDownstreams;
import io.agent33.sync.testkit.memory.MemoryUpstream;
import io.agent33.sync.testkit.memory.RecordingIssueTracker;
import io.agent33.sync.testkit.memory.RecordingPublisher;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One upstream, its downstreams, its rules and a forge, all in memory, at the moment before a run that is disturbed. */
final class Stage {
    final MemoryUpstream upstream = MemoryUpstream.named("agent33/agent33");
    final MemoryDownstreams downstreams = MemoryDownstreams.empty();
    final RecordingPublisher publisher = new RecordingPublisher();
    RuleSource rules = RuleSource.of();
    final RecordingIssueTracker issues = new RecordingIssueTracker();
    /** What each run does. */
    private Function<SyncEngine, SyncReport> verb = SyncEngine::run;

    /** What people see of it all. */
    record State(
            Map<String, Map<String, ObjectId>> branches,
            Map<String, PullRequestDraft> open,
            int opened,
            List<RecordingIssueTracker.Kept> issues) {}

    static SyncRuleBuilder rule(String id, String repository) {
        return SyncRule.builder(id)
                .source("core/**")
                .targetRepo(repository)
                .targetPath("docs/" + id)
                .frequency(Frequency.ON_RELEASE);
    }

    Stage downstream(String id) {
        downstreams
                .create(id)
                .commit("init")
                .file("README.md", "# " + id + "\n")
                .id();
        return this;
    }

    Stage rules(SyncRuleBuilder... built) {
        SyncRule[] all = new SyncRule[built.length];
        for (int i = 0; i < built.length; i++) {
            all[i] = built[i].build();
        }
        rules = RuleSource.of(all);
        return this;
    }

    SyncReport run() {
        return run(FaultyPorts.recording(), 1);
    }

    SyncReport run(FaultyPorts ports, int parallelism) {
        return verb.apply(engine(ports, parallelism));
    }

    /** From now on what is planned now is applied. */
    Stage save() {
        SyncPlan saved = engine(FaultyPorts.recording(), 1).plan(SyncTrigger.due());
        return doing(engine -> engine.apply(saved));
    }

    /** From now on each run does this instead of what is due. */
    Stage doing(Function<SyncEngine, SyncReport> other) {
        verb = other;
        return this;
    }

    private SyncEngine engine(FaultyPorts ports, int parallelism) {
        return SyncEngine.builder()
                .upstream(ports.upstream(upstream))
                .downstreams(ports.downstreams(downstreams))
                .rules(ports.rules(rules))
                .publisher(ports.publisher(publisher))
                .issues(ports.issues(issues))
                .clock(Clock.fixed(Instant.parse("2026-01-30T12:00:00Z"), ZoneOffset.UTC))
                .parallelism(parallelism)
                .build();
    }

    /** Merges all that is proposed, as a person would. */
    Stage merge() {
        for (PullRequestDraft draft : publisher.open()) {
            String repository = draft.repository().value();
            downstreams.get(repository).merge(draft.head().branch());
            downstreams.get(repository).git().deleteBranch(draft.head().branch());
            publisher.merge(repository, draft.ruleId());
        }
        return this;
    }

    State state() {
        Map<String, Map<String, ObjectId>> branches = new TreeMap<>();
        for (MemoryDownstream downstream : downstreams.all()) {
            branches.put(downstream.id().value(), new TreeMap<>(downstream.git().branches()));
        }
        Map<String, PullRequestDraft> open = publisher.open().stream()
                .collect(Collectors.toMap(draft -> draft.repository() + " " + draft.ruleId(), draft -> draft));
        return new State(branches, new TreeMap<>(open), publisher.opened(), issues.issues());
    }
}
