package io.agent33.sync.core.print;

import static java.util.Objects.requireNonNull;

import io.agent33.sync.api.report.Explanation;
import io.agent33.sync.api.report.PathExplanation;
import io.agent33.sync.api.report.Settled;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.core.text.OneLine;
import java.util.Optional;

/**
 * Prints explanations (S8). To be called; immutable and thread-safe.
 *
 * <p>{@link OutputFormat#YAML} and {@link OutputFormat#JSON} hold one mapping, {@code sync_explanation}: {@code format} (1),
 * {@code target_repo}, {@code path}, {@code rules}, each with {@code rule_id}, {@code release}, {@code source},
 * {@code target}, the blobs {@code baseline} (B), {@code override} (O), {@code upstream} (T) and {@code present} (C), the
 * SHA-256 {@code expected} (E), {@code row}, {@code next} and {@code notes}; and {@code unplanned}, rules that got no
 * further than the outcome that stands there. A key is always there; what is not there is {@code null}.
 */
public final class ExplanationPrinter {
    /** A printer for explanations. */
    public ExplanationPrinter() {}

    /**
     * Prints an explanation.
     *
     * @throws IllegalArgumentException for {@link OutputFormat#DIFF}
     * @throws java.io.UncheckedIOException if {@code target} cannot be written
     */
    public void print(Explanation explanation, OutputFormat format, Appendable target) {
        requireNonNull(explanation, "explanation");
        Output out = new Output(requireNonNull(target, "target"));
        switch (format) {
            case TEXT -> text(out, explanation);
            case YAML -> Structured.yaml(out, fields -> fields(fields, explanation));
            case JSON -> Structured.json(out, fields -> fields(fields, explanation));
            case DIFF -> throw new IllegalArgumentException("an explanation has no diff; a plan has one");
        }
    }

    private static void text(Output out, Explanation explanation) {
        String subject =
                explanation.repository() + " " + OneLine.of(explanation.path().value());
        if (explanation.paths().isEmpty()) {
            out.line(subject + ": no active rule delivers it");
        }
        explanation.paths().forEach(path -> text(out, explanation, path));
        for (Settled rule : explanation.unplanned()) {
            out.blankLine();
            new OutcomeText(out).write(rule.repository(), rule.ruleId(), rule.outcome());
        }
    }

    private static void text(Output out, Explanation explanation, PathExplanation path) {
        out.line(explanation.repository() + " " + path.ruleId() + ": "
                + OneLine.of(path.target().value()) + " \u2190 " + OneLine.of(path.source()) + " at "
                + path.release().label());
        out.line("  B baseline  " + id(path.baseline()));
        out.line("  O override  " + id(path.override()));
        out.line("  T upstream  " + id(path.rendered()));
        out.line("  C present   " + id(path.present()));
        out.line("  E expected  "
                + path.expected().map(hash -> "sha256 " + hash.substring(0, 12)).orElse("none"));
        out.line("  row   " + path.row());
        out.line("  next  " + OneLine.of(path.next()));
        Phrases.notes(path.notes()).forEach(out::line);
    }

    private static String id(Optional<ObjectId> blob) {
        return blob.map(ObjectId::abbreviated).orElse("none");
    }

    private static void fields(Fields fields, Explanation explanation) {
        fields.mapping(
                "sync_explanation",
                it -> it.number("format", CommonFields.FORMAT)
                        .text("target_repo", explanation.repository().value())
                        .text("path", explanation.path().value())
                        .mappings("rules", explanation.paths(), ExplanationPrinter::rule)
                        .mappings(
                                "unplanned",
                                explanation.unplanned(),
                                (Fields rule, Settled settled) -> OutcomeFields.write(
                                        rule,
                                        settled.repository(),
                                        settled.ruleId(),
                                        settled.outcome(),
                                        settled.notes())));
    }

    private static void rule(Fields fields, PathExplanation path) {
        fields.text("rule_id", path.ruleId())
                .text("release", path.release().label())
                .text("source", path.source())
                .text("target", path.target().value())
                .text("baseline", path.baseline().map(ObjectId::hex))
                .text("override", path.override().map(ObjectId::hex))
                .text("upstream", path.rendered().map(ObjectId::hex))
                .text("present", path.present().map(ObjectId::hex))
                .text("expected", path.expected())
                .text("row", path.row())
                .text("next", path.next());
        CommonFields.notes(fields, path.notes());
    }
}
