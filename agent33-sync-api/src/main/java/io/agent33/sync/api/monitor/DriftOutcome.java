package io.agent33.sync.api.monitor;

import io.agent33.sync.api.error.Objection;
import java.util.List;
import java.util.Optional;

/** What came of looking for a rule's drift (S13). */
public sealed interface DriftOutcome {
    /** No sync of this rule is merged, so there is nothing to drift. */
    record NeverSynced() implements DriftOutcome {}

    /**
     * Every file is what the last merged sync left.
     *
     * @param release its label
     * @param files how many were compared
     */
    record InStep(String release, int files) implements DriftOutcome {}

    /**
     * Some are not.
     *
     * @param release the label of the last merged sync; empty if its manifest cannot be read
     * @param files in the order of their paths; at least one
     */
    record Drifted(Optional<String> release, List<DriftedFile> files) implements DriftOutcome {
        public Drifted {
            files = List.copyOf(files);
        }
    }

    /** It could not be found out. */
    record Failed(Objection objection) implements DriftOutcome {}
}
