package io.agent33.sync.core.rule;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What git allows as the name of a branch. */
final class BranchName {
    private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x20\\x7f~^:?*\\[\\\\]|\\.\\.|@\\{");

    private BranchName() {}

    static Optional<String> problemOf(String name) {
        if (FORBIDDEN.matcher(name).find()) {
            return Optional.of("it holds a space, a control character, one of ~^:?*[\\, \"..\" or \"@{\"");
        }
        if (name.startsWith("-") || name.equals("@") || name.startsWith("refs/")) {
            return Optional.of("it starts with a dash or refs/, or is @");
        }
        boolean badSegment = Arrays.stream(name.split("/", -1))
                .anyMatch(segment -> segment.isEmpty()
                        || segment.startsWith(".")
                        || segment.endsWith(".")
                        || segment.endsWith(".lock"));
        return badSegment
                ? Optional.of("a part between slashes is empty, starts or ends with a dot, or ends with .lock")
                : Optional.empty();
    }
}
