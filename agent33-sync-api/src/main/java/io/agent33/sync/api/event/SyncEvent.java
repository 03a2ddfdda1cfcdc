package io.agent33.sync.api.event;

import io.agent33.sync.api.monitor.Tracking;
import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.report.RulePlan;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.BranchUpdate;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.repository.Revision;
import io.agent33.sync.api.repository.Traffic;
import io.agent33.sync.api.trigger.SyncTrigger;
import java.time.Duration;
import java.util.List;

/**
 * A step of a plan or a run, be it of a trigger, of a saved plan or of a rollback, told when it is done; {@link SyncListener} says
 * in which order. A step that failed is not told by itself: the rule's outcome says so, or the exception that ends the whole.
 *
 * <p>Durations are real time, from a clock that never goes back. Traffic is what the repository counted during the step
 * ({@link Traffic#NONE} if it counts nothing). A step that contains others contains theirs too.
 */
public sealed interface SyncEvent {
    /** What the engine was asked for. */
    enum Verb {
        /** A plan, which writes nothing. */
        PLAN,
        /** A run. */
        RUN,
        /** A saved plan is applied. */
        APPLY,
        /** A merged sync is taken back. */
        ROLLBACK,
        /** A release that was taken back is let be delivered again. */
        ALLOW,
        /** How every rule stands, which writes nothing. */
        STATUS
    }

    /** A step that took time. */
    sealed interface Timed extends SyncEvent {
        /** How long it took. */
        Duration took();
    }

    /** A step that talked to a repository. */
    sealed interface Transfer extends Timed {
        /** What was transferred meanwhile. */
        Traffic traffic();
    }

    /** The first of all. */
    record RunStarted(Verb verb, SyncTrigger trigger) implements SyncEvent {}

    /**
     * The upstream was asked where its names point, and what was new there was fetched. Told each time, so also within
     * {@link RulesRead} if the rules are in the upstream.
     *
     * @param head its default branch now
     */
    record UpstreamRead(RepositoryId upstream, Revision head, Duration took, Traffic traffic) implements Transfer {}

    /**
     * The rules are read and checked.
     *
     * @param rules how many are good
     * @param objections how many things are wrong with the others
     */
    record RulesRead(int rules, int objections, Duration took, Traffic traffic) implements Transfer {}

    /**
     * It is known what has to be done; all of it waits now.
     *
     * @param repositories the downstreams; one is named twice if a saved plan delivers two releases to it
     */
    record DownstreamsFound(List<RepositoryId> repositories) implements SyncEvent {
        public DownstreamsFound {
            repositories = List.copyOf(repositories);
        }
    }

    /**
     * Work on a downstream begins.
     *
     * @param ruleIds its rules, in the order in which they will be worked on
     */
    record DownstreamStarted(RepositoryId repository, List<String> ruleIds) implements SyncEvent {
        public DownstreamStarted {
            ruleIds = List.copyOf(ruleIds);
        }
    }

    /** The tip of a base branch and its files are here. Once for each base branch that a rule needs; often there is none. */
    record DownstreamRead(RepositoryId repository, BranchTip base, Duration took, Traffic traffic)
            implements Transfer {}

    /** A rule is planned. Its own id and downstream are in the plan. */
    record RulePlanned(RulePlan plan, Duration took, Traffic traffic) implements Transfer {}

    /**
     * A branch was pushed, or not: see the update.
     *
     * @param branch its short name
     */
    record BranchPushed(RepositoryId repository, String branch, BranchUpdate update, Duration took, Traffic traffic)
            implements Transfer {}

    /** The publisher has answered. */
    record Published(RepositoryId repository, String ruleId, Publication publication, Duration took) implements Timed {}

    /**
     * The follow-up issue of a rollback is there.
     *
     * @param repository where it is
     * @param ruleId whose sync is taken back
     */
    record IssueTracked(RepositoryId repository, String ruleId, Tracking tracking, Duration took) implements Timed {}

    /**
     * A branch that is no longer wanted was deleted, or not: see the update.
     *
     * @param branch its short name
     */
    record BranchDeleted(RepositoryId repository, String branch, BranchUpdate update, Duration took, Traffic traffic)
            implements Transfer {}

    /**
     * A rule has its outcome. Not told of plans, where {@link RulePlanned} is the end, and not of what a saved plan proposes
     * for a rule or a release that is gone.
     */
    record RuleFinished(RuleResult result, Duration took) implements Timed {}

    /** All rules of a downstream are done. */
    record DownstreamFinished(RepositoryId repository, Duration took, Traffic traffic) implements Transfer {}

    /**
     * The last of all, if the plan or run did not end with an exception.
     *
     * @param downstreams as many as were found
     * @param rules how many have an outcome or a plan
     * @param needAttention how many of these an operator has to look at
     * @param traffic of the upstream and all downstreams
     */
    record RunFinished(Verb verb, int downstreams, int rules, int needAttention, Duration took, Traffic traffic)
            implements Transfer {}
}
