package io.agent33.sync;

import io.agent33.sync.api.event.SyncEvent;
import io.agent33.sync.api.monitor.IssueTracker;
import io.agent33.sync.api.monitor.RunJournal;
import io.agent33.sync.api.monitor.Thresholds;
import io.agent33.sync.api.publish.PullRequestPublisher;
import io.agent33.sync.api.report.Approval;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.repository.DownstreamRepositories;
import io.agent33.sync.api.repository.Identity;
import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.core.apply.Applier;
import io.agent33.sync.core.plan.PlanningOptions;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

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
        Optional<Memory> memory,
        Optional<RunJournal> journal,
        Thresholds thresholds,
        Optional<AlertRound> alerts) {
    /** One run, whose attempts are written into the journal. */
    SyncReport recorded(SyncTrigger trigger, Function<Equipment, SyncReport> run) {
        if (journal.isEmpty()) {
            return run.apply(this);
        }
        try (Recording recording = new Recording(journal.get(), clock, trigger.kind())) {
            return run.apply(with(watch.also(recording), memory));
        }
    }

    /** The same for one run, of which somebody notes what it asks. */
    Equipment before(Witness witness) {
        return with(watch.before(witness), Optional.empty());
    }

    private Equipment with(Watch other, Optional<Memory> remembering) {
        return new Equipment(
                upstream,
                downstreams,
                ruleSource,
                publisher,
                issues,
                other,
                parallelism,
                author,
                clock,
                options,
                remembering,
                journal,
                thresholds,
                alerts);
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
