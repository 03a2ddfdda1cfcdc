package io.agent33.sync.core.plan.reconcile;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.report.PathNote;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.core.state.ManifestFile;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of one path.
 *
 * @param row of S8's table
 * @param target what shall lie at the target
 * @param override what shall lie where the override is
 * @param record what the manifest shall say; empty to forget the file
 * @param notes what the pull request and the report list
 * @param objections what blocks the rule; if there are any, nothing else counts
 * @param optOut whether the path is to be added to the opt-out file
 * @param resolution the resolution of a conflict, to be logged
 */
public record Verdict(
        Row row,
        Optional<FileState> target,
        Optional<ObjectId> override,
        Optional<ManifestFile> record,
        List<PathNote> notes,
        List<Objection> objections,
        boolean optOut,
        Optional<Resolution> resolution) {
    public Verdict {
        notes = List.copyOf(notes);
        objections = List.copyOf(objections);
    }

    /**
     * A conflict that a person resolved at the target.
     *
     * @param release whose sync had met the conflict
     * @param ancestor what both sides had started from
     * @param local the local side then
     * @param upstream upstream's side then
     * @param resolved what the person made of them
     */
    public record Resolution(String release, ObjectId ancestor, ObjectId local, ObjectId upstream, ObjectId resolved) {}
}
