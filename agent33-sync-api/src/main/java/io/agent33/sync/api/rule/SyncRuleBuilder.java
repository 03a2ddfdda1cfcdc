package io.agent33.sync.api.rule;

import io.agent33.sync.api.repository.RepositoryId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.annotation.Nullable;

/**
 * Builds a {@link SyncRule} in Java. Bare names set, {@code add…} accumulates; the defaults are those that
 * {@link SyncRule} tells. Not thread-safe.
 */
public final class SyncRuleBuilder {
    private String id;
    private @Nullable String source;
    private @Nullable RepositoryId targetRepo;
    private @Nullable String targetPath;
    private Strategy strategy = Strategy.COPY;
    private Frequency frequency = Frequency.MANUAL;
    private final List<String> include = new ArrayList<>();
    private final List<String> exclude = new ArrayList<>();
    private final List<TransformStep> transforms = new ArrayList<>();
    private Validation validation = Validation.defaults();
    private String description = "";
    private Optional<String> branch = Optional.empty();
    private boolean prereleases;
    private OnDrift onDrift = OnDrift.ADOPT;
    private OnExisting onExisting = OnExisting.REPLACE;
    private final List<MergeChoice> merge = new ArrayList<>();
    private final Map<String, String> variables = new TreeMap<>();
    private String delimiters = SyncRule.DEFAULT_DELIMITERS;
    private Optional<String> changelog = Optional.empty();
    private Optional<Integer> maxAgeDays = Optional.empty();
    private PullRequestOptions pullRequest = PullRequestOptions.defaults();

    SyncRuleBuilder(String id) {
        this.id = id;
    }

    SyncRuleBuilder(SyncRule rule) {
        this.id = rule.id();
        this.source = rule.source();
        this.targetRepo = rule.targetRepo();
        this.targetPath = rule.targetPath();
        this.strategy = rule.strategy();
        this.frequency = rule.frequency();
        include.addAll(rule.filters().include());
        exclude.addAll(rule.filters().exclude());
        transforms.addAll(rule.transforms());
        this.validation = rule.validation();
        this.description = rule.description();
        this.branch = rule.branch();
        this.prereleases = rule.prereleases();
        this.onDrift = rule.onDrift();
        this.onExisting = rule.onExisting();
        merge.addAll(rule.merge());
        variables.putAll(rule.variables());
        this.delimiters = rule.delimiters();
        this.changelog = rule.changelog();
        this.maxAgeDays = rule.maxAgeDays();
        this.pullRequest = rule.pullRequest();
    }

    /** Replaces the id, for a rule that is made after another's model. */
    public SyncRuleBuilder id(String value) {
        this.id = value;
        return this;
    }

    /** Required: a glob over the upstream's paths. */
    public SyncRuleBuilder source(String glob) {
        this.source = glob;
        return this;
    }

    /** Required: {@code owner/name}. @throws IllegalArgumentException if it is not of that form */
    public SyncRuleBuilder targetRepo(String repository) {
        this.targetRepo = RepositoryId.of(repository);
        return this;
    }

    /** Required: the folder that receives the files. A missing slash at the end is added; empty or {@code .} is the root. */
    public SyncRuleBuilder targetPath(String folder) {
        this.targetPath = folder;
        return this;
    }

    public SyncRuleBuilder strategy(Strategy value) {
        this.strategy = value;
        return this;
    }

    public SyncRuleBuilder frequency(Frequency value) {
        this.frequency = value;
        return this;
    }

    /** Adds a glob to {@code filters.include}. */
    public SyncRuleBuilder addInclude(String glob) {
        include.add(glob);
        return this;
    }

    /** Adds a glob to {@code filters.exclude}. */
    public SyncRuleBuilder addExclude(String glob) {
        exclude.add(glob);
        return this;
    }

    /** Adds a transform after those that are there. */
    public SyncRuleBuilder addTransform(TransformStep step) {
        transforms.add(step);
        return this;
    }

    public SyncRuleBuilder validation(Validation value) {
        this.validation = value;
        return this;
    }

    public SyncRuleBuilder description(String text) {
        this.description = text;
        return this;
    }

    /** The downstream's base branch; empty for its default branch. */
    public SyncRuleBuilder branch(String name) {
        this.branch = name.isEmpty() ? Optional.empty() : Optional.of(name);
        return this;
    }

    public SyncRuleBuilder prereleases(boolean value) {
        this.prereleases = value;
        return this;
    }

    public SyncRuleBuilder onDrift(OnDrift value) {
        this.onDrift = value;
        return this;
    }

    public SyncRuleBuilder onExisting(OnExisting value) {
        this.onExisting = value;
        return this;
    }

    /** Adds a merge choice after those that are there. */
    public SyncRuleBuilder addMerge(MergeChoice choice) {
        merge.add(choice);
        return this;
    }

    /** Sets one variable of the template strategy. */
    public SyncRuleBuilder addVariable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    public SyncRuleBuilder delimiters(String value) {
        this.delimiters = value;
        return this;
    }

    public SyncRuleBuilder changelog(String path) {
        this.changelog = Optional.of(path);
        return this;
    }

    /** @throws IllegalArgumentException unless positive */
    public SyncRuleBuilder maxAgeDays(int days) {
        if (days < 1) {
            throw new IllegalArgumentException("max_age_days is a positive number of days, not " + days);
        }
        this.maxAgeDays = Optional.of(days);
        return this;
    }

    public SyncRuleBuilder pullRequest(PullRequestOptions value) {
        this.pullRequest = value;
        return this;
    }

    /** The rule. @throws IllegalArgumentException if the id is no rule's id, or something required is missing */
    public SyncRule build() {
        return new SyncRule(new SyncRule.Parts(
                id,
                required(source, "source"),
                required(targetRepo, "target_repo"),
                required(targetPath, "target_path"),
                strategy,
                frequency,
                new Filters(include, exclude),
                transforms,
                validation,
                description,
                branch,
                prereleases,
                onDrift,
                onExisting,
                merge,
                variables,
                delimiters,
                changelog,
                maxAgeDays,
                pullRequest));
    }

    private <T> T required(@Nullable T value, String key) {
        if (value == null) {
            throw new IllegalArgumentException("rule \"" + id + "\" needs " + key);
        }
        return value;
    }
}
