package io.agent33.sync.core.print;

import static java.util.Objects.requireNonNull;

import io.agent33.sync.api.report.SyncPlan;
import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.RepositoryId;
import java.util.function.Function;

/**
 * Prints plans (S2). To be called; immutable and thread-safe. Equal plans print equally, byte for byte, on every machine.
 *
 * <p>{@link OutputFormat#YAML} and {@link OutputFormat#JSON} hold one mapping, {@code sync_plan}. A key is always there;
 * what is not known is {@code null}. Text is never cut.
 *
 * <ul>
 *   <li>{@code format} (1), {@code digest}, {@code trigger} ({@code kind}: due, release, change or manual;
 *       {@code reference}, {@code only}, {@code downgrade});
 *   <li>{@code summary}: the number of {@code rules}, and of each outcome: {@code planned}, {@code current},
 *       {@code skipped}, {@code blocked}, {@code failed};
 *   <li>{@code rules}: each with {@code rule_id}, {@code target_repo}, {@code outcome}, and by outcome: {@code release}
 *       (current), {@code reason} (skipped), {@code objections} (blocked, failed), or for planned {@code release},
 *       {@code tag}, {@code commit}, {@code previous_release}, {@code base} ({@code branch}, {@code commit}),
 *       {@code branch}, {@code counts} ({@code added}, {@code modified}, {@code removed}: delivered files),
 *       {@code edits}, {@code sync_validation}, {@code pull_request} ({@code title}, {@code body}, {@code labels},
 *       {@code reviewers}, {@code draft}) and {@code digest};
 *   <li>{@code edits}: {@code path}, {@code source} (null for the sync's own records), {@code change} (added, modified,
 *       removed), {@code before} and {@code after} (null, or {@code mode} in octal and the blob's {@code id});
 *   <li>{@code sync_validation}: as the specification has it, without {@code run_at}, which is a report's; its
 *       {@code overall} is the worst status, in the order fail, warn, skip, pass;
 *   <li>{@code objections}, of rules that could not be read: {@code code}, {@code subject}, {@code file}, {@code line},
 *       {@code column}, {@code expected}, {@code found}, {@code remedy}.
 * </ul>
 *
 * <p>{@link OutputFormat#DIFF} is in git's extended form. {@code git apply} takes it, written as UTF-8, on the base commit
 * of a plan for one downstream. The sync's own records are counted in a comment and left out. Files with a NUL, files that
 * are not UTF-8 and files of more than {@value #DIFF_LIMIT} bytes are named and not shown; git refuses to apply such a
 * change unless it has the new content already, so that nothing is left out unnoticed.
 */
public final class PlanPrinter {
    /** How many bytes of one side of a file a diff shows; memory is bounded by it, not by the plan. */
    public static final long DIFF_LIMIT = 1024 * 1024;

    private final Function<RepositoryId, BlobSource> contents;

    private PlanPrinter(Function<RepositoryId, BlobSource> contents) {
        this.contents = contents;
    }

    /**
     * A printer for plans.
     *
     * @param contents where the content of a downstream's planned files is, before and after; asked for
     *     {@link OutputFormat#DIFF} alone
     */
    public static PlanPrinter reading(Function<RepositoryId, BlobSource> contents) {
        return new PlanPrinter(requireNonNull(contents, "contents"));
    }

    /**
     * Prints a plan.
     *
     * @throws java.io.UncheckedIOException if {@code target} cannot be written
     * @throws io.agent33.sync.api.error.RepositoryException if a content cannot be read
     */
    public void print(SyncPlan plan, OutputFormat format, Appendable target) {
        requireNonNull(plan, "plan");
        Output out = new Output(requireNonNull(target, "target"));
        switch (format) {
            case TEXT -> new PlanText(out).write(plan);
            case YAML -> Structured.yaml(out, fields -> PlanFields.write(fields, plan));
            case JSON -> Structured.json(out, fields -> PlanFields.write(fields, plan));
            case DIFF -> new PlanDiff(out, contents, DIFF_LIMIT).write(plan);
        }
    }
}
