package io.agent33.sync.core.apply;

import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.core.plan.Replanned;
import io.agent33.sync.core.tree.Blobs;
import io.agent33.sync.core.tree.ContentHash;
import io.agent33.sync.core.tree.Original;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what is to be pushed back from where it lies, and compares it with its source (S7). */
final class ReadBack {
    private final BlobSource stored;
    private final Replanned source;

    private ReadBack(Replanned source, BlobSource stored) {
        this.source = source;
        this.stored = stored;
    }

    /**
     * Blobs that are not what they should be, each named by the first file that holds it, in the order of the paths.
     *
     * @param stored what is pushed, and nothing that planning has read
     */
    static List<Mismatch> of(Proposal proposal, Replanned source, BlobSource stored) {
        ReadBack reading = new ReadBack(source, stored);
        Set<ObjectId> seen = new HashSet<>();
        List<Mismatch> mismatches = new ArrayList<>();
        byImportance(proposal)
                .forEach(edit -> edit.after()
                        .map(FileState::id)
                        .filter(seen::add)
                        .flatMap(blob -> reading.mismatch(edit.path().value(), blob))
                        .ifPresent(mismatches::add));
        mismatches.sort(Comparator.comparing(Mismatch::where));
        return mismatches;
    }

    /** A delivered file tells more than the baseline that is the same blob. */
    private static Stream<PlannedEdit> byImportance(Proposal proposal) {
        return Stream.concat(
                proposal.edits().stream().filter(PlannedEdit::delivered),
                proposal.edits().stream().filter(edit -> !edit.delivered()));
    }

    private Optional<Mismatch> mismatch(String path, ObjectId blob) {
        Optional<Original> original = source.sources().apply(blob);
        if (original.filter(it -> !it.git().equals(blob)).isPresent()) {
            return Optional.of(Mismatch.content(
                    path,
                    "blob " + blob + " in the upstream",
                    "content of blob " + original.get().git()));
        }
        return original.filter(it -> it.isCopiedTo(stored, blob)).isPresent()
                ? Optional.empty()
                : mismatch(path, blob, original);
    }

    /** @param original what the content should be, which it is not; empty if nobody knows, and its id alone tells */
    private Optional<Mismatch> mismatch(String path, ObjectId blob, Optional<Original> original) {
        ContentHash found = Blobs.hash(stored, blob);
        return found.git().equals(blob)
                ? original.map(
                        it -> Mismatch.content(path, "SHA-256 " + it.sha256().get(), found.sha256()))
                : Optional.of(Mismatch.content(path, "blob " + blob, "content of blob " + found.git()));
    }
}
