package io.agent33.sync.core.plan.reconcile;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.report.NoteKind;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.rule.OnDrift;
import io.agent33.sync.core.state.FileStatus;
import io.agent33.sync.core.state.ManifestFile;
import io.agent33.sync.core.state.OpenConflict;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The table's first step for a path that the last merged sync knows: what became of it. */
final class KnownPath {
    private final Policy policy;
    private final Contents contents;
    private final PathFacts facts;
    private final ManifestFile record;
    private final FileState delivered;
    private final boolean conflictOpen;
    private final Ruling ruling;

    KnownPath(Policy policy, Contents contents, PathFacts facts, ManifestFile record) {
        this.policy = policy;
        this.contents = contents;
        this.facts = facts;
        this.record = record;
        this.delivered = record.state();
        this.conflictOpen = record.conflict().isPresent();
        this.ruling = new Ruling(policy, facts, contents);
    }

    Verdict verdict() {
        if (facts.optedOut()) {
            boolean gone = facts.rendered().isEmpty()
                    && facts.present().isEmpty()
                    && facts.override().isEmpty();
            return ruling.untouched(
                    Row.OPTED_OUT, gone ? Optional.empty() : Optional.of(record.as(FileStatus.IGNORED)));
        }
        return facts.rendered().map(this::upstreamHasIt).orElseGet(this::goneUpstream);
    }

    private Verdict goneUpstream() {
        ObjectId baseline = record.baseline().id();
        boolean overridden =
                facts.override().filter(override -> !override.equals(baseline)).isPresent();
        if (facts.present().isEmpty() && !overridden) {
            return ruling.untouched(Row.FORGOTTEN, Optional.empty());
        }
        if (!conflictOpen && !overridden && isAsDeliveredOrRendered(facts.present())) {
            if (!delivered.id().equals(baseline)) {
                ruling.note(NoteKind.OVERRIDE_REMOVED);
            }
            return ruling.deleted(Row.DELETED);
        }
        if (record.status() != FileStatus.RELEASED) {
            ruling.note(NoteKind.DELETED_UPSTREAM);
        }
        return ruling.untouched(Row.RELEASED, Optional.of(record.as(FileStatus.RELEASED)));
    }

    private boolean isAsDeliveredOrRendered(Optional<FileState> present) {
        return present.filter(found -> found.mode().isFile())
                .map(FileState::id)
                .filter(id ->
                        id.equals(delivered.id()) || id.equals(record.baseline().id()))
                .isPresent();
    }

    private Verdict upstreamHasIt(FileState rendered) {
        if (record.status() != FileStatus.DELIVERED) {
            return backAgain(rendered, facts.present().orElse(delivered));
        }
        if (facts.present().isEmpty()) {
            return deletedHere(rendered);
        }
        FileState present = facts.present().get();
        if (!present.equals(delivered) && policy.onDrift() == OnDrift.BLOCK && !conflictOpen) {
            return ruling.blocked(drift(present));
        }
        if (!present.equals(delivered) && policy.onDrift() == OnDrift.OVERWRITE && !conflictOpen) {
            ruling.note(NoteKind.OVERWRITTEN);
            return goOn(rendered, delivered);
        }
        return present.mode().isFile() ? goOn(rendered, present) : ruling.frozen(NoteKind.NOT_A_FILE);
    }

    /** What was done to it while it was nobody's business is no drift. */
    private Verdict backAgain(FileState rendered, FileState present) {
        return present.mode().isFile() ? goOn(rendered, present) : ruling.frozen(NoteKind.NOT_A_FILE);
    }

    private Verdict deletedHere(FileState rendered) {
        if (policy.onDrift() == OnDrift.BLOCK && !conflictOpen) {
            return ruling.blocked(Objection.of(
                    "deleted-downstream",
                    facts.target().value(),
                    "the file that was delivered",
                    "nothing",
                    "restore it, or opt out of it in .agent33-overrides/.ignore"));
        }
        boolean overrideUntouched =
                facts.override().isEmpty() || facts.override().equals(record.override());
        if (policy.onDrift() == OnDrift.ADOPT && overrideUntouched) {
            return ruling.optedOut(record);
        }
        ruling.note(NoteKind.RESTORED);
        return goOn(rendered, delivered);
    }

    /** The way into step 2, through the frozen row. */
    private Verdict goOn(FileState rendered, FileState present) {
        Set<ObjectId> upstreams = new HashSet<>(List.of(record.baseline().id(), rendered.id()));
        record.conflict().map(OpenConflict::ancestor).ifPresent(upstreams::add);
        boolean overrideMarked = facts.override()
                .filter(override -> !record.override().equals(Optional.of(override)))
                .filter(override -> contents.holdsMarkers(override, upstreams))
                .isPresent();
        boolean targetMarked =
                !conflictOpen && !present.id().equals(delivered.id()) && contents.holdsMarkers(present.id(), upstreams);
        return overrideMarked || targetMarked
                ? ruling.frozen(NoteKind.MARKERS)
                : new LocalSide(policy, contents, facts, record, rendered, present, ruling).verdict();
    }

    private Objection drift(FileState present) {
        return Objection.of(
                "drift",
                facts.target().value(),
                "the delivered blob " + delivered.id().abbreviated() + " ("
                        + delivered.mode().octal() + ")",
                present.id().abbreviated() + " (" + present.mode().octal() + ")",
                "restore it and put the edit into .agent33-overrides/, or let the rule say on_drift: adopt");
    }
}
