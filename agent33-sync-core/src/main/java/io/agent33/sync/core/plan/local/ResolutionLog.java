package io.agent33.sync.core.plan.local;

import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.core.decision.ConflictResolution;
import io.agent33.sync.core.decision.DecisionPhrase;
import io.agent33.sync.core.decision.DecisionsFile;
import io.agent33.sync.core.plan.reconcile.Verdict;
import io.agent33.sync.core.tree.Blobs;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Logs in the downstream's {@code DECISIONS.md} which conflicts were resolved, how, and by whom (S8). */
final class ResolutionLog {
    /** Where it lies. */
    static final RepoPath PLACE = RepoPath.of(DecisionsFile.PATH);

    /** More is no list of decisions. */
    private static final int MAX_LENGTH = 32 << 20;

    private final DownstreamRepository downstream;
    private final LocalState local;
    private final BlobSource contents;

    ResolutionLog(DownstreamRepository downstream, LocalState local, BlobSource contents) {
        this.downstream = downstream;
        this.local = local;
        this.contents = contents;
    }

    /** The whole file with an entry for each resolution; the same content if there is none. */
    byte[] with(OwnFile file, Reconciled reconciled) {
        DecisionsFile log = DecisionsFile.of(file.content());
        for (PathCase path : reconciled.paths()) {
            Optional<Verdict.Resolution> resolution = path.verdict().resolution();
            if (resolution.isPresent()) {
                log = log.with(entry(path, resolution.get()));
            }
        }
        return log.bytes();
    }

    private ConflictResolution entry(PathCase path, Verdict.Resolution resolution) {
        RepoPath place = path.oldTarget().orElse(path.facts().target());
        // The base branch holds what resolved it, so some commit changed it.
        Commit commit = resolving(local.base().commit(), place.value())
                .orElseGet(() -> downstream.commit(local.base().commit()));
        String decision = DecisionPhrase.of(
                place.value(),
                read(resolution.ancestor()),
                read(resolution.local()),
                read(resolution.upstream()),
                read(resolution.resolved()),
                commit.subject());
        return new ConflictResolution(
                LocalDate.ofInstant(commit.time(), ZoneOffset.UTC),
                resolution.release(),
                place.value(),
                decision,
                commit.author().name());
    }

    /** The commit that somebody wrote; a merge that only took it over, such as a pull request's, resolved nothing. */
    private Optional<Commit> resolving(ObjectId tip, String path) {
        Optional<Commit> commit = downstream.lastChange(tip, path);
        return commit.flatMap(merge -> merge.parents().stream()
                        .skip(1)
                        .filter(parent -> at(parent, path).equals(at(merge.id(), path)))
                        .findFirst()
                        .flatMap(parent -> resolving(parent, path)))
                .or(() -> commit);
    }

    private Optional<ObjectId> at(ObjectId commit, String path) {
        return downstream.tree(commit).find(path).map(TreeEntry::id);
    }

    private byte[] read(ObjectId blob) {
        return Blobs.read(contents, blob, MAX_LENGTH).orElseThrow(() -> new LostContent(blob));
    }
}
