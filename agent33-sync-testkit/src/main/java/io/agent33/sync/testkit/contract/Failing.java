package io.agent33.sync.testkit.contract;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.error.RepositoryException.Reason;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** How a port fails: the engine acts on the reason, and people on the message. */
final class Failing {
    private Failing() {}

    static void assertFails(Reason reason, ThrowingCallable action) {
        assertThatExceptionOfType(RepositoryException.class).isThrownBy(action).satisfies(e -> {
            Assertions.assertThat(e.reason()).as(e.toString()).isEqualTo(reason);
            Assertions.assertThat(e.getMessage()).isNotBlank();
        });
    }

    /** A call after the last one is the caller's defect, not the world's. */
    static void assertIsOver(ThrowingCallable action) {
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(action);
    }
}
