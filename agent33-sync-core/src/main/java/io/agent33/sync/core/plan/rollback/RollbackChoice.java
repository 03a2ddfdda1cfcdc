package io.agent33.sync.core.plan.rollback;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.trigger.RollbackRequest;
import io.agent33.sync.core.rollback.RolledBack;
import java.util.List;
import java.util.Optional;

/**
 * Which syncs a request takes back.
 *
 * @param syncs the newest first
 * @param otherwise how it ends if there are none
 */
record RollbackChoice(List<PastSync> syncs, Optional<RuleOutcome.NothingToApply> otherwise) {
    RollbackChoice {
        syncs = List.copyOf(syncs);
    }

    static RollbackChoice of(
            RollbackRequest request,
            RolledBack memory,
            DownstreamRepository downstream,
            ObjectId head,
            SyncHistory history) {
        Optional<String> again = request.release().filter(memory.releases()::contains);
        if (again.isPresent()) {
            return none(new RuleOutcome.Skipped(again.get() + " is rolled back already"));
        }
        return request.to().isPresent()
                ? after(request.to().get(), request, head, history)
                : newest(request, head, history).unlessUndoneAlready(request, downstream, head, history);
    }

    private static RollbackChoice after(String last, RollbackRequest request, ObjectId head, SyncHistory history) {
        List<PastSync> found = history.byManifest(head, sync -> sync.label().equals(last));
        int end = found.size() - 1;
        if (end < 0 || !found.get(end).label().equals(last)) {
            return unknown(request.ruleId(), last, found);
        }
        return end == 0
                ? none(new RuleOutcome.Skipped(last + " is the last sync already"))
                : new RollbackChoice(found.subList(0, end), Optional.empty());
    }

    private static RollbackChoice newest(RollbackRequest request, ObjectId head, SyncHistory history) {
        List<PastSync> found = history.byManifest(
                head,
                sync -> request.release()
                                .filter(wanted -> !wanted.equals(sync.label()))
                                .isEmpty()
                        && sync.isWhole());
        Optional<String> merged = found.stream().map(PastSync::label).findFirst();
        String label = request.release().or(() -> merged).orElse("");
        if (label.isEmpty() || found.stream().noneMatch(sync -> sync.label().equals(label))) {
            return history.byMessage(head, request.release())
                    .map(sync -> new RollbackChoice(List.of(sync), Optional.empty()))
                    .orElseGet(() -> unknown(request.ruleId(), label, found));
        }
        return merged.filter(label::equals).isEmpty()
                ? refused(request.ruleId(), label, found)
                : new RollbackChoice(
                        found.stream()
                                .takeWhile(sync -> sync.label().equals(label))
                                .toList(),
                        Optional.empty());
    }

    /** A command that is given twice does not go back twice. */
    private RollbackChoice unlessUndoneAlready(
            RollbackRequest request, DownstreamRepository downstream, ObjectId head, SyncHistory history) {
        if (request.release().isPresent() || request.to().isPresent()) {
            return this;
        }
        return history.undone(head, last -> true)
                .filter(last -> syncs.isEmpty()
                        || downstream.isAncestor(
                                syncs.get(0).commit().id(), last.commit().id()))
                .map(last -> none(new RuleOutcome.Skipped(String.join(" and ", last.releases())
                        + (last.releases().size() == 1 ? " is" : " are")
                        + " rolled back already; to go back further, name the release to take back or the one to go"
                        + " back to")))
                .orElse(this);
    }

    private static RollbackChoice refused(String ruleId, String label, List<PastSync> found) {
        PastSync oldest = found.get(found.size() - 1);
        String remedy = oldest.before()
                .map(manifest -> "say --to " + manifest.release() + " to take back both and all between")
                .orElse("roll back the newer ones first, the newest first");
        return none(new RuleOutcome.Blocked(List.of(Objection.of(
                "newer-sync-merged",
                ruleId,
                label + " to be the merged release",
                found.get(0).label() + ", merged after it",
                remedy))));
    }

    private static RollbackChoice unknown(String ruleId, String label, List<PastSync> found) {
        return none(new RuleOutcome.Blocked(List.of(Objection.of(
                "no-such-sync",
                ruleId,
                label.isEmpty() ? "a merged sync" : "a merged sync of " + label,
                found.isEmpty()
                        ? "none in the base branch's history"
                        : "syncs of "
                                + found.stream().map(PastSync::label).distinct().toList(),
                "name a release that was merged here"))));
    }

    private static RollbackChoice none(RuleOutcome.NothingToApply outcome) {
        return new RollbackChoice(List.of(), Optional.of(outcome));
    }
}
