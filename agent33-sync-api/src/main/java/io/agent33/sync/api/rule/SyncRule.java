package io.agent33.sync.api.rule;

import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.RepositoryId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.annotation.Nullable;

/**
 * What one downstream gets, and how: the specification's "Sync Rules Schema" and S3. A value; equal rules mean the same.
 * Made by {@link #builder}, by {@link #toBuilder} of another rule, or by a {@link RuleSource}. Globs and paths are checked
 * by the engine, which reports all that is wrong with a rule at once; only what no rule can be without is checked here.
 */
public final class SyncRule {
    /** The delimiters of a template whose rule names none. */
    public static final String DEFAULT_DELIMITERS = "{{ }}";

    private static final int MAX_ID = 100;
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]*");

    private final Parts parts;

    /** A class around a record: a key that comes with a later release changes no constructor that anyone calls. */
    record Parts(
            String id,
            String source,
            RepositoryId targetRepo,
            String targetPath,
            Strategy strategy,
            Frequency frequency,
            Filters filters,
            List<TransformStep> transforms,
            Validation validation,
            String description,
            Optional<String> branch,
            boolean prereleases,
            OnDrift onDrift,
            OnExisting onExisting,
            List<MergeChoice> merge,
            Map<String, String> variables,
            String delimiters,
            Optional<String> changelog,
            Optional<Integer> maxAgeDays,
            PullRequestOptions pullRequest) {
        Parts {
            Optional<String> problem = problemOfId(id);
            if (problem.isPresent()) {
                throw new IllegalArgumentException("rule id \"" + id + "\": " + problem.get());
            }
            targetPath = folder(targetPath);
            transforms = List.copyOf(transforms);
            merge = List.copyOf(merge);
            variables = Collections.unmodifiableMap(new TreeMap<>(variables));
        }

        private static String folder(String path) {
            boolean complete = path.isEmpty() || path.endsWith("/");
            return path.equals(".") ? "" : complete ? path : path + "/";
        }
    }

    SyncRule(Parts parts) {
        this.parts = parts;
    }

    /** Starts a rule with everything else at its default. */
    public static SyncRuleBuilder builder(String id) {
        return new SyncRuleBuilder(id);
    }

    /** Starts a rule that is like this one but for what is set next. */
    public SyncRuleBuilder toBuilder() {
        return new SyncRuleBuilder(this);
    }

    /** Why a text cannot be a rule's id; empty if it can. */
    public static Optional<String> problemOfId(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.of("lower-case letters, digits, '.', '_' and '-', starting with a letter or a digit");
        }
        if (id.length() > MAX_ID) {
            return Optional.of("at most " + MAX_ID + " characters");
        }
        boolean refSafe = !id.contains("..") && !id.endsWith(".") && !id.endsWith(".lock");
        return refSafe
                ? RepoPath.problemOf(id)
                : Optional.of("no \"..\", no \".\" or \".lock\" at the end (git references)");
    }

    /** {@code [a-z0-9][a-z0-9._-]*}, at most 100 characters, valid inside a git reference; unique among active rules. */
    public String id() {
        return parts.id();
    }

    /** A glob over the upstream's paths. */
    public String source() {
        return parts.source();
    }

    /** The downstream. */
    public RepositoryId targetRepo() {
        return parts.targetRepo();
    }

    /** The folder below which everything is delivered, with a slash at its end; empty for the root. */
    public String targetPath() {
        return parts.targetPath();
    }

    /** Default {@link Strategy#COPY}. */
    public Strategy strategy() {
        return parts.strategy();
    }

    /** Default {@link Frequency#MANUAL}. */
    public Frequency frequency() {
        return parts.frequency();
    }

    /** Default: every file that {@link #source} matches. */
    public Filters filters() {
        return parts.filters();
    }

    /** In the order in which they are applied; default none. Unmodifiable. */
    public List<TransformStep> transforms() {
        return parts.transforms();
    }

    /** Default {@link Validation#defaults}. */
    public Validation validation() {
        return parts.validation();
    }

    /** For people; default empty. */
    public String description() {
        return parts.description();
    }

    /** The downstream's base branch; empty, the default, for its default branch. */
    public Optional<String> branch() {
        return parts.branch();
    }

    /** Whether pre-releases are delivered (S10); default {@code false}. */
    public boolean prereleases() {
        return parts.prereleases();
    }

    /** Default {@link OnDrift#ADOPT}. */
    public OnDrift onDrift() {
        return parts.onDrift();
    }

    /** Default {@link OnExisting#REPLACE}. */
    public OnExisting onExisting() {
        return parts.onExisting();
    }

    /** The first whose paths match wins; default none, which means {@code lines}. Unmodifiable. */
    public List<MergeChoice> merge() {
        return parts.merge();
    }

    /** For templates, in the order of their names; default none. Unmodifiable. */
    public Map<String, String> variables() {
        return parts.variables();
    }

    /** For templates; default {@link #DEFAULT_DELIMITERS}. */
    public String delimiters() {
        return parts.delimiters();
    }

    /** The upstream's changelog; empty, the default, for the first of {@code core/CHANGELOG.md}, {@code CHANGELOG.md}. */
    public Optional<String> changelog() {
        return parts.changelog();
    }

    /** Days without a sync before the downstream counts as stale; empty, the default, for the frequency's own (S13). */
    public Optional<Integer> maxAgeDays() {
        return parts.maxAgeDays();
    }

    /** Default {@link PullRequestOptions#defaults}. */
    public PullRequestOptions pullRequest() {
        return parts.pullRequest();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SyncRule rule && parts.equals(rule.parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    /** Every part, for logs and failing tests. */
    @Override
    public String toString() {
        return "SyncRule" + parts.toString().substring("Parts".length());
    }
}
