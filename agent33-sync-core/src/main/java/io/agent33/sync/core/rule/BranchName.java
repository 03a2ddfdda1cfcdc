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
            return Optional.of("git forbids spaces, control characters, ~^:?*[\\, \"..\" and \"@{\" in it");
        }
        if (name.startsWith("-") || name.equals("@") || name.startsWith("refs/")) {
            return Optional.of("it does not start with a dash or refs/, and is not @");
        }
        boolean badSegment = Arrays.stream(name.split("/", -1))
                .anyMatch(segment -> segment.isEmpty()
                        || segment.startsWith(".")
                        || segment.endsWith(".")
                        || segment.endsWith(".lock"));
        return badSegment
                ? Optional.of("no part between slashes is empty, starts or ends with a dot, or ends with .lock")
                : Optional.empty();
    }
}
