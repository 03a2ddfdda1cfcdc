package io.agent33.sync.core.rule;

import io.agent33.sync.api.rule.Acceptance;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.MergeChoice;
import io.agent33.sync.api.rule.MergeMethod;
import io.agent33.sync.api.rule.OnDrift;
import io.agent33.sync.api.rule.OnExisting;
import io.agent33.sync.api.rule.PullRequestOptions;
import io.agent33.sync.api.rule.Severity;
import io.agent33.sync.api.rule.Strategy;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.rule.SyncRuleBuilder;
import io.agent33.sync.api.rule.TransformStep;
import io.agent33.sync.api.rule.Validation;
import io.agent33.sync.api.validate.Check;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Rules with which nothing is wrong, of every kind, with texts that are hard to write down. */
final class RandomRules {
    private static final List<String> GLOBS = List.of(
            "**", "core/**/*.md", "*.md", "[!a-z]?", "{a,b}/**", "a\\*", "\"'", "größe/**", "- x", "#", "~", "文/*");

    private static final List<String> FOLDERS = List.of(
            "", "docs/", "docs/agent33/x/", "größe/", "no/", "12/", "'/", "- -/", "#/", "文/", "~/", "{}/", "😀/");

    private static final List<String> PATHS = List.of("core/", "/docs", "./a b/é", "no", "1.10", "~", "a#b");
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "true",
            "no",
            "null",
            "~",
            "1.10",
            "\"quoted\"",
            "it's",
            "a: b",
            "# no comment",
            "- item",
            "*alias",
            "&anchor",
            "!tag",
            "| block",
            "two\nlines\n",
            "tab\tand\r\nreturn",
            "back\\slash",
            "\u0000\u0007\u001b[2J\u007f",
            "\u0085\u2028\u2029\ufeff\u200b\u202e\ufffe\uffff",
            "😀 \udb40\udc41 文 é e\u0301",
            "--- \n...\n",
            "%YAML",
            "${{ x }}");

    private final Random random;

    RandomRules(long seed) {
        this.random = new Random(seed);
    }

    SyncRule next() {
        SyncRuleBuilder rule = SyncRule.builder(pick(List.of("a", "a.b_c-d", "2024", "no", "sync-webapp")))
                .source(pick(GLOBS))
                .targetRepo(pick(List.of("org/webapp", "a/b", "1/2", "Org.x/_y")))
                .targetPath(pick(FOLDERS))
                .strategy(pick(List.of(Strategy.values())))
                .frequency(pick(List.of(Frequency.values())))
                .validation(validation())
                .description(pick(TEXTS))
                .branch(pick(List.of("", "main", "release/2.x", "no", "1.0")))
                .prereleases(random.nextBoolean())
                .onDrift(pick(List.of(OnDrift.values())))
                .onExisting(pick(List.of(OnExisting.values())))
                .delimiters(pick(List.of("{{ }}", "<% %>", "[ ]", "' \"", "# !")))
                .pullRequest(pullRequest());
        few(() -> pick(GLOBS)).forEach(rule::addInclude);
        few(() -> pick(GLOBS)).forEach(rule::addExclude);
        few(this::transform).forEach(rule::addTransform);
        few(() -> new MergeChoice(pick(GLOBS), pick(MergeFormat.STRATEGIES))).forEach(rule::addMerge);
        few(() -> pick(List.of("product", "_x1", "no", "Y"))).forEach(name -> rule.addVariable(name, pick(TEXTS)));
        few(() -> pick(List.of("CHANGELOG.md", "a b/c#.md"))).forEach(rule::changelog);
        few(() -> 1 + random.nextInt(1_000)).forEach(rule::maxAgeDays);
        return rule.build();
    }

    private Validation validation() {
        Validation validation = Validation.defaults();
        for (Check check : Check.values()) {
            Severity severity = pick(List.of(Severity.values()));
            if (check != Check.CHECKSUM || severity != Severity.WARN) {
                validation = validation.with(check, severity);
            }
        }
        return validation.allowing(few(() -> new Acceptance(
                        pick(List.of(Check.values())), "docs/x.md", "m" + pick(TEXTS), "r" + pick(TEXTS)))
                .toList());
    }

    private PullRequestOptions pullRequest() {
        return new PullRequestOptions(
                random.nextBoolean(),
                pick(List.of(MergeMethod.values())),
                few(() -> pick(List.of("bug", "no", "two words", "a: b", "größe")))
                        .toList(),
                few(() -> pick(List.of("octocat", "@me", "org/team", "12"))).toList(),
                random.nextBoolean());
    }

    private TransformStep transform() {
        return switch (random.nextInt(4)) {
            case 0 -> new TransformStep("strip_internal_links", Map.of());
            case 1 -> new TransformStep("stamp_version", Map.of());
            case 2 -> new TransformStep("rewrite_paths", Map.of("from", pick(PATHS), "to", pick(PATHS)));
            default -> new TransformStep("glossary", options(3));
        };
    }

    private Map<String, Object> options(int depth) {
        Map<String, Object> options = new HashMap<>();
        few(() -> pick(TEXTS)).forEach(key -> options.put(key.equals("<<") ? "x" : key, option(depth - 1)));
        return Map.copyOf(options);
    }

    private Object option(int depth) {
        return switch (random.nextInt(depth > 0 ? 4 : 2)) {
            case 0 -> pick(TEXTS);
            case 1 -> random.nextBoolean();
            case 2 -> few(() -> option(depth - 1)).toList();
            default -> options(depth);
        };
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private <T> Stream<T> few(Supplier<T> one) {
        return Stream.generate(one).limit(random.nextInt(4));
    }
}
