package io.agent33.sync.core.print;

import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.merge.Conflict;
import io.agent33.sync.api.report.FileCounts;
import io.agent33.sync.api.report.PathNote;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.trigger.SyncTrigger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Keys that plans and reports share. */
final class CommonFields {
    /** Raised when a key goes away or changes its meaning; new keys leave it as it is. */
    static final int FORMAT = 1;

    private CommonFields() {}

    static void trigger(Fields fields, SyncTrigger trigger) {
        fields.mapping(
                "trigger",
                it -> it.text("kind", trigger.kind().name().toLowerCase(Locale.ROOT))
                        .text("reference", trigger.reference())
                        .texts("only", trigger.only())
                        .flag("downgrade", trigger.downgrade()));
    }

    static void summary(Fields fields, Map<String, Integer> outcomes) {
        fields.mapping("summary", it -> {
            it.number(
                    "rules",
                    outcomes.values().stream().mapToInt(Integer::intValue).sum());
            outcomes.forEach(it::number);
        });
    }

    static void tip(Fields fields, String key, BranchTip tip) {
        fields.mapping(
                key,
                it -> it.text("branch", tip.branch())
                        .text("commit", tip.commit().hex()));
    }

    static void counts(Fields fields, FileCounts counts) {
        fields.mapping(
                "counts",
                it -> it.number("added", counts.added())
                        .number("modified", counts.modified())
                        .number("removed", counts.removed()));
    }

    static void notes(Fields fields, List<PathNote> notes) {
        fields.mappings(
                "notes",
                notes,
                (Fields it, PathNote note) -> it.text("kind", note.kind().key())
                        .text("path", note.path().value())
                        .text("text", note.text())
                        .mappings(
                                "lines",
                                note.lines(),
                                (Fields range, Conflict lines) ->
                                        range.number("first", lines.firstLine()).number("last", lines.lastLine())));
    }

    static void objections(Fields fields, List<Objection> objections) {
        fields.mappings("objections", objections, CommonFields::objection);
    }

    private static void objection(Fields fields, Objection objection) {
        fields.text("code", objection.code())
                .text("subject", objection.subject())
                .text("file", objection.where().map(Location::file));
        position(fields, "line", objection.where().map(Location::line));
        position(fields, "column", objection.where().map(Location::column));
        fields.text("expected", objection.expected())
                .text("found", objection.found())
                .text("remedy", objection.remedy());
    }

    private static void position(Fields fields, String key, Optional<Integer> position) {
        Optional<Integer> known = position.filter(number -> number > 0);
        if (known.isPresent()) {
            fields.number(key, known.get());
        } else {
            fields.nothing(key);
        }
    }
}
