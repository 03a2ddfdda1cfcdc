package io.agent33.sync.api.error;

import java.util.Locale;
import javax.annotation.Nullable;

/**
 * The world failed: a repository could not be reached, read or written. It costs the rules that needed that repository
 * and no others (S14).
 */
public final class RepositoryException extends SyncException {
    private static final long serialVersionUID = 1L;

    /** Why; the engine and operators act on it. */
    public enum Reason {
        /** No repository at that address, or none that these credentials may see. */
        NOT_FOUND,
        /** The credentials were refused, missing, or lack the permission. */
        FORBIDDEN,
        /** Network, time-out, or a server that answers with nonsense; trying again may help. */
        UNREACHABLE,
        /** The repository has no commit yet. */
        EMPTY,
        /** The repository has no such branch, tag or commit. */
        NO_SUCH_REVISION,
        /** An object that must be there is missing or damaged. */
        CORRUPT,
        /** The repository is kept in a way that cannot be read: its objects are named by another hash than SHA-1. */
        UNSUPPORTED,
        /** Local storage failed: cache folder, disk. */
        STORAGE,
        /** The thread was interrupted; its interrupt flag is set again. */
        INTERRUPTED
    }

    private final Reason reason;

    /**
     * @param message names the repository, what was tried, what came back, and what to do; no credentials
     */
    public RepositoryException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** The same without a cause. */
    public RepositoryException(Reason reason, String message) {
        this(reason, message, null);
    }

    /** Never null. */
    public Reason reason() {
        return reason;
    }

    /** This failure as data: its code is the reason in kebab case. */
    public Objection objection(String subject) {
        return Objection.of(
                reason.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                subject,
                "",
                String.valueOf(getMessage()),
                "");
    }
}
