package io.agent33.sync;

import io.agent33.sync.api.event.SyncEvent;
import io.agent33.sync.api.event.SyncListener;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.core.plan.DownstreamRules;
import java.util.List;
import java.util.function.Function;

/** Tells a listener what a run does. */
final class Progress {
    private final SyncListener listener;

    Progress(SyncListener listener, int downstreams) {
        this.listener = listener;
        listener.on(new SyncEvent.RunStarted(downstreams));
    }

    /** The same work, told of. */
    Function<DownstreamRules, List<RuleResult>> around(Function<DownstreamRules, List<RuleResult>> work) {
        return group -> {
            listener.on(new SyncEvent.DownstreamStarted(group.repository()));
            List<RuleResult> results = work.apply(group);
            results.forEach(result -> listener.on(new SyncEvent.RuleFinished(result)));
            listener.on(new SyncEvent.DownstreamFinished(group.repository()));
            return results;
        };
    }
}
