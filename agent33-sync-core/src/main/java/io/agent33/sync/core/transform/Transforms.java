package io.agent33.sync.core.transform;

import io.agent33.sync.api.transform.TransformProvider;
import io.agent33.sync.core.link.LinkReader;
import java.util.Map;
import java.util.Set;

/** The transforms that every engine has, by the names that rules use (S5, S6). */
public final class Transforms {
    /** Their names, which no transform of a host's can have. */
    public static final Set<String> NAMES = Set.of("stamp_version");

    private Transforms() {}

    /** All of them. */
    static Map<String, TransformProvider> builtIn(LinkReader links) {
        return Map.of("stamp_version", TransformProvider.of(new StampVersion()));
    }
}
