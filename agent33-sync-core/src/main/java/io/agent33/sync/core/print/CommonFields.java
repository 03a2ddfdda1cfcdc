package io.agent33.sync.core.print;

import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.merge.Conflict;
import io.agent33.sync.api.report.FileCounts;
import io.agent33.sync.api.report.PathNote;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.api.validate.CheckResult;
import io.agent33.sync.api.validate.Finding;
import io.agent33.sync.api.validate.SyncValidation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

    /**
     * The specification's "Validation Output" with exactly its keys, and the findings beside it (S7).
     *
     * @param at when the run began; in reports alone, since it would make two equal plans differ
     */
    static void validation(Fields fields, Optional<SyncValidation> validation, Optional<Instant> at) {
        validation.ifPresent(checked -> {
            fields.mapping("sync_validation", it -> {
                it.text("rule_id", checked.ruleId());
                at.ifPresent(time ->
                        it.text("run_at", time.truncatedTo(ChronoUnit.SECONDS).toString()));
                it.text("source_version", checked.sourceVersion())
                        .mappings("checks", checked.checks(), CommonFields::check)
                        .text("overall", checked.overall().key());
            });
            fields.mappings("findings", findings(checked), CommonFields::finding);
        });
    }

    private static void check(Fields fields, CheckResult check) {
        fields.text("name", check.name()).text("status", check.status().key()).text("details", check.details());
    }

    /** A finding of a check, and why it is accepted, if it is. */
    private record Told(CheckResult check, Finding finding, Optional<String> accepted) {}

    private static List<Told> findings(SyncValidation validation) {
        return validation.checks().stream()
                .flatMap(check -> Stream.concat(
                        check.findings().stream().map(finding -> new Told(check, finding, Optional.empty())),
                        check.accepted().stream().map(it -> new Told(check, it.finding(), Optional.of(it.reason())))))
                .toList();
    }

    private static void finding(Fields fields, Told told) {
        Finding finding = told.finding();
        fields.text("check", told.check().name())
                .text("level", finding.level().key())
                .text("code", finding.code())
                .text("path", finding.where().file());
        position(fields, "line", Optional.of(finding.where().line()));
        position(fields, "column", Optional.of(finding.where().column()));
        fields.text("message", finding.message())
                .text("remedy", finding.remedy())
                .text("accepted", told.accepted());
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
