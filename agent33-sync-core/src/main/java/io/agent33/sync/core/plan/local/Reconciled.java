package io.agent33.sync.core.plan.local;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.report.PathNote;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.core.state.ManifestFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What S8's table says of all paths of a rule.
 *
 * @param paths in the order of their source paths
 * @param optedOut source paths that join the opt-out file
 * @param notes what the pull request and the report list, in the order of the paths
 * @param objections what blocks the rule
 */
public record Reconciled(
        List<PathCase> paths, List<String> optedOut, List<PathNote> notes, List<Objection> objections) {
    public Reconciled {
        paths = List.copyOf(paths);
        optedOut = List.copyOf(optedOut);
        notes = List.copyOf(notes);
        objections = List.copyOf(objections);
    }

    /** Two files that would stay at one path, as after a change of the rule that leaves a customised file behind. */
    public List<Objection> clashes() {
        Map<RepoPath, ManifestFile> byTarget = new HashMap<>();
        return records().stream()
                .filter(record -> byTarget.putIfAbsent(record.target(), record) != null)
                .map(record -> Objection.of(
                        "target-clash",
                        record.target().value(),
                        "one source path that delivers it",
                        record.source() + " beside what was delivered there before and is customised",
                        "move the customised file and its override away first"))
                .toList();
    }

    /** What the next manifest says of files. */
    public List<ManifestFile> records() {
        return paths.stream().flatMap(path -> path.verdict().record().stream()).toList();
    }
}
