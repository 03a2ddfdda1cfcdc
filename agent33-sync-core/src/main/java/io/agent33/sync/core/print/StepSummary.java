package io.agent33.sync.core.print;

import static java.util.Objects.requireNonNull;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.event.SyncEvent;
import io.agent33.sync.api.event.SyncListener;
import io.agent33.sync.api.report.FileCounts;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RulePlan;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.report.Settled;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.core.text.OneLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a plan or a run came to, appended to a file in the form that GitHub shows on the page of a workflow's job
 * ({@code GITHUB_STEP_SUMMARY}): a table of rules, what is wrong with those that need somebody, and what it took. To be given to
 * {@code SyncEngineBuilder.addListener}; thread-safe. A file that cannot be written costs the run nothing: the engine logs it.
 */
public final class StepSummary implements SyncListener {
    /** GitHub takes 1 MiB a step, and shows nothing of one that is longer. */
    private static final int MOST = 1_000_000;

    private final Path file;
    private final List<Row> rows = new ArrayList<>();
    private SyncEvent.Verb verb = SyncEvent.Verb.RUN;

    private record Row(
            RepositoryId repository,
            String ruleId,
            String outcome,
            String files,
            String where,
            List<Objection> wrong) {}

    private StepSummary(Path file) {
        this.file = file;
    }

    /** To the end of a file, which is made if it is not there. */
    public static StepSummary appendingTo(Path file) {
        return new StepSummary(requireNonNull(file, "file"));
    }

    /** @throws UncheckedIOException at the end, if the file cannot be written */
    @Override
    public synchronized void on(SyncEvent event) {
        if (event instanceof SyncEvent.RunStarted started) {
            rows.clear();
            verb = started.verb();
        } else if (event instanceof SyncEvent.RulePlanned planned && verb == SyncEvent.Verb.PLAN) {
            rows.add(row(planned.plan()));
        } else if (event instanceof SyncEvent.RuleFinished finished) {
            rows.add(row(finished.result()));
        } else if (event instanceof SyncEvent.RunFinished finished && !rows.isEmpty()) {
            append(text(finished));
        }
    }

    private static Row row(RulePlan plan) {
        if (plan instanceof Settled settled) {
            return row(settled.repository(), settled.ruleId(), settled.outcome());
        }
        Proposal proposal = (Proposal) plan;
        return new Row(
                proposal.repository(),
                proposal.ruleId(),
                Outcomes.PLANNED,
                Phrases.files(proposal.counts()),
                proposal.branch(),
                List.of());
    }

    private static Row row(RuleResult result) {
        return row(result.repository(), result.ruleId(), result.outcome());
    }

    private static Row row(RepositoryId repository, String ruleId, RuleOutcome outcome) {
        Optional<FileCounts> files = Optional.empty();
        String where = "";
        if (outcome instanceof RuleOutcome.Proposed proposed) {
            files = Optional.of(proposed.files());
            where = OutcomeText.where(proposed.publication());
        } else if (outcome instanceof RuleOutcome.Waiting waiting) {
            files = Optional.of(waiting.files());
            where = OutcomeText.where(waiting.publication());
        }
        return new Row(
                repository,
                ruleId,
                Outcomes.spoken(Outcomes.name(outcome)),
                files.map(Phrases::files).orElse(""),
                where,
                wrong(outcome));
    }

    private static List<Objection> wrong(RuleOutcome outcome) {
        if (outcome instanceof RuleOutcome.Blocked blocked) {
            return blocked.objections();
        }
        return outcome instanceof RuleOutcome.Failed failed ? List.of(failed.objection()) : List.of();
    }

    private String text(SyncEvent.RunFinished finished) {
        rows.sort(Comparator.comparing((Row row) -> row.wrong().isEmpty())
                .thenComparing(Row::repository)
                .thenComparing(Row::ruleId));
        Bounded text = new Bounded();
        text.always("## agent33-sync " + command() + ": " + Phrases.number(rows.size(), "rule")
                + (finished.needAttention() > 0 ? ", " + finished.needAttention() + " to be looked at" : "") + "\n\n"
                + "| Downstream | Rule | Outcome | Files | Pull request |\n| --- | --- | --- | --- | --- |\n");
        rows.forEach(row -> text.add("| `" + row.repository() + "` | `" + row.ruleId() + "` | " + row.outcome() + " | "
                + row.files() + " | " + shown(row.where()) + " |\n"));
        text.always("\n");
        rows.stream().filter(row -> !row.wrong().isEmpty()).forEach(row -> text.add(details(row)));
        if (text.missing() > 0) {
            text.always("\n*" + text.missing() + " more are left out here.*\n");
        }
        text.always(Phrases.number(finished.downstreams(), "downstream") + ", "
                + String.format(Locale.ROOT, "%.1f s", finished.took().toMillis() / 1000.0) + ", "
                + finished.traffic().received() / 1024 + " KiB received, "
                + finished.traffic().sent() / 1024 + " KiB sent\n\n");
        return text.toString();
    }

    private String command() {
        return verb == SyncEvent.Verb.ALLOW ? "allow-release" : verb.name().toLowerCase(Locale.ROOT);
    }

    private static String details(Row row) {
        StringBuilder text = new StringBuilder("<details><summary>" + row.repository() + " " + row.ruleId() + ": "
                + row.outcome() + "</summary>\n\n<pre>\n");
        row.wrong()
                .forEach(objection -> text.append(escaped(objection.message())).append('\n'));
        return text.append("</pre>\n\n</details>\n\n").toString();
    }

    private static String shown(String text) {
        return text.isEmpty() ? "" : "<code>" + escaped(text).replace("|", "&#124;") + "</code>";
    }

    /** Foreign text, which is neither HTML nor, on one line of a block of HTML, Markdown. */
    private static String escaped(String text) {
        return OneLine.of(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void append(String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("the summary " + file + " cannot be written", e);
        }
    }

    /** A text that takes no more once it is long enough. */
    private static final class Bounded {
        private final StringBuilder text = new StringBuilder();
        private int bytes;
        private int missing;

        void always(String part) {
            text.append(part);
            bytes += part.getBytes(StandardCharsets.UTF_8).length;
        }

        void add(String part) {
            if (bytes + part.getBytes(StandardCharsets.UTF_8).length > MOST) {
                missing++;
            } else {
                always(part);
            }
        }

        int missing() {
            return missing;
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
