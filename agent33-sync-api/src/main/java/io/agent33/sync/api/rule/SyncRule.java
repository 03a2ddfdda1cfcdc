package io.agent33.sync.api.rule;

import io.agent33.sync.api.repository.RepositoryId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What one downstream gets, and how: the specification's "Sync Rules Schema" and S3. A value; equal rules mean the same.
 * Made by {@link #builder} or by a {@link RuleSource}. Globs and paths are checked by the engine, which reports all that
 * is wrong with a rule at once; only what no rule can be without is checked here.
 *
 * @param id {@code [a-z0-9][a-z0-9._-]*}, at most 100 characters, valid inside a git reference, unique
 * @param source a glob over the upstream's paths
 * @param targetRepo the downstream
 * @param targetPath the folder below which everything is delivered; a missing slash at the end is added; empty or
 *     {@code .} for the root
 * @param strategy default {@link Strategy#COPY}
 * @param frequency default {@link Frequency#MANUAL}
 * @param filters default none
 * @param transforms in order; default none
 * @param validation default {@link Validation#defaults}
 * @param description for people; default empty
 * @param branch the downstream's base branch; empty for its default branch
 * @param prereleases whether pre-releases are delivered; default {@code false}
 * @param onDrift default {@link OnDrift#ADOPT}
 * @param onExisting default {@link OnExisting#REPLACE}
 * @param merge first match wins; default none, which means {@code lines}
 * @param variables for templates, in the order of their names; default none
 * @param delimiters for templates; default <code>{{ }}</code>
 * @param changelog the upstream's changelog; empty for the first of {@code core/CHANGELOG.md}, {@code CHANGELOG.md}
 * @param maxAgeDays days without a sync before the downstream counts as stale; empty for the frequency's default
 * @param pullRequest default {@link PullRequestOptions#defaults}
 */
public record SyncRule(
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
    /** The delimiters of a template whose rule names none. */
    public static final String DEFAULT_DELIMITERS = "{{ }}";

    private static final int MAX_ID = 100;
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]*");

    /** @throws IllegalArgumentException if {@link #problemOfId} finds one */
    public SyncRule {
        Optional<String> problem = problemOfId(id);
        if (problem.isPresent()) {
            throw new IllegalArgumentException("rule id \"" + id + "\": " + problem.get());
        }
        targetPath = folder(targetPath);
        transforms = List.copyOf(transforms);
        merge = List.copyOf(merge);
        variables = java.util.Collections.unmodifiableMap(new TreeMap<>(variables));
    }

    private static String folder(String path) {
        boolean complete = path.isEmpty() || path.endsWith("/");
        return path.equals(".") ? "" : complete ? path : path + "/";
    }

    /** Starts a rule with everything else at its default. */
    public static SyncRuleBuilder builder(String id) {
        return new SyncRuleBuilder(id);
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
        return refSafe ? Optional.empty() : Optional.of("no \"..\", no \".\" or \".lock\" at the end (git references)");
    }
}
