package io.agent33.sync.testkit.fault;

import io.agent33.sync.api.error.RepositoryException;
import java.io.IOException;

/**
 * A failure to come.
 *
 * @param call the number of the call that it strikes
 * @param moment before or after the call's effect
 * @param kind what is thrown
 */
public record Fault(int call, Moment moment, Kind kind) {
    /** Every message of an injected failure starts so. */
    public static final String MARK = "injected fault";

    /** When it strikes. */
    public enum Moment {
        /** The call has no effect. */
        BEFORE,
        /** The call has its effect, and the answer is lost. */
        AFTER
    }

    /** What is thrown. */
    public enum Kind {
        /** The world failed: {@link RepositoryException.Reason#UNREACHABLE}. */
        TIME_OUT,
        /** A defect of the port: an {@link IllegalStateException}. */
        DEFECT,
        /** A defect that even careful people do not catch: an {@link AssertionError}. */
        ERROR
    }

    /** A time-out without an effect. */
    public static Fault before(int call) {
        return new Fault(call, Moment.BEFORE, Kind.TIME_OUT);
    }

    /** A time-out that takes the answer only. */
    public static Fault after(int call) {
        return new Fault(call, Moment.AFTER, Kind.TIME_OUT);
    }

    /** The same with something else thrown. */
    public Fault as(Kind other) {
        return new Fault(call, moment, other);
    }

    Throwable thrownAt(PortCall struck) {
        String text = message(struck);
        return switch (kind) {
            case TIME_OUT -> new RepositoryException(RepositoryException.Reason.UNREACHABLE, text);
            case DEFECT -> new IllegalStateException(text);
            case ERROR -> new AssertionError(text);
        };
    }

    /** Streams fail in their own way. */
    IOException brokenAt(PortCall struck) {
        return new IOException(message(struck));
    }

    private String message(PortCall struck) {
        return MARK + " " + moment + " the effect of " + struck;
    }
}
