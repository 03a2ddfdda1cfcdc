package io.agent33.sync.core.state;

import java.util.Locale;

/** What a manifest says of a file (S8, S9). */
public enum FileStatus {
    /** It was delivered and is kept in step. */
    DELIVERED,
    /** The downstream opted out of it after it had been delivered. */
    IGNORED,
    /** Upstream has it no more, and the downstream keeps what it made of it. */
    RELEASED;

    /** As the manifest writes it. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
