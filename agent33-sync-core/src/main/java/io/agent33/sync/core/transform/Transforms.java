package io.agent33.sync.core.transform;

import java.util.Set;

/** The transforms that every engine has (S5, S6). */
public final class Transforms {
    static final String STAMP_VERSION = "stamp_version";

    /** Their names, which no transform of a host's can have. */
    public static final Set<String> NAMES = Set.of(LinkSteps.STRIP, LinkSteps.REWRITE, STAMP_VERSION);

    private Transforms() {}
}
