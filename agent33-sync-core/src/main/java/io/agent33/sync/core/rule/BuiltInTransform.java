package io.agent33.sync.core.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The transforms that every engine has. */
enum BuiltInTransform {
    STRIP_INTERNAL_LINKS,
    REWRITE_PATHS,
    STAMP_VERSION;

    String key() {
        return Names.of(this);
    }

    /** The options that it must have; it may have no others. */
    List<String> options() {
        return this == REWRITE_PATHS ? List.of("from", "to") : List.of();
    }

    static Optional<BuiltInTransform> named(String name) {
        return Arrays.stream(values())
                .filter(transform -> transform.key().equals(name))
                .findFirst();
    }
}
