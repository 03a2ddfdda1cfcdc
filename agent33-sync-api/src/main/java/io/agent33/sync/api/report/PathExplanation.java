package io.agent33.sync.api.report;

import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepoPath;
import java.util.List;
import java.util.Optional;

/**
 * What a rule knows of one file, and what its next sync will do to it (S8). The letters are those of S8.
 *
 * @param ruleId the rule
 * @param release that the next sync would deliver
 * @param source the upstream path
 * @param target where it lies downstream
 * @param baseline B: what upstream rendered at the last merged sync
 * @param override O: the override now
 * @param rendered T: what upstream renders now
 * @param present C: what lies at the target now
 * @param expected E: SHA-256, in hex, of what the last merged sync put at the target
 * @param row which row of the table applies, in words
 * @param next what the next sync will do, in words
 * @param notes what it will list
 */
public record PathExplanation(
        String ruleId,
        Release release,
        String source,
        RepoPath target,
        Optional<ObjectId> baseline,
        Optional<ObjectId> override,
        Optional<ObjectId> rendered,
        Optional<ObjectId> present,
        Optional<String> expected,
        String row,
        String next,
        List<PathNote> notes) {
    public PathExplanation {
        notes = List.copyOf(notes);
    }
}
