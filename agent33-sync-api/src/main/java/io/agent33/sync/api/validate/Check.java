package io.agent33.sync.api.validate;

import java.util.Locale;

/** The five checks, in the specification's order ("Sync Validation Checks"). */
public enum Check {
    CHECKSUM("Checksum verification"),
    LINK_INTEGRITY("Link integrity"),
    SCHEMA_CHECK("Schema compatibility"),
    SECRET_SCAN("Secret scan"),
    VERSION_TAG("Version tag match");

    private final String title;

    Check(String title) {
        this.title = title;
    }

    /** As rules and {@code sync_validation} write it: {@code link_integrity}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As the pull request's table writes it. */
    public String title() {
        return title;
    }
}
