package io.agent33.sync.cli.quickstart;

import io.agent33.sync.SyncEngine;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.report.SyncPlan;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.repository.DownstreamRepositories;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.core.git.GitDownstreams;
import io.agent33.sync.core.git.GitUpstream;
import io.agent33.sync.core.print.OutputFormat;
import io.agent33.sync.core.publish.FolderPublisher;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** The tour: two releases travel from a sample upstream into three sample downstreams. To be called. */
public final class Quickstart {
    private static final Instant REVIEWED = Instant.parse("2026-01-16T09:00:00Z");

    private final Sample sample;
    private final DownstreamRepositories downstreams;
    private final Story story;
    private final PrintWriter out;
    private SyncReport last = new SyncReport(SyncTrigger.due(), List.of(), List.of(), Instant.EPOCH);

    /**
     * A tour.
     *
     * @param folder empty; receives everything, and nothing else is written
     * @param out where the story goes
     */
    public Quickstart(Path folder, PrintWriter out) {
        this.sample = new Sample(folder);
        this.downstreams =
                GitDownstreams.byTemplate(sample.downstreamTemplate()).cache(sample.cache());
        this.story = new Story(sample, out);
        this.out = out;
    }

    /** Takes it. @return whether every sync went well; if not, its report is part of the story */
    public boolean run() {
        sample.create();
        story.beginning();
        try (SyncEngine engine = SyncEngine.builder()
                .upstream(GitUpstream.at(sample.upstream().toString()).cache(sample.cache()))
                .downstreams(downstreams)
                .publisher(FolderPublisher.to(sample.pullRequests()))
                .build()) {
            return first(engine, SyncTrigger.release("v1.0.0")) && second(engine, SyncTrigger.release("v1.1.0"));
        }
    }

    private boolean first(SyncEngine engine, SyncTrigger release) {
        SyncPlan plan = engine.plan(release);
        SyncReport report = engine.run(release);
        if (!report.successful()) {
            return failed(engine, report);
        }
        story.firstRelease(plan);
        merge(report);
        return true;
    }

    private void merge(SyncReport report) {
        Merge merge = new Merge(sample, downstreams);
        for (RuleResult result : report.results()) {
            if (result.outcome() instanceof RuleOutcome.Proposed proposed) {
                merge.merge(result.repository(), proposed.head(), REVIEWED);
            }
        }
    }

    /**
     * What comes after it, from the command line: everything is merged, a run has nothing new, another remembers it, and then one
     * brings a release of which the checks have much to say, to whoever asks. Nobody reads this; Java does it to keep what it took
     * (ADR 9).
     *
     * @param command runs one command
     */
    public void rehearse(Consumer<String[]> command) {
        merge(last);
        command.accept(run("v1.1.0"));
        command.accept(run("v1.1.0"));
        sample.addRehearsal();
        command.accept(run("v1.2.0"));
    }

    private String[] run(String release) {
        return new String[] {
            "run",
            "--upstream",
            sample.upstream().toString(),
            "--downstream-url",
            sample.downstreamTemplate(),
            "--cache",
            sample.cache().toString(),
            "--publish-to",
            sample.pullRequests().toString(),
            "--release",
            release
        };
    }

    private boolean second(SyncEngine engine, SyncTrigger release) {
        SyncPlan plan = engine.plan(release);
        SyncReport report = engine.run(release);
        if (!report.successful()) {
            return failed(engine, report);
        }
        last = report;
        story.secondRelease();
        for (Proposal proposal : plan.proposals()) {
            report.results().stream()
                    .filter(result -> result.ruleId().equals(proposal.ruleId()))
                    .forEach(result -> story.pullRequest(proposal, result.outcome()));
        }
        plan.proposals().stream()
                .filter(proposal -> proposal.repository().equals(Sample.WEBAPP))
                .forEach(story::fullText);
        story.ending();
        return true;
    }

    private boolean failed(SyncEngine engine, SyncReport report) {
        engine.print(report, OutputFormat.TEXT, out);
        return false;
    }
}
