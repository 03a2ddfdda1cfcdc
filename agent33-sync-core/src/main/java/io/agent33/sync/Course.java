package io.agent33.sync;

import io.agent33.sync.api.event.SyncEvent;
import io.agent33.sync.api.repository.DownstreamRepositories;
import io.agent33.sync.api.repository.Traffic;
import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.api.rule.RuleContext;
import io.agent33.sync.api.rule.RuleSet;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.core.plan.DownstreamRules;
import io.agent33.sync.core.plan.Planner;
import io.agent33.sync.core.plan.PlanningOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** One plan or run from its trigger to the results of all rules, told to whoever watches. For one use. */
final class Course {
    private final SyncEvent.Verb verb;
    private final DownstreamRepositories downstreams;
    private final PlanningOptions options;
    private final int parallelism;
    private final Watch watch;
    private final Watch.Lap whole;
    private final UpstreamRepository upstream;
    private final RuleSet rules;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private Traffic downstreamTraffic = Traffic.NONE;

    /** Reads the rules. */
    Course(
            SyncEvent.Verb verb,
            SyncTrigger trigger,
            UpstreamRepository repository,
            DownstreamRepositories downstreams,
            RuleSource source,
            PlanningOptions options,
            int parallelism,
            Watch watch) {
        this.verb = verb;
        this.downstreams = downstreams;
        this.options = options;
        this.parallelism = parallelism;
        this.watch = watch;
        this.upstream = new WatchedUpstream(repository, watch);
        this.whole = watch.lap(upstream::traffic);
        watch.tell(new SyncEvent.RunStarted(verb, trigger));
        this.rules = read(source);
    }

    private RuleSet read(RuleSource source) {
        Watch.Lap lap = watch.lap(upstream::traffic);
        RuleSet read = CheckedRules.read(source, new RuleContext(upstream, options.hostPlugins()));
        watch.tell(
                new SyncEvent.RulesRead(read.rules().size(), read.objections().size(), lap.took(), lap.traffic()));
        return read;
    }

    UpstreamRepository upstream() {
        return upstream;
    }

    RuleSet rules() {
        return rules;
    }

    Planner planner(SyncTrigger trigger) {
        return new Planner(trigger, rules, upstream, options);
    }

    BooleanSupplier cancelled() {
        return cancelled::get;
    }

    /**
     * What becomes of each rule.
     *
     * @param batches done one after the other
     * @param already results of what no batch is needed for
     * @param needsAttention whether an operator has to look at a result
     */
    <R> List<R> results(List<Batch<R>> batches, List<R> already, Predicate<R> needsAttention) {
        watch.tell(new SyncEvent.DownstreamsFound(batches.stream()
                .flatMap(batch -> batch.downstreams().stream())
                .map(DownstreamRules::repository)
                .toList()));
        List<R> results = new ArrayList<>(already);
        int worked = 0;
        for (Batch<R> batch : batches) {
            worked += batch.downstreams().size();
            results.addAll(results(batch));
        }
        int attention = (int) results.stream().filter(needsAttention).count();
        watch.tell(new SyncEvent.RunFinished(
                verb,
                worked,
                results.size(),
                attention,
                whole.took(),
                whole.traffic().plus(count(Traffic.NONE))));
        return results;
    }

    private <R> List<R> results(Batch<R> batch) {
        DownstreamRun<R> run = new DownstreamRun<>(batch, downstreams, cancelled::get, watch);
        return new Fleet(parallelism, cancelled).each(batch.downstreams(), group -> {
            DownstreamRun.Results<R> done = run.results(group);
            count(done.traffic());
            return done.results();
        });
    }

    /** Downstreams are worked on at once. */
    private synchronized Traffic count(Traffic more) {
        downstreamTraffic = downstreamTraffic.plus(more);
        return downstreamTraffic;
    }
}
