package io.agent33.sync;

import io.agent33.sync.api.event.SyncEvent;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.repository.Traffic;
import io.agent33.sync.api.trigger.SyncTrigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells of a run that was remembered: what it found, and no step that it did not take. */
final class Remembered {
    private final Watch watch;
    private final Watch.Lap whole;

    /** @param whole since the run began */
    Remembered(Watch watch, Watch.Lap whole) {
        this.watch = watch;
        this.whole = whole;
    }

    void tell(SyncTrigger trigger, List<RuleResult> results) {
        Map<RepositoryId, List<RuleResult>> groups = new LinkedHashMap<>();
        results.forEach(result -> groups.computeIfAbsent(result.repository(), id -> new ArrayList<>())
                .add(result));
        watch.tell(new SyncEvent.RunStarted(SyncEvent.Verb.RUN, trigger));
        watch.tell(new SyncEvent.DownstreamsFound(List.copyOf(groups.keySet())));
        groups.forEach((repository, found) -> {
            watch.tell(new SyncEvent.DownstreamStarted(
                    repository, found.stream().map(RuleResult::ruleId).toList()));
            found.forEach(result -> watch.tell(new SyncEvent.RuleFinished(result, Duration.ZERO)));
            watch.tell(new SyncEvent.DownstreamFinished(repository, Duration.ZERO, Traffic.NONE));
        });
        watch.tell(new SyncEvent.RunFinished(
                SyncEvent.Verb.RUN, groups.size(), results.size(), 0, whole.took(), whole.traffic()));
    }
}
