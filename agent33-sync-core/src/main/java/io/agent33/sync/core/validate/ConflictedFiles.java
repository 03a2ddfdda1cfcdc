package io.agent33.sync.core.validate;

import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.validate.DeliveredFile;
import io.agent33.sync.api.validate.Finding;

/**
 * Files with our conflict markers in them: neither references nor schemas of such a file are checked, and a check that passes one over
 * is {@code warn} at best (S7).
 */
final class ConflictedFiles {
    private ConflictedFiles() {}

    /**
     * What a check says of a conflicted file instead of checking it. It cannot be accepted in {@code validation.allow}.
     *
     * @param what is not checked: {@code its references}
     */
    static Found passedOver(DeliveredFile file, String what) {
        Finding finding = Finding.warning(
                "conflicted",
                Location.of(file.target().value()),
                "it holds conflict markers: " + what + " are not checked",
                "resolve the conflict in the pull request");
        return new Found(finding, match -> false);
    }
}
