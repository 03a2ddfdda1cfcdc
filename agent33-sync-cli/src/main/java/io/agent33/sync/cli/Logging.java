package io.agent33.sync.cli;

/** Logs go to standard error, warnings only unless asked for more. Must be set before the first logger is made. */
final class Logging {
    private static final String PREFIX = "org.slf4j.simpleLogger.";

    private Logging() {}

    static void configure(boolean verbose) {
        set("defaultLogLevel", verbose ? "info" : "warn");
        set("log.io.agent33", verbose ? "debug" : "warn");
        set("showThreadName", String.valueOf(verbose));
        set("showShortLogName", "true");
    }

    /** What the operator set on Java's command line stands. */
    private static void set(String key, String value) {
        if (System.getProperty(PREFIX + key) == null) {
            System.setProperty(PREFIX + key, value);
        }
    }
}
