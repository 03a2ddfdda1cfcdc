package io.agent33.sync;

import io.agent33.sync.api.event.SyncEvent;
import io.agent33.sync.api.monitor.IssueTracker;
import io.agent33.sync.api.publish.PullRequestPublisher;
import io.agent33.sync.api.report.Approval;
import io.agent33.sync.api.repository.DownstreamRepositories;
import io.agent33.sync.api.repository.Identity;
import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.core.apply.Applier;
import io.agent33.sync.core.plan.PlanningOptions;
import java.time.Clock;
import java.util.Optional;

/** What an engine was built of, and what each of its verbs makes of that. */
record Equipment(
        UpstreamRepository upstream,
        DownstreamRepositories downstreams,
        RuleSource ruleSource,
        PullRequestPublisher publisher,
        IssueTracker issues,
        Watch watch,
        int parallelism,
        Identity author,
        Clock clock,
        PlanningOptions options,
        Optional<Memory> memory) {
    /** The same for one run, of which somebody notes what it asks. */
    Equipment before(Witness witness) {
        return new Equipment(
                upstream,
                downstreams,
                ruleSource,
                publisher,
                issues,
                watch.before(witness),
                parallelism,
                author,
                clock,
                options,
                Optional.empty());
    }

    Course course(SyncEvent.Verb verb, SyncTrigger trigger) {
        return new Course(verb, trigger, upstream, downstreams, ruleSource, options, parallelism, watch);
    }

    /** @param approval of what is applied, if somebody gave one */
    Running running(Course course, SyncTrigger trigger, Optional<Approval> approval) {
        return new Running(
                new Applier(
                        course.upstream(),
                        new WatchedPublisher(publisher, watch),
                        author,
                        trigger.downgrade(),
                        approval,
                        course.cancelled()),
                watch);
    }
}
