package io.agent33.sync.github.webhook;

import java.util.regex.Pattern;

/** Which tags are releases (S1): semantic versions, with or without a leading {@code v}. The engine has the last word. */
final class VersionTag {
    private static final int LONGEST = 250;
    private static final String NUMBER = "(?:0|[1-9]\\d*)";
    private static final String PART = "(?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)";

    /** The expression that semver.org publishes. */
    private static final Pattern VERSION = Pattern.compile("v?" + NUMBER + "\\." + NUMBER + "\\." + NUMBER + "(?:-"
            + PART + "(?:\\." + PART + ")*)?(?:\\+[0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*)?");

    /** So the engine names a commit that is no release (S10). */
    private static final Pattern COMMIT = Pattern.compile("[+.]\\d{1,9}\\.g[0-9a-f]{12}$");

    private VersionTag() {}

    static boolean isRelease(String tag) {
        return tag.length() <= LONGEST
                && VERSION.matcher(tag).matches()
                && !COMMIT.matcher(tag).find();
    }
}
