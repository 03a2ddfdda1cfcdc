package io.agent33.sync;

import io.agent33.sync.api.event.SyncEvent;
import io.agent33.sync.api.event.SyncListener;
import io.agent33.sync.api.repository.Traffic;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures steps and tells of them. Thread-safe. */
final class Watch {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final SyncListener listener;
    private final LongSupplier nanoTime;
    private final Optional<Witness> witness;

    /** @param nanoTime never goes back, as {@link System#nanoTime} */
    Watch(SyncListener listener, LongSupplier nanoTime) {
        this(listener, nanoTime, Optional.empty());
    }

    private Watch(SyncListener listener, LongSupplier nanoTime, Optional<Witness> witness) {
        this.listener = listener;
        this.nanoTime = nanoTime;
        this.witness = witness;
    }

    /** The same for one run, of which somebody notes what it asks. */
    Watch before(Witness noting) {
        return new Watch(listener, nanoTime, Optional.of(noting));
    }

    /** The same, of which somebody else hears as well. */
    Watch also(SyncListener other) {
        return new Watch(
                event -> {
                    listener.on(event);
                    other.on(event);
                },
                nanoTime,
                witness);
    }

    /** A question by a name was answered, as {@link Questions} tells it; both are made only if they are noted. */
    void heard(Supplier<Witness.Question> question, Supplier<String> answer) {
        witness.ifPresent(noting -> noting.heard(question.get(), answer.get()));
    }

    /** More happened than asking. */
    void lost() {
        witness.ifPresent(Witness::lost);
    }

    /** One that tells nobody. */
    static Watch none() {
        return new Watch(SyncListener.none(), System::nanoTime);
    }

    void tell(SyncEvent event) {
        listener.on(event);
    }

    /** A step begins. */
    Lap lap() {
        return lap(() -> Traffic.NONE);
    }

    /** A step begins that talks to a repository, whose counter this is. */
    Lap lap(Supplier<Traffic> counter) {
        return new Lap(nanoTime.getAsLong(), counter, read(counter));
    }

    /** A plugin's counter is never worth a sync. */
    private static Traffic read(Supplier<Traffic> counter) {
        try {
            return counter.get();
        } catch (RuntimeException e) {
            LOG.debug("a repository could not tell its traffic", e);
            return Traffic.NONE;
        }
    }

    /** A step under way. */
    final class Lap {
        private final long began;
        private final Supplier<Traffic> counter;
        private final Traffic before;

        private Lap(long began, Supplier<Traffic> counter, Traffic before) {
            this.began = began;
            this.counter = counter;
            this.before = before;
        }

        Duration took() {
            return Duration.ofNanos(nanoTime.getAsLong() - began);
        }

        Traffic traffic() {
            return read(counter).since(before);
        }
    }
}
