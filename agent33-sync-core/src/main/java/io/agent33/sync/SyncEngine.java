package io.agent33.sync;

import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.event.SyncEvent;
import io.agent33.sync.api.publish.PullRequestPublisher;
import io.agent33.sync.api.report.RulePlan;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.report.SyncPlan;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.repository.DownstreamRepositories;
import io.agent33.sync.api.repository.Identity;
import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.api.rule.RuleContext;
import io.agent33.sync.api.rule.RuleSet;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.core.apply.Applier;
import io.agent33.sync.core.plan.DownstreamRules;
import io.agent33.sync.core.plan.Planner;
import io.agent33.sync.core.plan.PlanningOptions;
import io.agent33.sync.core.print.OutputFormat;
import io.agent33.sync.core.print.PlanPrinter;
import io.agent33.sync.core.print.ReportPrinter;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The front door: keeps files of one upstream repository in step in many downstream repositories, one way, by rules.
 *
 * <pre>{@code
 * try (SyncEngine engine = SyncEngine.builder()
 *         .upstream(GitUpstream.at("https://github.com/agent33/agent33.git"))
 *         .downstreams(GitDownstreams.byTemplate("https://github.com/{repo}.git"))
 *         .build()) {
 *     SyncReport report = engine.run(SyncTrigger.release("v2.4.0"));
 * }
 * }</pre>
 *
 * <p>Immutable and thread-safe. A failure of one downstream is an outcome of its rules, never an exception; exceptions
 * mean that the whole run is impossible: {@link ConfigurationException} if the caller can mend it,
 * {@link RepositoryException} if the upstream cannot be read. If the calling thread is interrupted, each downstream
 * finishes the step that it is in, the rules not done say so in the report, and the thread's interrupt flag is set.
 */
public final class SyncEngine implements AutoCloseable {
    private final UpstreamRepository upstream;
    private final DownstreamRepositories downstreams;
    private final RuleSource ruleSource;
    private final PullRequestPublisher publisher;
    private final Listeners listeners;
    private final int parallelism;
    private final Identity author;
    private final PlanningOptions options;

    SyncEngine(
            UpstreamRepository upstream,
            DownstreamRepositories downstreams,
            RuleSource ruleSource,
            PullRequestPublisher publisher,
            Listeners listeners,
            int parallelism,
            Identity author,
            PlanningOptions options) {
        this.upstream = upstream;
        this.downstreams = downstreams;
        this.ruleSource = ruleSource;
        this.publisher = publisher;
        this.listeners = listeners;
        this.parallelism = parallelism;
        this.author = author;
        this.options = options;
    }

    /** Starts an engine; every option has a working default but the two repositories. */
    public static SyncEngineBuilder builder() {
        return new SyncEngineBuilder();
    }

    /** The active rules and everything that is wrong with the others (S3). */
    public RuleSet rules() {
        return CheckedRules.read(ruleSource, RuleContext.of(upstream));
    }

    /**
     * What {@link #run(SyncTrigger)} would do now (S2). Writes nothing that anyone else can see.
     *
     * @throws ConfigurationException if the trigger names a rule or a reference that there is not
     * @throws RepositoryException if the upstream cannot be read
     */
    public SyncPlan plan(SyncTrigger trigger) {
        Planner planner = new Planner(trigger, rules(), upstream, options);
        AtomicBoolean cancelled = new AtomicBoolean();
        DownstreamRun<RulePlan> run = new DownstreamRun<>(planner, downstreams, new Planning(), cancelled::get);
        return planner.join(new Fleet(parallelism, cancelled).each(planner.downstreams(), run::results));
    }

    /** {@link #run(SyncTrigger)} with all that is due: the latest release, and changes (S2). */
    public SyncReport run() {
        return run(SyncTrigger.due());
    }

    /**
     * Plans, pushes and publishes what the trigger asks for. Running again with nothing new writes nothing.
     *
     * @throws ConfigurationException if the trigger names a rule or a reference that there is not
     * @throws RepositoryException if the upstream cannot be read
     */
    public SyncReport run(SyncTrigger trigger) {
        RuleSet rules = rules();
        Planner planner = new Planner(trigger, rules, upstream, options);
        AtomicBoolean cancelled = new AtomicBoolean();
        Applier applier = new Applier(upstream, publisher, author, trigger.downgrade(), cancelled::get);
        DownstreamRun<RuleResult> run =
                new DownstreamRun<>(planner, downstreams, new Running(applier, listeners), cancelled::get);
        List<DownstreamRules> groups = planner.downstreams();
        listeners.on(new SyncEvent.RunStarted(groups.size()));
        List<RuleResult> results = new Fleet(parallelism, cancelled).each(groups, group -> told(group, run));
        return new SyncReport(
                trigger,
                results.stream()
                        .sorted(Comparator.comparing(RuleResult::repository).thenComparing(RuleResult::ruleId))
                        .toList(),
                rules.objections());
    }

    private List<RuleResult> told(DownstreamRules group, DownstreamRun<RuleResult> run) {
        listeners.on(new SyncEvent.DownstreamStarted(group.repository()));
        List<RuleResult> results = run.results(group);
        listeners.on(new SyncEvent.DownstreamFinished(group.repository()));
        return results;
    }

    /**
     * Prints a plan. {@link OutputFormat#DIFF} reads the contents of what changes.
     *
     * @param out receives text with {@code \n} at line ends; an {@link java.io.IOException} of it comes out unchecked
     */
    public void print(SyncPlan plan, OutputFormat format, Appendable out) {
        try (Contents contents = new Contents(downstreams, upstream)) {
            PlanPrinter.reading(contents::of).print(plan, format, out);
        }
    }

    /**
     * Prints a report.
     *
     * @throws IllegalArgumentException for {@link OutputFormat#DIFF}
     */
    public void print(SyncReport report, OutputFormat format, Appendable out) {
        new ReportPrinter().print(report, format, out);
    }

    /** Closes the upstream. The engine must not be used after. */
    @Override
    public void close() {
        upstream.close();
    }
}
