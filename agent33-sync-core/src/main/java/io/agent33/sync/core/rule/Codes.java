package io.agent33.sync.core.rule;

/** The kinds of objections to rules; the page on rules lists them. */
final class Codes {
    static final String UNKNOWN_KEY = "unknown-key";
    static final String MISSING_KEY = "missing-key";
    static final String WRONG_TYPE = "wrong-type";
    static final String UNKNOWN_VALUE = "unknown-value";
    static final String BAD_VALUE = "bad-value";
    static final String BAD_ID = "bad-id";
    static final String BAD_GLOB = "bad-glob";
    static final String UNSAFE_PATH = "unsafe-path";
    static final String PLUGIN_FAILED = "plugin-failed";
    static final String UNKNOWN_TRANSFORM = "unknown-transform";
    static final String DUPLICATE_ID = "duplicate-id";
    static final String NO_RULE = "no-rule";

    private Codes() {}
}
