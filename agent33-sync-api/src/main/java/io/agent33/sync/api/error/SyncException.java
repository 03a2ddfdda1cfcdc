package io.agent33.sync.api.error;

import javax.annotation.Nullable;

/**
 * The root of all failures of this library. Expected outcomes are values; an exception means that there is none.
 * Messages never hold credentials (S14).
 */
public abstract sealed class SyncException extends RuntimeException
        permits ConfigurationException, RepositoryException {
    private static final long serialVersionUID = 1L;

    SyncException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
