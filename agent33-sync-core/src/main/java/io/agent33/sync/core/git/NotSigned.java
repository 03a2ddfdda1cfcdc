package io.agent33.sync.core.git;

import java.io.IOException;

/** A commit that is to be signed could not be. */
final class NotSigned extends IOException {
    private static final long serialVersionUID = 1L;

    NotSigned(String message, Throwable cause) {
        super(message, cause);
    }
}
