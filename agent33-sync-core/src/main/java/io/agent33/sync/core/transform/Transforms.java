package io.agent33.sync.core.transform;

import io.agent33.sync.api.transform.TransformProvider;
import java.util.Map;

/** The transforms that every engine has, by the names that rules use (S5, S6). */
public final class Transforms {
    private static final Map<String, TransformProvider> BUILT_IN =
            Map.of("stamp_version", TransformProvider.of(new StampVersion()));

    private Transforms() {}

    /** All of them. */
    public static Map<String, TransformProvider> builtIn() {
        return BUILT_IN;
    }
}
