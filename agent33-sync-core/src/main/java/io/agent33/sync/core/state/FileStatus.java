package io.agent33.sync.core.state;

import java.util.Locale;

/** What a manifest says of a file. */
public enum FileStatus {
    /** It was delivered and is kept in step. */
    DELIVERED;

    /** As the manifest writes it. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
