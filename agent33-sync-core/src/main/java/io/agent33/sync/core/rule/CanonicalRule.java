package io.agent33.sync.core.rule;

import io.agent33.sync.api.rule.Acceptance;
import io.agent33.sync.api.rule.MergeChoice;
import io.agent33.sync.api.rule.PullRequestOptions;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.rule.TransformStep;
import io.agent33.sync.api.rule.Validation;
import io.agent33.sync.api.validate.Check;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A rule as text that depends on nothing but the rule: every key that has a value, in a fixed order, one line each,
 * whatever its file looked like. It is YAML whose values are JSON. Two rules have the same text exactly if they are equal
 * (but for the description, where it is left out).
 */
public final class CanonicalRule {
    private static final String DESCRIPTION = "description";

    private CanonicalRule() {}

    /** The text whose digest a manifest holds (S9); without the description, which changes nothing. */
    public static String of(SyncRule rule) {
        Map<String, Object> keys = keys(rule);
        keys.remove(DESCRIPTION);
        return text(keys);
    }

    /** A document that {@link YamlRules} reads back to an equal rule. */
    public static String yaml(SyncRule rule) {
        return text(keys(rule));
    }

    private static String text(Map<String, Object> keys) {
        StringBuilder text = new StringBuilder(RuleFormat.ROOT_KEY).append(":\n");
        keys.forEach((key, value) -> text.append("  ")
                .append(key)
                .append(": ")
                .append(Json.of(value))
                .append('\n'));
        return text.toString();
    }

    private static Map<String, Object> keys(SyncRule rule) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("id", rule.id());
        keys.put("source", rule.source());
        keys.put("target_repo", rule.targetRepo().value());
        keys.put("target_path", rule.targetPath().isEmpty() ? RuleFormat.ROOT_FOLDER : rule.targetPath());
        keys.put("strategy", Names.of(rule.strategy()));
        keys.put("frequency", Names.of(rule.frequency()));
        keys.put(
                "filters",
                ordered(
                        "include", rule.filters().include(),
                        "exclude", rule.filters().exclude()));
        keys.put(
                "transforms",
                rule.transforms().stream().map(CanonicalRule::transform).toList());
        keys.put("validation", validation(rule.validation()));
        keys.put(DESCRIPTION, rule.description());
        keys.put("branch", rule.branch().orElse(""));
        keys.put("prereleases", rule.prereleases());
        keys.put("on_drift", Names.of(rule.onDrift()));
        keys.put("on_existing", Names.of(rule.onExisting()));
        keys.put("merge", rule.merge().stream().map(CanonicalRule::merge).toList());
        keys.put("variables", rule.variables());
        keys.put("delimiters", rule.delimiters());
        rule.changelog().ifPresent(path -> keys.put("changelog", path));
        rule.maxAgeDays().ifPresent(days -> keys.put("max_age_days", days));
        keys.put("pull_request", pullRequest(rule.pullRequest()));
        return keys;
    }

    private static Map<String, Object> transform(TransformStep step) {
        return ordered(step.name(), step.options().isEmpty() ? true : Json.sorted(step.options()));
    }

    private static Map<String, Object> validation(Validation validation) {
        Map<String, Object> keys = new LinkedHashMap<>();
        for (Check check : Check.values()) {
            keys.put(check.key(), Names.of(validation.severity(check)));
        }
        keys.put(
                "allow",
                validation.allow().stream().map(CanonicalRule::acceptance).toList());
        return keys;
    }

    private static Map<String, Object> acceptance(Acceptance accepted) {
        return ordered(
                "check", accepted.check().key(),
                "path", accepted.path(),
                "match", accepted.match(),
                "reason", accepted.reason());
    }

    private static Map<String, Object> merge(MergeChoice choice) {
        return ordered("paths", choice.paths(), "strategy", choice.strategy());
    }

    private static Map<String, Object> pullRequest(PullRequestOptions options) {
        return ordered(
                "auto_merge", options.autoMerge(),
                "merge_method", Names.of(options.mergeMethod()),
                "labels", options.labels(),
                "reviewers", options.reviewers(),
                "draft", options.draft());
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
