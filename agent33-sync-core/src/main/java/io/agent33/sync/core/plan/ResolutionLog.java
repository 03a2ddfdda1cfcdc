package io.agent33.sync.core.plan;

import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
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

    /** The whole file with an entry for each resolution; empty if there is none. */
    Optional<byte[]> with(Reconciled reconciled) {
        DecisionsFile before = file();
        DecisionsFile after = before;
        for (PathCase path : reconciled.paths()) {
            Optional<Verdict.Resolution> resolution = path.verdict().resolution();
            if (resolution.isPresent()) {
                after = after.with(entry(path, resolution.get()));
            }
        }
        return after == before ? Optional.empty() : Optional.of(after.bytes());
    }

    private DecisionsFile file() {
        return local.tree()
                .find(PLACE.value())
                .filter(entry -> entry.mode().isFile())
                .flatMap(entry -> Blobs.read(contents, entry.id(), MAX_LENGTH))
                .map(DecisionsFile::of)
                .orElseGet(DecisionsFile::none);
    }

    private ConflictResolution entry(PathCase path, Verdict.Resolution resolution) {
        RepoPath place = path.oldTarget().orElse(path.facts().target());
        // The base branch holds what resolved it, so some commit changed it.
        Commit commit = downstream
                .lastChange(local.base().commit(), place.value())
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

    private byte[] read(ObjectId blob) {
        return Blobs.read(contents, blob, MAX_LENGTH).orElseThrow(() -> new LostContent(blob));
    }
}
