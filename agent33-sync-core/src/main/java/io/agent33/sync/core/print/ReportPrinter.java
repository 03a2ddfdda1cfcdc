package io.agent33.sync.core.print;

import static java.util.Objects.requireNonNull;

import io.agent33.sync.api.report.SyncReport;

/**
 * Prints reports (S14). To be called; immutable and thread-safe.
 *
 * <p>{@link OutputFormat#YAML} and {@link OutputFormat#JSON} hold one mapping, {@code sync_report}. A key is always there;
 * what is not known is {@code null}.
 *
 * <ul>
 *   <li>{@code format} (1), {@code successful}, {@code trigger} and {@code objections} as {@link PlanPrinter} has them,
 *       {@code approval} (null, or {@code by} and {@code plan}, the digest);
 *   <li>{@code summary}: the number of {@code rules}, and of each outcome: {@code proposed}, {@code waiting},
 *       {@code current}, {@code skipped}, {@code left_alone}, {@code blocked}, {@code failed};
 *   <li>{@code rules}: each with {@code rule_id}, {@code target_repo}, {@code outcome}, and by outcome: {@code head}
 *       ({@code branch}, {@code commit}), {@code counts} and {@code pull_request} ({@code state}: opened, updated,
 *       unchanged or declined; {@code location}, or for declined {@code reason}) (proposed, waiting); {@code release}
 *       (current); {@code reason} (skipped); {@code branch} and {@code reason} (left_alone); {@code objections} (blocked,
 *       failed).
 * </ul>
 */
public final class ReportPrinter {
    /** A printer for reports. */
    public ReportPrinter() {}

    /**
     * Prints a report.
     *
     * @throws IllegalArgumentException for {@link OutputFormat#DIFF}: a report tells outcomes, not contents
     * @throws java.io.UncheckedIOException if {@code target} cannot be written
     */
    public void print(SyncReport report, OutputFormat format, Appendable target) {
        requireNonNull(report, "report");
        Output out = new Output(requireNonNull(target, "target"));
        switch (format) {
            case TEXT -> new ReportText(out).write(report);
            case YAML -> Structured.yaml(out, fields -> ReportFields.write(fields, report));
            case JSON -> Structured.json(out, fields -> ReportFields.write(fields, report));
            case DIFF -> throw new IllegalArgumentException("a report has no diff; a plan has one");
        }
    }
}
