package io.agent33.sync;

import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.event.SyncEvent;
import io.agent33.sync.api.monitor.AlertReport;
import io.agent33.sync.api.monitor.DriftReport;
import io.agent33.sync.api.monitor.FleetStatus;
import io.agent33.sync.api.monitor.RuleStatus;
import io.agent33.sync.api.report.Approval;
import io.agent33.sync.api.report.Explanation;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.report.Settled;
import io.agent33.sync.api.report.SyncPlan;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.repository.Identity;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.repository.UpstreamRefs;
import io.agent33.sync.api.rule.HostPlugins;
import io.agent33.sync.api.rule.RuleContext;
import io.agent33.sync.api.rule.RuleSet;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.trigger.RollbackRequest;
import io.agent33.sync.api.trigger.SyncTask;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.core.plan.Planner;
import io.agent33.sync.core.print.DriftPrinter;
import io.agent33.sync.core.print.ExplanationPrinter;
import io.agent33.sync.core.print.FleetPrinter;
import io.agent33.sync.core.print.OutputFormat;
import io.agent33.sync.core.print.PlanPrinter;
import io.agent33.sync.core.print.PlanReader;
import io.agent33.sync.core.print.ReportPrinter;
import java.io.InputStream;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
    private final Equipment equipment;

    SyncEngine(Equipment equipment) {
        this.equipment = equipment;
    }

    /** Starts an engine; every option has a working default but the two repositories. */
    public static SyncEngineBuilder builder() {
        return new SyncEngineBuilder();
    }

    /** The active rules and everything that is wrong with the others (S3). */
    public RuleSet rules() {
        return CheckedRules.read(
                equipment.ruleSource(),
                new RuleContext(equipment.upstream(), equipment.options().hostPlugins()));
    }

    /**
     * What {@link #run(SyncTrigger)} would do now (S2). Writes nothing that anyone else can see.
     *
     * @throws ConfigurationException if the trigger names a rule or a reference that there is not
     * @throws RepositoryException if the upstream cannot be read
     */
    public SyncPlan plan(SyncTrigger trigger) {
        Course course = equipment.course(SyncEvent.Verb.PLAN, trigger);
        Planner planner = course.planner(trigger);
        return planner.join(course.results(
                List.of(Batch.of(planner, new Planning())),
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
        return equipment.recorded(
                trigger,
                recording -> recording
                        .memory()
                        .map(memory -> new Recalling(recording, memory).run(trigger, noting -> run(trigger, noting)))
                        .orElseGet(() -> run(trigger, recording)));
    }

    /**
     * What a run of a trigger would do, as one task for each rule, in the order of their ids, to be done by {@link #run(SyncTask)}
     * on any machine. Asks the upstream and no downstream: a rule whose downstream is up to date has its task too, which then
     * writes nothing.
     *
     * @throws ConfigurationException as {@link #run(SyncTrigger)} does
     * @throws IllegalArgumentException if the trigger allows a downgrade, which no task can
     * @throws RepositoryException if the upstream cannot be read
     */
    public List<SyncTask> tasks(SyncTrigger trigger) {
        return new Tasks(equipment).of(trigger);
    }

    /**
     * Does one task; {@link SyncTask} says why it may be done again. Rules of the same downstream may be done at once: what each
     * pushes is a branch of its own.
     *
     * @throws ConfigurationException if the upstream has lost what the task names
     * @throws RepositoryException if the upstream cannot be read
     */
    public RuleResult run(SyncTask task) {
        return new Tasks(equipment).run(task, this::run);
    }

    /** Where the upstream's names point now, for a watcher. */
    UpstreamRefs refs() {
        return equipment.upstream().refs();
    }

    /** The time by which a watcher goes. */
    Instant now() {
        return equipment.clock().instant();
    }

    /** Who commits. */
    Identity author() {
        return equipment.author();
    }

    /** What rules may name beside the engine's own. */
    HostPlugins hostPlugins() {
        return equipment.options().hostPlugins();
    }

    /**
     * How a rule would stand that is not active yet.
     *
     * @throws ConfigurationException if its first sync is impossible
     */
    RuleStatus firstSync(SyncRule rule) {
        return new FirstSync(equipment).of(rule, rules());
    }

    private static SyncReport run(SyncTrigger trigger, Equipment equipment) {
        Instant began = equipment.clock().instant();
        Course course = equipment.course(SyncEvent.Verb.RUN, trigger);
        Batch<RuleResult> batch =
                Batch.of(course.planner(trigger), equipment.running(course, trigger, Optional.empty()));
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
        return new Inquiry(equipment, rules()).explain(repository, path);
    }

    /**
     * Which delivered files are not what the last merged syncs left, by git's object ids (S13): one pass over the manifests, in
     * which nothing is rendered, and no content but theirs is read where nothing drifted. Writes nothing.
     *
     * @param ruleIds of active rules; none for all
     * @throws ConfigurationException if there is no such rule
     * @throws RepositoryException if the rules are in the upstream, and it cannot be read
     */
    public DriftReport drift(String... ruleIds) {
        return new DriftRound(equipment, List.of(ruleIds), DriftIssues.none()).report();
    }

    /**
     * {@link #drift}, and an issue in each downstream that has some: opened, brought up to date, and closed when it is gone (S13,
     * the specification's "Drift Detection"). Asked again with nothing new, it writes nothing. An issue that somebody closed
     * while the drift is still there is followed by another.
     */
    public DriftReport trackDrift(String... ruleIds) {
        return new DriftRound(equipment, List.of(ruleIds), DriftIssues.of(equipment)).report();
    }

    /**
     * How every active rule stands: what is merged, what would be delivered now, what drifted, and what the journal shows of the
     * attempts so far (S13). Plans each rule, and writes nothing that anyone else can see. Without a journal
     * ({@link SyncEngineBuilder#journal}) nothing is known of failures, and the last sync is the commit that last changed the
     * manifest.
     *
     * @throws RepositoryException if the upstream or the journal cannot be read
     */
    public FleetStatus status() {
        return new StatusRound(equipment).status();
    }

    /**
     * Tells the sinks what {@link #status} gives reason for: staleness, failures and drift beyond the thresholds (S13, the
     * specification's "Monitoring &amp; Alerts"). Each alert once, so long as it says the same; and once when its cause is gone.
     *
     * @throws IllegalStateException without a sink ({@link SyncEngineBuilder#addAlertSink})
     * @throws RepositoryException if the upstream or the journal cannot be read
     */
    public AlertReport alert() {
        AlertRound alerts = equipment
                .alerts()
                .orElseThrow(
                        () -> new IllegalStateException("there is no sink for alerts: SyncEngineBuilder.addAlertSink"));
        return alerts.tell(status());
    }

    /** Whether anybody is to be told. */
    boolean hasAlertSinks() {
        return equipment.alerts().isPresent();
    }

    private SyncReport apply(SyncPlan plan, Optional<Approval> approval) {
        return equipment.recorded(plan.trigger(), recording -> apply(plan, approval, recording));
    }

    private static SyncReport apply(SyncPlan plan, Optional<Approval> approval, Equipment equipment) {
        Instant began = equipment.clock().instant();
        Course course = equipment.course(SyncEvent.Verb.APPLY, plan.trigger());
        Reapplication again = Reapplication.of(
                plan, course.rules(), course::planner, equipment.running(course, plan.trigger(), approval));
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
     * @throws RepositoryException if the rules are in the upstream, and it cannot be read
     */
    public SyncPlan planRollback(RollbackRequest request) {
        return reversing().plan(request);
    }

    /**
     * Takes a merged sync back: a pull request that reverts it on what is there now, an issue upstream, an entry in
     * {@code DECISIONS.md} for each reverted commit, and the memory by which the releases are not delivered again (S12). Asked
     * again, it finds what is there and writes nothing; also once it is merged, if the request names no release.
     *
     * @throws ConfigurationException if the request names a rule that there is not
     * @throws RepositoryException if the rules are in the upstream, and it cannot be read
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
        return new Reversing(equipment);
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
        try (Contents contents = new Contents(equipment.downstreams(), equipment.upstream())) {
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

    /**
     * Prints what became of delivered files.
     *
     * @throws IllegalArgumentException for {@link OutputFormat#DIFF}
     */
    public void print(DriftReport report, OutputFormat format, Appendable out) {
        new DriftPrinter().print(report, format, out);
    }

    /**
     * Prints how rules stand.
     *
     * @throws IllegalArgumentException for {@link OutputFormat#DIFF}
     */
    public void print(FleetStatus status, OutputFormat format, Appendable out) {
        new FleetPrinter().print(status, format, out);
    }

    /** Closes the upstream. The engine must not be used after. */
    @Override
    public void close() {
        equipment.upstream().close();
    }
}
