package io.agent33.sync.testkit.fault;

/** Is told of calls as they happen, from the run's threads. To be implemented; hears nothing by default. */
public interface CallWatcher {
    /** The call is about to reach the port. */
    default void begins(PortCall call) {}

    /** It has returned or thrown. */
    default void ends(PortCall call) {}
}
