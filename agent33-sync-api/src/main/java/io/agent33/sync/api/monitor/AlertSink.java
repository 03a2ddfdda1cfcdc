package io.agent33.sync.api.monitor;

import java.time.Instant;

/**
 * Where alerts go (S13). To be implemented by hosts; a log, a file and issues are given.
 *
 * <p>Called by one thread at a time. A sink hears of an alert once, and again only if what it says has changed; and once when its cause is
 * gone. What it throws costs no other sink anything, and it hears the same again with the next check: so it may hear a thing
 * twice, but never not at all.
 */
public interface AlertSink {
    /** An alert is new, or says something else than before. */
    void raise(SyncAlert alert);

    /**
     * The cause of an alert is gone.
     *
     * @param alert as it was raised last
     * @param at when it was found gone
     */
    void clear(SyncAlert alert, Instant at);
}
