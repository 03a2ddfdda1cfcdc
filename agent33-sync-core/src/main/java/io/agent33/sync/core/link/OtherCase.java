package io.agent33.sync.core.link;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Recognises a path that there is but for the case of its letters, which some file systems hide from who wrote it. */
public final class OtherCase {
    private OtherCase() {}

    /**
     * The path as it really is.
     *
     * @param path from the root; there is none of exactly this spelling
     * @param names what lies directly in a folder, given without a slash at its end and empty for the root; empty if there is
     *     no such folder
     * @return empty if there is none in any case; the first as {@code names} has them if there are several
     */
    public static Optional<String> of(String path, Function<String, List<String>> names) {
        String found = "";
        for (String segment : path.split("/", -1)) {
            List<String> there = names.apply(found);
            Optional<String> name = there.contains(segment)
                    ? Optional.of(segment)
                    : there.stream().filter(segment::equalsIgnoreCase).findFirst();
            if (name.isEmpty()) {
                return Optional.empty();
            }
            found = found.isEmpty() ? name.get() : found + "/" + name.get();
        }
        return Optional.of(found);
    }
}
