package io.agent33.sync.core.plan.reconcile;

import io.agent33.sync.api.report.NoteKind;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.core.plan.reconcile.Contents.Outcome;
import io.agent33.sync.core.plan.reconcile.Contents.Side;
import io.agent33.sync.core.state.ManifestFile;
import io.agent33.sync.core.state.OpenConflict;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The table's second step, what the local side is and what it started from, and the third: upstream meets it. */
final class LocalSide {
    private final Policy policy;
    private final Contents contents;
    private final PathFacts facts;
    private final ManifestFile record;
    private final FileState rendered;
    private final FileState present;
    private final Ruling ruling;
    private final boolean contentDrifted;

    LocalSide(
            Policy policy,
            Contents contents,
            PathFacts facts,
            ManifestFile record,
            FileState rendered,
            FileState present,
            Ruling ruling) {
        this.policy = policy;
        this.contents = contents;
        this.facts = facts;
        this.record = record;
        this.rendered = rendered;
        this.present = present;
        this.ruling = ruling;
        this.contentDrifted = !present.id().equals(record.state().id());
    }

    Verdict verdict() {
        return record.conflict().map(this::openConflict).orElseGet(this::noConflict);
    }

    private Verdict noConflict() {
        if (!present.equals(record.state())) {
            ruling.note(NoteKind.ADOPTED_DRIFT);
        }
        Optional<ObjectId> override = facts.override();
        if (override.isPresent() && record.override().isEmpty()) {
            override = begunOnAnotherRelease(override.get());
            if (override.isEmpty()) {
                return ruling.frozen(NoteKind.OVERRIDE_VS_TARGET);
            }
        }
        ObjectId baseline = record.baseline().id();
        Outcome local =
                contents.mergeLocally(facts.target(), record.state().id(), override.orElse(baseline), present.id());
        return local instanceof Outcome.Clean clean
                ? meet(Row.MERGED, baseline(), clean.blob())
                : ruling.frozen(NoteKind.OVERRIDE_VS_TARGET);
    }

    /** A new override knows what its author saw, which may be an older release than the one that is merged by now. */
    private Optional<ObjectId> begunOnAnotherRelease(ObjectId override) {
        ruling.note(NoteKind.NEW_OVERRIDE);
        ObjectId delivered = record.state().id();
        ObjectId seen = facts.ancestorOfOverride().get().orElse(delivered);
        return contents.mergeLocally(facts.target(), seen, override, delivered) instanceof Outcome.Clean clean
                ? Optional.of(clean.blob())
                : Optional.empty();
    }

    private Verdict openConflict(OpenConflict conflict) {
        if (contentDrifted) {
            return contents.holdsMarkers(present.id(), upstreams(conflict))
                    ? ruling.frozen(NoteKind.OPEN_CONFLICT)
                    : resolved(conflict);
        }
        boolean nothingNew = facts.override().equals(record.override())
                && rendered.id().equals(record.baseline().id());
        if (nothingNew) {
            ruling.note(NoteKind.OPEN_CONFLICT);
            return ruling.unresolved(present, record);
        }
        Side ancestor = new Side(conflict.ancestor(), conflict.ancestorRelease());
        return meet(Row.MERGED_AGAIN, ancestor, facts.override().orElse(conflict.ancestor()));
    }

    /** All that upstream had to say while the conflict came and stayed. */
    private Set<ObjectId> upstreams(OpenConflict conflict) {
        return new HashSet<>(List.of(conflict.ancestor(), record.baseline().id(), rendered.id()));
    }

    private Verdict resolved(OpenConflict conflict) {
        ObjectId override = facts.override().orElse(conflict.ancestor());
        ObjectId written = record.override().orElse(conflict.local());
        Outcome local = contents.mergeLocally(facts.target(), written, override, present.id());
        if (!(local instanceof Outcome.Clean clean)) {
            return ruling.frozen(NoteKind.OVERRIDE_VS_TARGET);
        }
        ObjectId baseline = record.baseline().id();
        ruling.note(NoteKind.RESOLVED);
        ruling.resolved(new Verdict.Resolution(
                conflict.release(), conflict.ancestor(), conflict.local(), baseline, present.id()));
        return meet(Row.RESOLVED, baseline(), clean.blob());
    }

    private Side baseline() {
        return new Side(record.baseline().id(), record.baselineRelease().orElse(policy.previous()));
    }

    private Verdict meet(Row row, Side ancestor, ObjectId local) {
        Outcome merged = contents.merge(facts.target(), ancestor, local, rendered.id());
        if (merged instanceof Outcome.Clean clean) {
            if (clean.decided()) {
                ruling.note(NoteKind.DECIDED_BY_STRATEGY);
            }
            return clean.blob().equals(rendered.id()) ? asUpstream(row) : customised(row, clean.blob());
        }
        if (merged instanceof Outcome.Conflicted marked) {
            ruling.note(NoteKind.CONFLICT, marked.lines());
            OpenConflict conflict = new OpenConflict(ancestor.blob(), ancestor.release(), local, policy.release());
            return ruling.conflicted(row, at(marked.blob()), rendered, conflict);
        }
        ruling.note(NoteKind.BINARY_CONFLICT);
        return customised(row, local);
    }

    private Verdict asUpstream(Row row) {
        if (facts.override().isPresent()) {
            ruling.note(NoteKind.REDUNDANT_OVERRIDE);
        }
        return ruling.upstreams(row, at(rendered.id()), rendered);
    }

    private Verdict customised(Row row, ObjectId content) {
        return ruling.customised(row, at(content), content, rendered);
    }

    /** Of two modes one is the baseline's: whoever left it decides. */
    private FileState at(ObjectId content) {
        FileMode baseline = record.baseline().mode();
        return new FileState(present.mode() == baseline ? rendered.mode() : present.mode(), content);
    }
}
