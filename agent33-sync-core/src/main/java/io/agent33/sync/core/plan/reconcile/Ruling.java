package io.agent33.sync.core.plan.reconcile;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.merge.Conflict;
import io.agent33.sync.api.report.NoteKind;
import io.agent33.sync.api.report.PathNote;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.core.state.FileStatus;
import io.agent33.sync.core.state.ManifestFile;
import io.agent33.sync.core.state.OpenConflict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A verdict in the making: collects what is to be told of a path on its way through the table. For one path. */
final class Ruling {
    private final Policy policy;
    private final PathFacts facts;
    private final Contents contents;
    private final List<PathNote> notes = new ArrayList<>();
    private Optional<Verdict.Resolution> resolution = Optional.empty();

    Ruling(Policy policy, PathFacts facts, Contents contents) {
        this.policy = policy;
        this.facts = facts;
        this.contents = contents;
    }

    void note(NoteKind kind) {
        note(kind, "");
    }

    void note(NoteKind kind, String text) {
        notes.add(new PathNote(kind, facts.target(), text));
    }

    void note(NoteKind kind, List<Conflict> lines) {
        notes.add(new PathNote(kind, facts.target(), "", lines));
    }

    void resolved(Verdict.Resolution made) {
        resolution = Optional.of(made);
    }

    /** Nothing changes but, maybe, the record. The baseline stays what it was, and so does its release. */
    Verdict untouched(Row row, Optional<ManifestFile> record) {
        return verdict(row, facts.present(), facts.override(), record.map(this::passedOver), List.of(), false);
    }

    private ManifestFile passedOver(ManifestFile record) {
        return policy.previous().equals(policy.release()) ? record : record.passedOverAfter(policy.previous());
    }

    /** Nothing changes, and the record stays as it is. */
    Verdict untouched(Row row) {
        return untouched(row, facts.record());
    }

    /** A conflict waits: a target that was deleted is put back as it was, and a file that is back upstream is kept in step. */
    Verdict unresolved(FileState target, ManifestFile record) {
        Optional<ManifestFile> kept = Optional.of(record.as(FileStatus.DELIVERED));
        return verdict(Row.UNRESOLVED, Optional.of(target), facts.override(), kept, List.of(), false);
    }

    /** In doubt: what had been found of the way here counts no more, and stays as it is. */
    Verdict frozen(NoteKind why) {
        notes.clear();
        resolution = Optional.empty();
        note(why);
        return untouched(Row.FROZEN);
    }

    Verdict blocked(Objection objection) {
        return verdict(Row.BLOCKED, facts.present(), facts.override(), facts.record(), List.of(objection), false);
    }

    Verdict deleted(Row row) {
        return verdict(row, Optional.empty(), facts.override(), Optional.empty(), List.of(), false);
    }

    Verdict optedOut(ManifestFile record) {
        note(NoteKind.OPTED_OUT);
        return verdict(
                Row.DELETED_HERE,
                Optional.empty(),
                facts.override(),
                Optional.of(passedOver(record.as(FileStatus.IGNORED))),
                List.of(),
                true);
    }

    /** The target is what upstream renders, and there is no customisation left. */
    Verdict upstreams(Row row, FileState target, FileState rendered) {
        return delivered(row, target, Optional.empty(), rendered, Optional.empty());
    }

    /** The target holds a customisation, and the override keeps it. */
    Verdict customised(Row row, FileState target, ObjectId override, FileState rendered) {
        return delivered(row, target, Optional.of(override), rendered, Optional.empty());
    }

    /** The target holds markers until a person resolves them. */
    Verdict conflicted(Row row, FileState target, FileState rendered, OpenConflict conflict) {
        return delivered(row, target, Optional.of(conflict.local()), rendered, Optional.of(conflict));
    }

    private Verdict delivered(
            Row row,
            FileState target,
            Optional<ObjectId> override,
            FileState rendered,
            Optional<OpenConflict> conflict) {
        ManifestFile record = new ManifestFile(
                facts.source(),
                facts.target(),
                target,
                contents.sha256(target.id()),
                FileStatus.DELIVERED,
                rendered,
                Optional.empty(),
                override,
                conflict);
        return verdict(row, Optional.of(target), override, Optional.of(record), List.of(), false);
    }

    private Verdict verdict(
            Row row,
            Optional<FileState> target,
            Optional<ObjectId> override,
            Optional<ManifestFile> record,
            List<Objection> objections,
            boolean optOut) {
        return new Verdict(row, target, override, record, notes, objections, optOut, resolution);
    }
}
