package io.agent33.sync.api.validate;

import java.util.Locale;

/** How a check ended (S7). */
public enum CheckStatus {
    PASS,
    FAIL,
    WARN,
    SKIP;

    /** As it is printed: {@code pass}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
