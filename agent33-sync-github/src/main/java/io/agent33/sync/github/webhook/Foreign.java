package io.agent33.sync.github.webhook;

import java.util.Locale;
import java.util.stream.Collectors;

/** Text of a payload or a header made fit to stand inside a message: names are of ASCII, and the rest is escaped. */
final class Foreign {
    private static final int MOST = 80;

    private Foreign() {}

    /** In double quotes, cut after 80. */
    static String quoted(String text) {
        String start = text.substring(0, Math.min(text.length(), MOST));
        return '"'
                + start.chars().mapToObj(Foreign::shown).collect(Collectors.joining())
                + (text.length() > MOST ? "…" : "")
                + '"';
    }

    private static String shown(int unit) {
        return unit >= ' ' && unit < 0x7F ? String.valueOf((char) unit) : String.format(Locale.ROOT, "\\u%04x", unit);
    }
}
