package io.agent33.sync.core.print;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.merge.Conflict;
import io.agent33.sync.api.publish.PullRequestText;
import io.agent33.sync.api.report.NoteKind;
import io.agent33.sync.api.report.PathNote;
import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.RulePlan;
import io.agent33.sync.api.report.SyncPlan;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.rule.MergeMethod;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.api.validate.AcceptedFinding;
import io.agent33.sync.api.validate.Check;
import io.agent33.sync.api.validate.CheckResult;
import io.agent33.sync.api.validate.CheckStatus;
import io.agent33.sync.api.validate.Finding;
import io.agent33.sync.core.text.OneLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Reads back what {@link PlanPrinter} wrote as {@link OutputFormat#JSON}: the trigger and the proposals, which is what can
 * be applied later (S2). Other rules' outcomes and objections were news at that time and are left out. To be called;
 * thread-safe.
 */
public final class PlanReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private PlanReader() {}

    /**
     * Reads one plan.
     *
     * @param file for messages
     * @param in read to its end; the caller closes it
     * @throws ConfigurationException if it is no plan, one of a newer format, or not all of it is there
     * @throws UncheckedIOException if it cannot be read
     */
    public static SyncPlan read(String file, InputStream in) {
        JsonPart plan = new JsonPart(file, "", root(file, requireNonNull(in, "in"))).part("sync_plan");
        int format = plan.number("format");
        if (format != CommonFields.FORMAT) {
            throw plan.wrong("format", String.valueOf(CommonFields.FORMAT), String.valueOf(format));
        }
        return new SyncPlan(
                trigger(plan.part("trigger")),
                plan.parts("rules").stream()
                        .filter(rule -> rule.text("outcome").equals(Outcomes.PLANNED))
                        .<RulePlan>map(PlanReader::proposal)
                        .toList(),
                List.of(),
                plan.text("digest"));
    }

    private static JsonNode root(String file, InputStream in) {
        try {
            return JSON.readTree(in);
        } catch (JsonProcessingException e) {
            throw new ConfigurationException(Objection.of(
                            "plan-unreadable",
                            file,
                            "a plan in JSON, as `plan --out` writes it",
                            OneLine.of(e.getOriginalMessage()),
                            "plan again")
                    .at(new Location(
                            file,
                            Math.max(0, e.getLocation().getLineNr()),
                            Math.max(0, e.getLocation().getColumnNr()))));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static SyncTrigger trigger(JsonPart part) {
        return part.parsed(
                "kind",
                kind -> new SyncTrigger(
                        SyncTrigger.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                        part.optional("reference"),
                        new TreeSet<>(part.texts("only")),
                        part.flag("downgrade")));
    }

    private static Proposal proposal(JsonPart part) {
        return new Proposal(
                part.text("rule_id"),
                part.parsed("target_repo", RepositoryId::of),
                release(part),
                part.optional("previous_release"),
                tip(part.part("base")),
                part.parts("edits").stream().map(PlanReader::edit).toList(),
                part.parts("notes").stream().map(PlanReader::note).toList(),
                part.part("sync_validation").parts("checks").stream()
                        .map(check -> check(check, part.parts("findings")))
                        .toList(),
                text(part.part("pull_request")),
                part.text("digest"));
    }

    private static PathNote note(JsonPart part) {
        NoteKind kind = part.parsed(
                "kind", key -> NoteKind.valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_')));
        List<Conflict> lines = part.parts("lines").stream()
                .map(range -> new Conflict(range.number("first"), range.number("last")))
                .toList();
        return new PathNote(kind, part.parsed("path", RepoPath::of), part.text("text"), lines);
    }

    private static Release release(JsonPart part) {
        Optional<String> tag = part.optional("tag");
        ObjectId commit = part.parsed("commit", ObjectId::of);
        return part.parsed("release", label -> new Release(version(label), commit, tag));
    }

    private static String version(String label) {
        if (!label.startsWith("v")) {
            throw new IllegalArgumentException("a label starts with v");
        }
        return label.substring(1);
    }

    private static BranchTip tip(JsonPart part) {
        return new BranchTip(part.text("branch"), part.parsed("commit", ObjectId::of));
    }

    private static PlannedEdit edit(JsonPart part) {
        Optional<FileState> before = part.optionalPart("before").map(PlanReader::state);
        Optional<FileState> after = part.optionalPart("after").map(PlanReader::state);
        return part.parsed("path", path -> new PlannedEdit(RepoPath.of(path), part.optional("source"), before, after));
    }

    private static FileState state(JsonPart part) {
        ObjectId id = part.parsed("id", ObjectId::of);
        return part.parsed("mode", mode -> new FileState(FileMode.ofOctal(mode), id));
    }

    private static CheckResult check(JsonPart part, List<JsonPart> findings) {
        CheckStatus status = part.parsed("status", name -> named(name, CheckStatus.values(), CheckStatus::key));
        String name = part.text("name");
        List<Finding> counted = new ArrayList<>();
        List<AcceptedFinding> accepted = new ArrayList<>();
        findings.stream()
                .filter(it -> it.text("check").equals(name))
                .forEach(it -> it.optional("accepted")
                        .ifPresentOrElse(
                                reason -> accepted.add(new AcceptedFinding(finding(it), reason)),
                                () -> counted.add(finding(it))));
        return new CheckResult(name, title(name), status, part.text("details"), counted, accepted);
    }

    private static String title(String name) {
        return Arrays.stream(Check.values())
                .filter(check -> check.key().equals(name))
                .findFirst()
                .map(Check::title)
                .orElse(name);
    }

    private static Finding finding(JsonPart part) {
        Finding.Level level = part.parsed("level", name -> named(name, Finding.Level.values(), Finding.Level::key));
        Location where = new Location(
                part.text("path"),
                part.optionalNumber("line").orElse(0),
                part.optionalNumber("column").orElse(0));
        return new Finding(level, part.text("code"), where, part.text("message"), part.text("remedy"));
    }

    private static <T> T named(String key, T[] values, java.util.function.Function<T, String> keyOf) {
        for (T value : values) {
            if (keyOf.apply(value).equals(key)) {
                return value;
            }
        }
        throw new IllegalArgumentException("unknown");
    }

    private static PullRequestText text(JsonPart part) {
        return new PullRequestText(
                part.text("title"),
                part.text("body"),
                part.texts("labels"),
                part.texts("reviewers"),
                part.flag("draft"),
                part.optional("auto_merge").map(said -> part.parsed("auto_merge", PlanReader::mergeMethod)));
    }

    private static MergeMethod mergeMethod(String key) {
        return named(key, MergeMethod.values(), method -> method.name().toLowerCase(Locale.ROOT));
    }
}
