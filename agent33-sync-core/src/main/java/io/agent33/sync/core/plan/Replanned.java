package io.agent33.sync.core.plan;

import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.core.tree.Original;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What rendering and merging a second time gave (S7).
 *
 * @param edits in the order of their paths
 * @param ended why there are none, if the rule did not come so far
 * @param sources what the content of a blob is: as it was rendered or merged now, or as it was read from the upstream; empty for
 *     what the downstream alone has
 */
public record Replanned(
        List<PlannedEdit> edits, Optional<String> ended, Function<ObjectId, Optional<Original>> sources) {
    public Replanned {
        edits = List.copyOf(edits);
    }

    static Replanned ended(String why) {
        return new Replanned(List.of(), Optional.of(why), blob -> Optional.empty());
    }
}
