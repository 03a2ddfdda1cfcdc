package io.agent33.sync.core.plugin;

/** A plugin did what it must not do; the rule that asked for it is blocked. */
public final class PluginException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String plugin;
    private final String expected;
    private final String found;

    /**
     * A plugin's answer was none.
     *
     * @param plugin which, and what it was asked for: {@code transform "glossary" for core/a.md}
     * @param expected of it
     * @param found instead; may hold whatever the plugin said
     */
    public PluginException(String plugin, String expected, String found) {
        super(plugin + ": expected " + expected + ", found " + found);
        this.plugin = plugin;
        this.expected = expected;
        this.found = found;
    }

    /** A plugin threw. */
    static PluginException threw(String plugin, Throwable cause) {
        PluginException failure = new PluginException(plugin, "a result", cause.toString());
        failure.initCause(cause);
        return failure;
    }

    /** Which, and what it was asked for. */
    public String plugin() {
        return plugin;
    }

    /** Of it. */
    public String expected() {
        return expected;
    }

    /** Instead; not yet safe to print. */
    public String found() {
        return found;
    }
}
