package io.agent33.sync.core.plugin;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.core.text.OneLine;

/** A plugin did what it must not do; the rule that asked for it is blocked. */
public final class PluginException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Objection objection;

    /**
     * A plugin's answer was none.
     *
     * @param plugin which, and what it was asked for: {@code transform "glossary" for core/a.md}
     */
    public PluginException(String plugin, String expected, String found) {
        this(Objection.of("plugin-failed", plugin, expected, found, "mend the plugin, or leave it out of the rule"));
    }

    private PluginException(Objection objection) {
        super(objection.message());
        this.objection = objection;
    }

    /** A plugin threw. */
    static PluginException threw(String plugin, Throwable cause) {
        PluginException failure = new PluginException(plugin, "a result", OneLine.of(cause.toString()));
        failure.initCause(cause);
        return failure;
    }

    /** What is wrong, for the rule's outcome. */
    public Objection objection() {
        return objection;
    }
}
