package io.agent33.sync.api.report;

import java.util.Locale;

/** What a {@link PathNote} tells (S8). */
public enum NoteKind {
    /** Both sides changed the same lines: the file has conflict markers now. */
    CONFLICT(Group.CONFLICT, "both sides changed the same lines"),
    /** Both sides changed a binary file: the local one is kept, and its override. */
    BINARY_CONFLICT(Group.CONFLICT, "both sides changed a binary file; the local one is kept"),
    /** Markers of an earlier sync are still there; nothing else was done to the file. */
    OPEN_CONFLICT(Group.CONFLICT, "the conflict of an earlier sync is not resolved"),
    /** The override holds conflict markers, or the file does without a conflict: both stay as they are. */
    MARKERS(Group.CONFLICT, "conflict markers stand where none should; the file waits"),
    /** Override and delivered file were both edited, and disagree: both stay as they are. */
    OVERRIDE_VS_TARGET(Group.CONFLICT, "the override and the delivered file were edited differently; the file waits"),
    /** Upstream deleted a file that is customised here: it is kept, and no longer in step. */
    DELETED_UPSTREAM(Group.CONFLICT, "upstream deleted it; the customised file is kept and no longer in step"),
    /** Upstream renamed a file, and something lies at the new place. */
    RENAME_BLOCKED(Group.CONFLICT, "upstream renamed it, and something lies at the new place"),
    /** Something that is no file lies where a file was delivered: it stays. */
    NOT_A_FILE(Group.CONFLICT, "something that is no file lies there; the file waits"),
    /** A rollback (S12) would undo what was edited, deleted or put back since: it stays. */
    CHANGED_SINCE(Group.CONFLICT, "changed here since the sync; it stays as it is"),

    /** A person resolved a conflict; it is logged, and kept as the override. */
    RESOLVED(Group.RESOLVED, "resolved; kept as the override"),

    /** The delivered file was edited: the edit becomes the override. */
    ADOPTED_DRIFT(Group.ADOPTED, "edited in place; the edit is kept as the override"),
    /** The delivered file was deleted: it is opted out of from now on. */
    OPTED_OUT(Group.ADOPTED, "deleted here; added to .ignore"),
    /** An override that was not there at the last sync. */
    NEW_OVERRIDE(Group.ADOPTED, "a new override"),
    /** An override that was there before the first sync: is it meant? */
    CONFIRM(Group.ADOPTED, "an override from before the first sync; please confirm that it is meant"),
    /** Upstream renamed a file: override, baseline and opt-out moved along. */
    RENAMED(Group.ADOPTED, "renamed upstream; what is local moved along"),

    /** A file that nobody had delivered was replaced. */
    REPLACED(Group.REPLACED, "another file lay there; it is replaced"),
    /** The delivered file was edited, and the rule says that edits are overwritten. */
    OVERWRITTEN(Group.REPLACED, "edited in place; the edit is overwritten"),
    /** The delivered file was deleted, and is put back. */
    RESTORED(Group.REPLACED, "deleted here; restored"),
    /** Upstream deleted a file whose override had been removed here. */
    OVERRIDE_REMOVED(Group.REPLACED, "upstream deleted it; its customised content goes with it"),
    /** A strategy other than lines came to something else than the merge of lines would: a conflict, or another text. */
    DECIDED_BY_STRATEGY(
            Group.REPLACED,
            "the rule's merge strategy decided, otherwise than a merge of lines; please look at the result"),

    /** The override says what upstream says by now: it is removed. */
    REDUNDANT_OVERRIDE(Group.REDUNDANT, "the override says what upstream says; it is removed"),
    /** An override for which there is no upstream file. */
    ORPHAN_OVERRIDE(Group.REDUNDANT, "there is no such upstream file; the override is kept");

    /** The section of a pull request's body in which it stands. */
    public enum Group {
        CONFLICT,
        RESOLVED,
        ADOPTED,
        REPLACED,
        REDUNDANT
    }

    private final Group group;
    private final String words;

    NoteKind(Group group, String words) {
        this.group = group;
        this.words = words;
    }

    /** Where it belongs. */
    public Group group() {
        return group;
    }

    /** In lower case, {@code adopted-drift}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it says of every path. */
    public String words() {
        return words;
    }
}
