package io.agent33.sync;

import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.monitor.WatchEvent;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.repository.UpstreamRefs;
import io.agent33.sync.api.trigger.SyncTask;
import io.agent33.sync.api.trigger.SyncTrigger;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what is due when it is due (S10, S13): asks the upstream now and then where its names point, syncs when they moved,
 * looks at everything once a day, and tries again what failed.
 *
 * <pre>{@code
 * try (SyncWatcher watcher = SyncWatcher.of(engine).pollEvery(Duration.ofMinutes(5)).build()) {
 *     watcher.watch(); // until it is closed, or the thread is interrupted
 * }
 * }</pre>
 *
 * <p>It holds nothing that must survive: one that is started after an outage comes to what one that never stopped would have
 * come to, and releases that were superseded meanwhile are skipped. A poll where nothing moved asks for the upstream's names
 * and for nothing else. What fails costs its rule, or its turn, is told, and is tried again after a wait that doubles up to
 * an hour.
 *
 * <p>{@link #watch} and {@link #turn} are for one thread at a time; {@link #notice} and {@link #close} for any.
 */
public final class SyncWatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SyncWatcher.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SyncEngine engine;
    private final Agenda agenda;
    private final Optional<Consumer<List<SyncTask>>> scheduler;
    private final Consumer<WatchEvent> listener;
    private final WatchLoop loop = new WatchLoop();
    private final Set<SyncTrigger> noticed = new LinkedHashSet<>();
    private Optional<UpstreamRefs> synced = Optional.empty();

    SyncWatcher(
            SyncEngine engine,
            Agenda agenda,
            Optional<Consumer<List<SyncTask>>> scheduler,
            Consumer<WatchEvent> listener) {
        this.engine = engine;
        this.agenda = agenda;
        this.scheduler = scheduler;
        this.listener = listener;
    }

    /** Starts a watcher; every option has a default. The engine stays the caller's, who closes it after the watcher. */
    public static SyncWatcherBuilder of(SyncEngine engine) {
        return new SyncWatcherBuilder(engine);
    }

    /**
     * Watches until {@link #close}, or until the thread is interrupted, whose flag is set then. What is in progress is
     * brought to the end of its step, as an interrupted run does.
     *
     * @throws IllegalStateException if another thread watches already
     */
    public void watch() {
        loop.run(this::turn);
    }

    /**
     * Does what is due now: for hosts that have a scheduler of their own, and for tests.
     *
     * @return for how long nothing will be due if nothing is noticed; never negative
     */
    public Duration turn() {
        for (SyncTrigger trigger : noticed()) {
            if (trigger.only().isEmpty()) {
                agenda.pollNow(engine.now());
            } else {
                sync(trigger, () -> Duration.ZERO);
            }
        }
        Instant now = engine.now();
        boolean checks = agenda.isCheckDue(now);
        if (checks || agenda.isPollDue(now)) {
            look(checks);
        }
        Set<String> again = agenda.retries(engine.now());
        if (!again.isEmpty()) {
            retry(again);
        }
        return agenda.idle(engine.now());
    }

    /**
     * Somebody says that something happened: a webhook, for example. Without rules, the upstream is asked in a turn that comes at
     * once, and what it says decides. With rules, these are synced in it, whether or not the upstream moved. To notice
     * the same twice is harmless, and so is never to be told: the next poll finds it. Returns at once.
     */
    public void notice(SyncTrigger trigger) {
        synchronized (noticed) {
            noticed.add(trigger);
        }
        loop.ring();
    }

    private List<SyncTrigger> noticed() {
        synchronized (noticed) {
            List<SyncTrigger> all = List.copyOf(noticed);
            noticed.clear();
            return all;
        }
    }

    /** Asks the upstream, and syncs all that is due if it moved, or if a day is over. */
    private void look(boolean checks) {
        Optional<UpstreamRefs> found = attempt(engine::refs, () -> agenda.pollFailed(engine.now()));
        if (found.isEmpty()) {
            return;
        }
        boolean moved = !found.equals(synced);
        tell(new WatchEvent.Looked(moved));
        if ((moved || checks) && !sync(SyncTrigger.due(), () -> agenda.pollFailed(engine.now()))) {
            return;
        }
        synced = found;
        agenda.polled(engine.now());
        if (checks) {
            checkDrift();
            if (engine.hasAlertSinks()) {
                attempt(engine::alert, () -> agenda.checkFailed(engine.now()))
                        .ifPresent(report -> tell(new WatchEvent.Alerted(report)));
            }
        }
    }

    private void checkDrift() {
        attempt(() -> engine.trackDrift(), () -> agenda.checkFailed(engine.now()))
                .ifPresent(report -> {
                    agenda.checked(engine.now());
                    tell(new WatchEvent.Checked(report));
                });
    }

    private void retry(Set<String> failed) {
        attempt(engine::rules, () -> agenda.pollFailed(engine.now())).ifPresent(rules -> {
            Set<String> ids = new TreeSet<>(failed);
            ids.retainAll(rules.rules().stream().map(entry -> entry.rule().id()).toList());
            failed.stream().filter(id -> !ids.contains(id)).forEach(agenda::settled);
            if (!ids.isEmpty()) {
                SyncTrigger again = SyncTrigger.due().only(ids.toArray(String[]::new));
                sync(again, () -> failed(ids));
            }
        });
    }

    private Duration failed(Set<String> ids) {
        return ids.stream()
                .map(id -> agenda.failed(id, engine.now()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /**
     * @param again notes that it failed as a whole, and gives the wait
     * @return whether it was done, with whatever outcome for each rule
     */
    private boolean sync(SyncTrigger trigger, Supplier<Duration> again) {
        Optional<WatchEvent> done = scheduler.isPresent()
                ? attempt(() -> handedOver(trigger, scheduler.get()), again)
                : attempt(() -> synced(trigger), again);
        done.ifPresent(this::tell);
        return done.isPresent() && !Thread.currentThread().isInterrupted();
    }

    private WatchEvent handedOver(SyncTrigger trigger, Consumer<List<SyncTask>> to) {
        List<SyncTask> tasks = engine.tasks(trigger);
        to.accept(tasks);
        return new WatchEvent.HandedOver(tasks);
    }

    private WatchEvent synced(SyncTrigger trigger) {
        SyncReport report = engine.run(trigger);
        if (!Thread.currentThread().isInterrupted()) {
            report.results().forEach(this::note);
        }
        return new WatchEvent.Synced(report);
    }

    /** What is blocked waits for a person, and is looked at when the upstream moves, or the next day. */
    private void note(RuleResult result) {
        if (result.outcome() instanceof RuleOutcome.Failed) {
            agenda.failed(result.ruleId(), engine.now());
        } else {
            agenda.settled(result.ruleId());
        }
    }

    /** Whatever is thrown, a plugin's or the host's exceptions too, costs this attempt and never the watcher. */
    private <T> Optional<T> attempt(Supplier<T> work, Supplier<Duration> again) {
        try {
            return Optional.of(work.get());
        } catch (RuntimeException e) {
            if (!Thread.currentThread().isInterrupted()) {
                LOG.warn("an attempt failed, and is made again", e);
                tell(new WatchEvent.Troubled(objections(e), again.get()));
            }
            return Optional.empty();
        }
    }

    private static List<Objection> objections(RuntimeException e) {
        if (e instanceof ConfigurationException wrong) {
            return wrong.objections();
        }
        return List.of(
                e instanceof RepositoryException failed
                        ? failed.objection("upstream")
                        : Objection.of("watch-failed", "watcher", "", e.toString(), ""));
    }

    private void tell(WatchEvent event) {
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            LOG.warn("the listener threw at {}", event.getClass().getSimpleName(), e);
        }
    }

    /** Interrupts what is in progress, and waits up to half a minute for it to come to the end of its step. */
    @Override
    public void close() {
        if (!loop.close(PATIENCE)) {
            LOG.warn("the watcher has not ended within {}", PATIENCE);
        }
    }
}
