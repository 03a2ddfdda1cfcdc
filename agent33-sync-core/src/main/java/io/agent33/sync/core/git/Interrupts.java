package io.agent33.sync.core.git;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLockInterruptionException;
import java.time.Duration;

/** Interrupts of the thread that we run on, which are not to be taken for anything else. */
final class Interrupts {
    private static final String OURS = "interrupted during ";

    private Interrupts() {}

    static InterruptedIOException during(String what, InterruptedException cause) {
        InterruptedIOException interrupted = new InterruptedIOException(OURS + what);
        interrupted.initCause(cause);
        return interrupted;
    }

    static void sleep(Duration pause, String what) throws IOException {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            throw during(what, e);
        }
    }

    /** Whether a failure is the mere consequence of an interrupt. JGit reports time-outs by the same exception. */
    static boolean caused(Throwable failure) {
        if (Thread.currentThread().isInterrupted()) {
            return true;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (cause instanceof ClosedByInterruptException
                    || cause instanceof FileLockInterruptionException
                    || (cause instanceof InterruptedIOException && message.startsWith(OURS))) {
                return true;
            }
        }
        return false;
    }
}
