package io.agent33.sync.cli;

import java.io.PrintWriter;
import java.time.Duration;

/**
 * Turns the signal that ends a process (Ctrl-C, a service manager's stop) into an interrupt of the command's thread, which
 * finishes the step that it is in and prints its report. A step that takes longer than the patience is cut off, which the
 * next run mends as it mends a crash (S14).
 */
final class Interruption {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Thread hook;

    private Interruption(Thread hook) {
        this.hook = hook;
    }

    /** Watches for the signal from now on. */
    static Interruption of(Thread command, PrintWriter err) {
        Thread hook = new Thread(() -> stop(command, err), "agent33-sync-interruption");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interruption(hook);
    }

    static void stop(Thread command, PrintWriter err) {
        err.println("agent33-sync: interrupted; waiting for the step at hand, at most " + PATIENCE.toSeconds() + " s");
        err.flush();
        command.interrupt();
        try {
            command.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the process; after a signal it is ending already, with the signal's status. */
    void exit(int status) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            return;
        }
        System.exit(status);
    }
}
