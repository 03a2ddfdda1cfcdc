package io.agent33.sync.core.plan.rollback;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.report.Purpose;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.core.decision.DecisionsFile;
import io.agent33.sync.core.decision.Rollback;
import io.agent33.sync.core.plan.local.OwnFile;
import io.agent33.sync.core.tree.CachedTree;
import java.util.List;
import java.util.Optional;

/** The entries of rollbacks in {@code DECISIONS.md}: those that an earlier run proposed, and those to be added (S12). */
final class RollbackLog {
    static final RepoPath PLACE = RepoPath.of(DecisionsFile.PATH);

    private final DownstreamRepository downstream;
    private final OwnFile file;
    private final List<Rollback> proposed;

    /**
     * @param head of the base branch
     * @param label of the release whose rollback may be proposed already
     */
    RollbackLog(DownstreamRepository downstream, FileTree head, String ruleId, String label) {
        this.downstream = downstream;
        this.file = read(head);
        this.proposed = proposed(Purpose.ROLLBACK.branch(label, ruleId));
    }

    /** Why nothing can be added. */
    Optional<Objection> objection() {
        return file.objection();
    }

    /** The same entry as it is proposed already, with the date, the reason and the issue that it was given then. */
    Optional<Rollback> proposed(Rollback entry) {
        return proposed.stream()
                .filter(other -> other.syncVersion().equals(entry.syncVersion())
                        && other.revertedCommit().equals(entry.revertedCommit())
                        && other.restoredTo().equals(entry.restoredTo()))
                .reduce((first, second) -> second);
    }

    /** The whole file with these at its end. */
    byte[] with(List<Rollback> entries) {
        DecisionsFile log = DecisionsFile.of(file.content());
        for (Rollback entry : entries) {
            log = log.with(entry);
        }
        return log.bytes();
    }

    private List<Rollback> proposed(String branch) {
        return downstream.branches(branch).stream()
                .filter(tip -> tip.branch().equals(branch))
                .map(tip -> read(downstream.tree(tip.commit())))
                .flatMap(held -> DecisionsFile.of(held.content()).entries().stream())
                .filter(Rollback.class::isInstance)
                .map(Rollback.class::cast)
                .toList();
    }

    private OwnFile read(FileTree tree) {
        return OwnFile.read(PLACE, new CachedTree(tree), downstream.blobs());
    }
}
