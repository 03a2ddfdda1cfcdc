package io.agent33.sync.core.rule;

import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.OnDrift;
import io.agent33.sync.api.rule.OnExisting;
import io.agent33.sync.api.rule.Strategy;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.rule.SyncRuleBuilder;
import io.agent33.sync.core.yaml.YamlMapping;
import java.util.List;
import java.util.Optional;

/**
 * Every key of a rule (S3). A value that cannot be read leaves an objection and what the builder held before: a
 * harmless stand-in, so that the rest can still be checked. Whether globs and paths are good ones is for
 * {@link RuleValidation} to say.
 */
final class RuleFormat {
    static final String ROOT_KEY = "sync_rule";

    private static final String GLOB = "a glob";
    static final String ROOT_FOLDER = ".";

    private static final Shape<SyncRuleBuilder> FILTERS = new Shape<SyncRuleBuilder>()
            .optional("include", "globs", (rule, field) -> globs(field).forEach(rule::addInclude))
            .optional("exclude", "globs", (rule, field) -> globs(field).forEach(rule::addExclude));

    static final Shape<SyncRuleBuilder> RULE = new Shape<SyncRuleBuilder>()
            .required("id", "a rule's id", (rule, field) -> id(field))
            .required("source", GLOB, (rule, field) -> field.text().ifPresent(rule::source))
            .required("target_repo", "owner/name", RuleFormat::targetRepo)
            .required("target_path", "a folder of the downstream", RuleFormat::targetPath)
            .optional(
                    "strategy", "", (rule, field) -> field.oneOf(Strategy.class).ifPresent(rule::strategy))
            .optional(
                    "frequency",
                    "",
                    (rule, field) -> field.oneOf(Frequency.class).ifPresent(rule::frequency))
            .optional("filters", "include and exclude", FILTERS::read)
            .optional("transforms", "transforms", TransformFormat::read)
            .optional("validation", "checks and their severities", ValidationFormat::read)
            .optional("description", "text", (rule, field) -> field.text().ifPresent(rule::description))
            .optional(
                    "branch",
                    "a branch of the downstream",
                    (rule, field) -> field.text().ifPresent(rule::branch))
            .optional(
                    "prereleases",
                    "true or false",
                    (rule, field) -> field.flag().ifPresent(rule::prereleases))
            .optional(
                    "on_drift", "", (rule, field) -> field.oneOf(OnDrift.class).ifPresent(rule::onDrift))
            .optional(
                    "on_existing",
                    "",
                    (rule, field) -> field.oneOf(OnExisting.class).ifPresent(rule::onExisting))
            .optional("merge", "mappings with paths and strategy", MergeFormat::read)
            .optional("variables", "names and texts", RuleFormat::variables)
            .optional(
                    "delimiters",
                    "two delimiters with a space between",
                    (rule, field) -> field.text().ifPresent(rule::delimiters))
            .optional(
                    "changelog",
                    "a path of the upstream",
                    (rule, field) -> field.text().ifPresent(rule::changelog))
            .optional(
                    "max_age_days",
                    "a whole number of days from 1",
                    (rule, field) -> field.positiveNumber().ifPresent(rule::maxAgeDays))
            .optional("pull_request", "options of the pull request", PullRequestFormat::read);

    private RuleFormat() {}

    /** A rule of stand-ins under the id that a mapping has, if it has a good one. */
    static SyncRuleBuilder standIn(Optional<YamlMapping> mapping) {
        return SyncRule.builder(mapping.flatMap(RuleFormat::goodId).orElse("stand-in"))
                .source("**")
                .targetRepo("stand/in")
                .targetPath("stand-in/");
    }

    /** The id, if it is one. */
    static Optional<String> goodId(YamlMapping rule) {
        return rule.entry("id")
                .flatMap(entry -> Field.textOf(entry.value()))
                .filter(id -> SyncRule.problemOfId(id).isEmpty());
    }

    private static void id(Field field) {
        field.text()
                .flatMap(SyncRule::problemOfId)
                .ifPresent(problem -> field.refused(Codes.BAD_ID, "a rule's id: " + problem, field.shown(), ""));
    }

    private static void targetRepo(SyncRuleBuilder rule, Field field) {
        field.text().ifPresent(name -> {
            try {
                rule.targetRepo(RepositoryId.of(name).value());
            } catch (IllegalArgumentException e) {
                field.refused(
                        Codes.BAD_VALUE,
                        "owner/name, each of letters, digits, '.', '_' and '-'",
                        field.shown(),
                        "write the name alone, without the forge's address");
            }
        });
    }

    private static void targetPath(SyncRuleBuilder rule, Field field) {
        field.text().ifPresent(folder -> {
            if (folder.isEmpty()) {
                field.refused(
                        Codes.UNSAFE_PATH,
                        "a folder of the downstream",
                        field.shown(),
                        "write \".\" if the root is meant");
            } else {
                rule.targetPath(folder.equals("./") ? ROOT_FOLDER : folder);
            }
        });
    }

    private static List<String> globs(Field field) {
        return field.items(GLOB).stream().map(item -> item.text().orElse("**")).toList();
    }

    private static void variables(SyncRuleBuilder rule, Field field) {
        field.mapping()
                .ifPresent(mapping -> mapping.entries()
                        .forEach(entry -> field.of(entry, "text")
                                .text()
                                .ifPresent(text -> rule.addVariable(entry.key().text(), text))));
    }
}
