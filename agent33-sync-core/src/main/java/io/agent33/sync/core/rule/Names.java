package io.agent33.sync.core.rule;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How rules write enumerated values: in lower case. */
final class Names {
    private Names() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> List<String> all(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Names::of).toList();
    }

    /** For messages: {@code one of copy, template, reference}. */
    static String choice(Collection<String> names) {
        return names.size() == 1
                ? String.join("", names)
                : names.stream().collect(Collectors.joining(", ", "one of ", ""));
    }
}
