package io.agent33.sync.api.event;

/**
 * Watches plans and runs, those of saved plans and of rollbacks too. To be implemented.
 *
 * <p><b>Order.</b> {@link SyncEvent.RunStarted} comes first. Then {@link SyncEvent.RulesRead} and
 * {@link SyncEvent.DownstreamsFound}, in this order. Then, for each downstream, {@link SyncEvent.DownstreamStarted}, its steps
 * as they are done, and {@link SyncEvent.DownstreamFinished}; those of several downstreams mix.
 * {@link SyncEvent.RunFinished} comes last. {@link SyncEvent.UpstreamRead} may come anywhere between the first and the last.
 * Between the two of a downstream, its rules come one after the other: planned, issue tracked, pushed, published, deleted, finished. A step
 * that was not needed or that failed is left out, also reading rules and planning, if what an earlier run found was
 * remembered. If the plan or the run ends with an exception, nothing comes after
 * it. Two runs of one engine at once mix.
 *
 * <p><b>Threads.</b> Called from the threads of the run, one event at a time, and each call sees what the one before it
 * did: a listener needs no lock of its own. The step goes on when the listener returns, and other downstreams may wait for
 * it too, so it returns quickly, and never calls the engine.
 *
 * <p><b>Exceptions.</b> A listener that throws is logged, hears nothing more, and costs the run nothing.
 */
@FunctionalInterface
public interface SyncListener {
    /** Takes note; returns quickly. */
    void on(SyncEvent event);

    /** Hears nothing. */
    static SyncListener none() {
        return event -> {};
    }
}
