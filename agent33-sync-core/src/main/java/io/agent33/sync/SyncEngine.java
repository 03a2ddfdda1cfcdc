package io.agent33.sync;

import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.event.SyncEvent;
import io.agent33.sync.api.monitor.IssueTracker;
import io.agent33.sync.api.publish.PullRequestPublisher;
import io.agent33.sync.api.report.Approval;
import io.agent33.sync.api.report.Explanation;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.report.Settled;
import io.agent33.sync.api.report.SyncPlan;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.repository.DownstreamRepositories;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.Identity;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.api.rule.RuleContext;
import io.agent33.sync.api.rule.RuleSet;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.trigger.RollbackRequest;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.core.apply.Applier;
import io.agent33.sync.core.plan.DownstreamRules;
import io.agent33.sync.core.plan.Planner;
import io.agent33.sync.core.plan.PlanningOptions;
import io.agent33.sync.core.print.ExplanationPrinter;
import io.agent33.sync.core.print.OutputFormat;
import io.agent33.sync.core.print.PlanPrinter;
import io.agent33.sync.core.print.PlanReader;
import io.agent33.sync.core.print.ReportPrinter;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
 * {@link RepositoryException} if the upstream cannot be read. If the calling thread is interrupted while downstreams
 * are worked on, each finishes the step that it is in, the rules not done say so in the report, and the thread's interrupt
 * flag is set; before that, reading the upstream ends with {@link RepositoryException.Reason#INTERRUPTED}.
 */
public final class SyncEngine implements AutoCloseable {
    private final UpstreamRepository upstream;
    private final DownstreamRepositories downstreams;
    private final RuleSource ruleSource;
    private final PullRequestPublisher publisher;
    private final Watch watch;
    private final int parallelism;
    private final Identity author;
    private final PlanningOptions options;
    private final IssueTracker issues;
    private final Clock clock;
    private final Optional<Memory> memory;

    SyncEngine(
            UpstreamRepository upstream,
            DownstreamRepositories downstreams,
            RuleSource ruleSource,
            PullRequestPublisher publisher,
            Watch watch,
            int parallelism,
            Identity author,
            PlanningOptions options,
            IssueTracker issues,
            Clock clock,
            Optional<Memory> memory) {
        this.upstream = upstream;
        this.downstreams = downstreams;
        this.ruleSource = ruleSource;
        this.publisher = publisher;
        this.watch = watch;
        this.parallelism = parallelism;
        this.author = author;
        this.options = options;
        this.issues = issues;
        this.clock = clock;
        this.memory = memory;
    }

    /** Starts an engine; every option has a working default but the two repositories. */
    public static SyncEngineBuilder builder() {
        return new SyncEngineBuilder();
    }

    /** The active rules and everything that is wrong with the others (S3). */
    public RuleSet rules() {
        return CheckedRules.read(ruleSource, new RuleContext(upstream, options.hostPlugins()));
    }

    /**
     * What {@link #run(SyncTrigger)} would do now (S2). Writes nothing that anyone else can see.
     *
     * @throws ConfigurationException if the trigger names a rule or a reference that there is not
     * @throws RepositoryException if the upstream cannot be read
     */
    public SyncPlan plan(SyncTrigger trigger) {
        Course course = course(SyncEvent.Verb.PLAN, trigger, watch);
        Planner planner = course.planner(trigger);
        return planner.join(course.results(
                List.of(new Batch<>(planner, new Planning())),
                List.of(),
                plan -> plan instanceof Settled settled && settled.outcome().needsAttention()));
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
        if (memory.isEmpty()) {
            return run(trigger, watch);
        }
        Instant began = clock.instant();
        Watch.Lap whole = watch.lap(upstream::traffic);
        Optional<List<RuleResult>> remembered =
                memory.get().recall(trigger, upstream, downstreams, new Fleet(parallelism, new AtomicBoolean()));
        if (remembered.isPresent()) {
            new Remembered(watch, whole).tell(trigger, remembered.get());
            return new SyncReport(trigger, remembered.get(), List.of(), began);
        }
        Witness witness = new Witness();
        SyncReport report = run(trigger, watch.before(witness));
        if (report.objections().isEmpty()) {
            memory.get().keep(trigger, upstream, witness, report.results());
        }
        return report;
    }

    private SyncReport run(SyncTrigger trigger, Watch watching) {
        Instant began = clock.instant();
        Course course = course(SyncEvent.Verb.RUN, trigger, watching);
        Batch<RuleResult> batch =
                new Batch<>(course.planner(trigger), running(course, trigger, Optional.empty(), watching));
        return new SyncReport(
                trigger,
                sorted(results(course, List.of(batch), List.of())),
                course.rules().objections(),
                began);
    }

    /**
     * Applies what a plan proposes, and nothing else: each rule is planned again, at the release that it was planned for,
     * and applied if that gives the same digest (S2). What moved in the meantime elsewhere does not matter; what moved at a
     * path that the plan touches blocks the rule, with what moved. Applying again what is applied writes nothing.
     *
     * @param plan made by this or another engine, maybe read by {@link #readPlan}
     * @return one result for each proposal of the plan
     * @throws ConfigurationException if the plan is not what its digests say
     * @throws RepositoryException if the upstream cannot be read
     */
    public SyncReport apply(SyncPlan plan) {
        return apply(plan, Optional.empty());
    }

    /**
     * {@link #apply(SyncPlan)} of exactly the plan that was approved. The commits, the pull requests and the report tell who
     * did, and later runs tell it on.
     *
     * @throws ConfigurationException also if the approval is that of another plan
     */
    public SyncReport apply(SyncPlan plan, Approval approval) {
        if (!approval.plan().equals(plan.digest())) {
            throw new ConfigurationException(Objection.of(
                    "approval-mismatch",
                    "plan",
                    "the digest " + approval.plan() + ", which " + approval.by() + " approved",
                    plan.digest(),
                    "apply the plan that was approved, or have this one approved"));
        }
        return apply(plan, Optional.of(approval));
    }

    /**
     * Why a file is as it is, and what the next sync of the latest release will do to it (S8). Writes nothing that anyone
     * else can see.
     *
     * @param repository a downstream
     * @param path of a delivered file, or of an override
     * @throws ConfigurationException if no active rule is about this repository
     * @throws RepositoryException if the upstream or the downstream cannot be read
     */
    public Explanation explain(RepositoryId repository, RepoPath path) {
        List<SyncRule> about = rules().rules().stream()
                .map(RuleSet.Entry::rule)
                .filter(rule -> rule.targetRepo().sameAs(repository))
                .toList();
        if (about.isEmpty()) {
            throw new ConfigurationException(Objection.of(
                    "unknown-downstream", repository.value(), "the target_repo of an active rule", "none", ""));
        }
        String[] ids = about.stream().map(SyncRule::id).toArray(String[]::new);
        Planner planner = new Planner(SyncTrigger.manual(ids), rules(), upstream, options);
        DownstreamRules group = planner.downstreams().get(0);
        try (DownstreamRepository downstream = downstreams.open(group.repository())) {
            return planner.in(() -> downstream, group).explain(group.asked(), path);
        }
    }

    private SyncReport apply(SyncPlan plan, Optional<Approval> approval) {
        Instant began = clock.instant();
        Course course = course(SyncEvent.Verb.APPLY, plan.trigger(), watch);
        Reapplication again = Reapplication.of(
                plan, course.rules(), course::planner, running(course, plan.trigger(), approval, watch));
        return new SyncReport(
                plan.trigger(),
                sorted(results(course, again.batches(), again.impossible())),
                course.rules().objections(),
                began,
                approval);
    }

    /**
     * What {@link #rollback} would do now (S12). Writes nothing that anyone else can see.
     *
     * @throws ConfigurationException if the request names a rule that there is not
     */
    public SyncPlan planRollback(RollbackRequest request) {
        return reversing().plan(request);
    }

    /**
     * Takes a merged sync back: a pull request that reverts it on what is there now, an issue upstream, an entry in
     * {@code DECISIONS.md}, and the memory by which the release is not delivered again (S12). Asked again, it finds what is
     * there and writes nothing.
     *
     * @throws ConfigurationException if the request names a rule that there is not
     */
    public SyncReport rollback(RollbackRequest request) {
        return reversing().rollback(request);
    }

    /**
     * What {@link #allowRelease} would do now. Writes nothing that anyone else can see.
     *
     * @throws ConfigurationException if there is no such rule
     */
    public SyncPlan planAllowRelease(String ruleId, String release) {
        return reversing().planAllowance(ruleId, RollbackRequest.label(release));
    }

    /**
     * Lets a release that was rolled back be delivered again, by a pull request: once that is merged, the next run does (S12).
     *
     * @throws ConfigurationException if there is no such rule
     */
    public SyncReport allowRelease(String ruleId, String release) {
        return reversing().allow(ruleId, RollbackRequest.label(release));
    }

    private Reversing reversing() {
        return new Reversing(
                rules(),
                upstream,
                downstreams,
                new WatchedPublisher(publisher, watch),
                issues,
                clock,
                author,
                options,
                watch);
    }

    private Course course(SyncEvent.Verb verb, SyncTrigger trigger, Watch watching) {
        return new Course(verb, trigger, upstream, downstreams, ruleSource, options, parallelism, watching);
    }

    private Running running(Course course, SyncTrigger trigger, Optional<Approval> approval, Watch watching) {
        PullRequestPublisher watched = new WatchedPublisher(publisher, watching);
        return new Running(
                new Applier(course.upstream(), watched, author, trigger.downgrade(), approval, course.cancelled()),
                watching);
    }

    private static List<RuleResult> results(
            Course course, List<Batch<RuleResult>> batches, List<RuleResult> impossible) {
        return course.results(batches, impossible, result -> result.outcome().needsAttention());
    }

    private static List<RuleResult> sorted(List<RuleResult> results) {
        return results.stream()
                .sorted(Comparator.comparing(RuleResult::repository).thenComparing(RuleResult::ruleId))
                .toList();
    }

    /**
     * Reads a plan that was printed as {@link OutputFormat#JSON}, so far as it can be applied: its proposals.
     *
     * @param name of what is read, for messages
     * @param json the caller closes it
     * @throws ConfigurationException if it is no such plan, or not all of it
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static SyncPlan readPlan(String name, InputStream json) {
        return PlanReader.read(name, json);
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

    /**
     * Prints an explanation.
     *
     * @throws IllegalArgumentException for {@link OutputFormat#DIFF}
     */
    public void print(Explanation explanation, OutputFormat format, Appendable out) {
        new ExplanationPrinter().print(explanation, format, out);
    }

    /** Closes the upstream. The engine must not be used after. */
    @Override
    public void close() {
        upstream.close();
    }
}
