package io.agent33.sync.core.transform;

import io.agent33.sync.core.text.CommentStyle;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a release is written into a file: a key of its front matter, or a comment at its head.
 *
 * @param before the release on its line
 * @param after it
 */
record Stamp(String before, String after) {
    private static final String WORDS = "agent33-sync: ";

    /** A key of front matter. */
    static final Stamp KEY = new Stamp("agent33_version: ", "");

    /** A comment for a file of this name; empty if it can hold none. */
    static Optional<Stamp> comment(String fileName) {
        return CommentStyle.of(fileName).map(style -> switch (style) {
            case HASH -> new Stamp("# " + WORDS, "");
            case SLASHES -> new Stamp("// " + WORDS, "");
            case STARS -> new Stamp("/* " + WORDS, " */");
            case MARKUP -> new Stamp("<!-- " + WORDS, " -->");
        });
    }

    /** The whole line, without its end. */
    String line(String release) {
        return before + release + after;
    }

    /** Whether a line, without its end, is such a stamp of whatever release; a key's value may have quotes and a remark. */
    boolean isOn(String line) {
        return this.equals(KEY) ? OWN_KEY.matcher(line).matches() : isComment(line);
    }

    private boolean isComment(String line) {
        return line.length() > before.length() + after.length()
                && line.startsWith(before)
                && line.endsWith(after)
                && isRelease(line.substring(before.length(), line.length() - after.length()));
    }

    private static boolean isRelease(String text) {
        return RELEASE.matcher(text).matches();
    }

    /** A second key of one name would break what is there; a value of several lines is none of ours. */
    private static final Pattern OWN_KEY = Pattern.compile("agent33_version:(?:\\s*|\\s+[^\\s|>{\\[&*!].*)");

    private static final Pattern RELEASE = Pattern.compile("v?[0-9][0-9A-Za-z.+-]*");
}
