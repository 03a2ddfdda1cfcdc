package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.event.SyncEvent;
import io.agent33.sync.api.event.SyncListener;
import io.agent33.sync.api.repository.Traffic;
import io.agent33.sync.testkit.memory.RecordingListener;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several who listen, and several who tell. */
class ListenersTest {
    private static final SyncEvent FIRST = new SyncEvent.DownstreamsFound(List.of());
    private static final SyncEvent SECOND = new SyncEvent.RulesRead(0, 0, Duration.ZERO, Traffic.NONE);

    /** While one event is heard, another thread waits with the next. */
    private static final class Slow implements SyncListener {
        private final RecordingListener heard = new RecordingListener();
        private Listeners listeners = new Listeners(List.of());
        private Thread other = new Thread();
        private boolean met;

        @Override
        public void on(SyncEvent event) {
            heard.on(event);
            if (event.equals(FIRST)) {
                other = new Thread(() -> listeners.on(SECOND));
                other.start();
                while (other.getState() != Thread.State.BLOCKED && !met()) {
                    Thread.onSpinWait();
                }
                met = met();
            }
        }

        private boolean met() {
            return heard.events().size() > 1;
        }
    }

    @Test
    void oneEventIsHeardAtATime() throws InterruptedException {
        Slow slow = new Slow();
        slow.listeners = new Listeners(List.of(slow));

        slow.listeners.on(FIRST);
        slow.other.join();

        assertThat(slow.met).as("a second event was heard during the first").isFalse();
        assertThat(slow.heard.events()).containsExactly(FIRST, SECOND);
    }

    @Test
    void whoThrowsHearsNothingMoreAndTheOthersGoOn() {
        RecordingListener before = new RecordingListener();
        RecordingListener throwing = new RecordingListener();
        RecordingListener after = new RecordingListener();
        Listeners listeners = new Listeners(List.of(
                before,
                event -> {
                    throwing.on(event);
                    throw new AssertionError("a defect");
                },
                after));

        listeners.on(FIRST);
        listeners.on(SECOND);

        assertThat(before.events()).containsExactly(FIRST, SECOND);
        assertThat(throwing.events()).containsExactly(FIRST);
        assertThat(after.events()).containsExactly(FIRST, SECOND);
    }
}
