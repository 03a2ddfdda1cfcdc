package io.agent33.sync.core.plan;

import io.agent33.sync.api.error.Objection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a rule selects in one upstream tree (S4).
 *
 * @param files in the upstream tree's order
 * @param objections files that must not be delivered; any of them blocks the rule
 */
record Selection(List<SelectedFile> files, List<Objection> objections) {
    /** The target paths. */
    Set<String> targets() {
        return files.stream().map(file -> file.target().value()).collect(Collectors.toSet());
    }
}
