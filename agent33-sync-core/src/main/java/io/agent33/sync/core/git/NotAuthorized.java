package io.agent33.sync.core.git;

import java.io.IOException;

/** The other end wants a login, or a better one. */
final class NotAuthorized extends IOException {
    private static final long serialVersionUID = 1L;

    NotAuthorized(String message) {
        super(message);
    }

    NotAuthorized(String message, Throwable cause) {
        super(message, cause);
    }
}
