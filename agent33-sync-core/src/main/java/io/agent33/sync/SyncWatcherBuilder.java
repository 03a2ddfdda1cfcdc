package io.agent33.sync;

import io.agent33.sync.api.monitor.WatchEvent;
import io.agent33.sync.api.trigger.SyncTask;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Builds a {@link SyncWatcher}. Not thread-safe. */
public final class SyncWatcherBuilder {
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final SyncEngine engine;
    private Duration pollEvery = Duration.ofMinutes(5);
    private Duration checkEvery = Duration.ofDays(1);
    private Duration retryAfter = Duration.ofMinutes(1);
    private Optional<Consumer<List<SyncTask>>> scheduler = Optional.empty();
    private Consumer<WatchEvent> listener = event -> {};
    private RandomGenerator random = RandomGenerator.getDefault();

    SyncWatcherBuilder(SyncEngine engine) {
        this.engine = engine;
    }

    /**
     * How often the upstream is asked whether it moved; 5 minutes without. A host that has webhooks may take an hour.
     *
     * @throws IllegalArgumentException if it is less than a second
     */
    public SyncWatcherBuilder pollEvery(Duration interval) {
        this.pollEvery = checked("pollEvery", interval);
        return this;
    }

    /**
     * How often everything is looked at, whether or not the upstream moved; a day without (S13). Up to an eighth of it is taken off
     * by chance each time.
     *
     * @throws IllegalArgumentException if it is less than a second
     */
    public SyncWatcherBuilder checkEvery(Duration interval) {
        this.checkEvery = checked("checkEvery", interval);
        return this;
    }

    /**
     * How long after a failure it is tried again for the first time; a minute without. The wait doubles up to an hour.
     *
     * @throws IllegalArgumentException if it is less than a second
     */
    public SyncWatcherBuilder retryAfter(Duration wait) {
        this.retryAfter = checked("retryAfter", wait);
        return this;
    }

    /**
     * Takes what is due in place of the watcher's own thread: to be done by {@link SyncEngine#run(SyncTask)}, anywhere, in any
     * order. Whether they succeed is the host's to know; the next day's check hands all of them over again. Without it the
     * watcher runs them itself.
     */
    public SyncWatcherBuilder scheduler(Consumer<List<SyncTask>> tasks) {
        this.scheduler = Optional.of(tasks);
        return this;
    }

    /** Is told what the watcher did, by the watching thread; what it throws is logged. */
    public SyncWatcherBuilder onEvent(Consumer<WatchEvent> events) {
        this.listener = events;
        return this;
    }

    /** For tests. */
    SyncWatcherBuilder random(RandomGenerator chance) {
        this.random = chance;
        return this;
    }

    /** The watcher; it does nothing yet. */
    public SyncWatcher build() {
        Agenda agenda = new Agenda(pollEvery, checkEvery, retryAfter, random, engine.now());
        return new SyncWatcher(engine, agenda, scheduler, listener);
    }

    private static Duration checked(String name, Duration interval) {
        if (interval.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(name + ": expected a second or more, found " + interval);
        }
        return interval;
    }
}
