package io.agent33.sync.api.rule;

import java.util.List;

/**
 * Narrows what {@code source} selects (S4).
 *
 * @param include globs, one of which must match; empty means all
 * @param exclude globs, none of which may match
 */
public record Filters(List<String> include, List<String> exclude) {
    public Filters {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /** No narrowing. */
    public static Filters none() {
        return new Filters(List.of(), List.of());
    }
}
