package io.agent33.sync.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.rule.Acceptance;
import io.agent33.sync.api.rule.HostPlugins;
import io.agent33.sync.api.rule.MergeChoice;
import io.agent33.sync.api.rule.MergeMethod;
import io.agent33.sync.api.rule.PullRequestOptions;
import io.agent33.sync.api.rule.RuleSet;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.rule.SyncRuleBuilder;
import io.agent33.sync.api.rule.TransformStep;
import io.agent33.sync.api.rule.Validation;
import io.agent33.sync.api.validate.Check;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that were built in Java are held to the same law as those in files. */
class RuleValidationTest {
    private static final Location WHERE = Location.of("(built in Java)");

    @Test
    void nothingIsWrongWithAGoodRule() {
        SyncRule rule = minimal()
                .addInclude("core/**")
                .addTransform(new TransformStep("rewrite_paths", Map.of("from", "core/", "to", "")))
                .addTransform(new TransformStep("glossary", Map.of("words", List.of("a", true, Map.of("b", "c")))))
                .build();

        assertThat(RuleValidation.check(rule, WHERE, Samples.host("glossary"))).isEmpty();
    }

    @Test
    void rulesOfEveryKindAreFound() {
        RandomRules rules = new RandomRules(8);

        for (int i = 0; i < 500; i++) {
            assertThat(RuleValidation.check(rules.next(), WHERE, Samples.HOST))
                    .as("seed 8, rule %d", i)
                    .isEmpty();
        }
    }

    @Test
    void allThatIsWrongIsToldAtOnceWithTheKeyAndThePlace() {
        SyncRule rule = SyncRule.builder("a")
                .source("[")
                .targetRepo("o/r")
                .targetPath("../x")
                .addInclude("ok")
                .addInclude("{")
                .addExclude("")
                .branch("a b")
                .changelog("/CHANGELOG.md")
                .delimiters("{{}}")
                .addVariable("a-b", "x")
                .addMerge(new MergeChoice("[", "lines"))
                .addMerge(new MergeChoice("**", "line"))
                .addTransform(new TransformStep("rewrite_path", Map.of()))
                .addTransform(new TransformStep("rewrite_paths", Map.of("from", " ", "too", "x")))
                .addTransform(new TransformStep("rewrite_paths", Map.of("from", "a", "to", true)))
                .addTransform(new TransformStep("stamp_version", Map.of("b", "x", "a", "x")))
                .validation(
                        Validation.defaults().allowing(List.of(new Acceptance(Check.SECRET_SCAN, "a/../b", "", ""))))
                .pullRequest(new PullRequestOptions(
                        false, MergeMethod.MERGE, List.of("x".repeat(51)), List.of("a b"), false))
                .build();

        List<Objection> objections = RuleValidation.check(rule, WHERE, HostPlugins.none());

        assertThat(objections)
                .extracting(objection -> objection.code() + " " + objection.subject())
                .containsExactly(
                        "bad-glob sync_rule.source",
                        "bad-glob sync_rule.filters.include[1]",
                        "bad-glob sync_rule.filters.exclude[0]",
                        "unsafe-path sync_rule.changelog",
                        "unsafe-path sync_rule.target_path",
                        "bad-value sync_rule.branch",
                        "unknown-transform sync_rule.transforms[0].rewrite_path",
                        "unknown-key sync_rule.transforms[1].rewrite_paths.too",
                        "bad-value sync_rule.transforms[1].rewrite_paths.from",
                        "missing-key sync_rule.transforms[1].rewrite_paths.to",
                        "wrong-type sync_rule.transforms[2].rewrite_paths.to",
                        "unknown-key sync_rule.transforms[3].stamp_version.a",
                        "unknown-key sync_rule.transforms[3].stamp_version.b",
                        "bad-value sync_rule.delimiters",
                        "bad-value sync_rule.variables.a-b",
                        "bad-glob sync_rule.merge[0].paths",
                        "unknown-value sync_rule.merge[1].strategy",
                        "unsafe-path sync_rule.validation.allow[0].path",
                        "bad-value sync_rule.validation.allow[0].match",
                        "bad-value sync_rule.validation.allow[0].reason",
                        "bad-value sync_rule.pull_request.labels[0]",
                        "bad-value sync_rule.pull_request.reviewers[0]");
        assertThat(objections)
                .allSatisfy(objection -> assertThat(objection.where()).contains(WHERE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../core/", "core/../docs", "core/..", "..", "core//x", "core/**", "a\u0000b", "core\\x", "/../x"
            })
    void aPathToRewriteStaysInsideTheRepository(String path) {
        SyncRule rule = minimal()
                .addTransform(new TransformStep("rewrite_paths", Map.of("from", path, "to", path)))
                .build();

        assertThat(RuleValidation.check(rule, WHERE, HostPlugins.none()))
                .extracting(
                        Objection::code,
                        Objection::subject,
                        objection -> objection.remedy().isBlank())
                .containsExactly(
                        tuple("unsafe-path", "sync_rule.transforms[0].rewrite_paths.from", false),
                        tuple("unsafe-path", "sync_rule.transforms[0].rewrite_paths.to", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "core/", "/core/", "./core", "/", "./", ".", "a b/ü", "core/x.md"})
    void aPathToRewriteMayBeOfTheRootOfAFolderOrOfAFile(String path) {
        SyncRule rule = minimal()
                .addTransform(new TransformStep("rewrite_paths", Map.of("from", path, "to", path)))
                .build();

        assertThat(RuleValidation.check(rule, WHERE, HostPlugins.none())).isEmpty();
    }

    @Test
    void aTransformOfTheHostTakesTextsTruthValuesListsAndMappingsOnly() {
        SyncRule rule = minimal()
                .addTransform(new TransformStep("glossary", Map.of("limit", 10)))
                .addTransform(new TransformStep("glossary", Map.of("deep", List.of("x", Map.of("y", 1.5)))))
                .build();

        assertThat(RuleValidation.check(rule, WHERE, Samples.host("glossary")))
                .extracting(Objection::message)
                .containsExactly(
                        "(built in Java): sync_rule.transforms[0].glossary.limit: expected text, true or false, a list "
                                + "or a mapping, found Integer [wrong-type]",
                        "(built in Java): sync_rule.transforms[1].glossary.deep[1].y: expected text, true or false, a "
                                + "list or a mapping, found Double [wrong-type]");
    }

    @Test
    void theRootIsATargetPath() {
        assertThat(RuleValidation.check(minimal().targetPath(".").build(), WHERE, HostPlugins.none()))
                .isEmpty();
        assertThat(RuleValidation.check(minimal().targetPath("/").build(), WHERE, HostPlugins.none()))
                .extracting(Objection::found)
                .containsExactly("\"/\": it is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"main", "release/2.x", "a-b_c", "größe", "1.0", "a/b/c", "@a", "lock", "a.b"})
    void branchesThatGitAllowsAreAllowed(String branch) {
        assertThat(BranchName.problemOf(branch)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                "a..b",
                "-a",
                "a~1",
                "a^",
                "a:b",
                "a?",
                "a*",
                "a[",
                "a\\b",
                "/a",
                "a/",
                "a//b",
                ".a",
                "a/.b",
                "a.",
                "a.lock",
                "a.lock/b",
                "@",
                "a@{b",
                "\t",
                "a\u007f",
                "refs/heads/main"
            })
    void branchesThatGitRefusesAreRefused(String branch) {
        assertThat(BranchName.problemOf(branch)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{ }}", "<% %>", "[ ]", "${ }$", "| !", "' \""})
    void twoShortSignsAreDelimiters(String delimiters) {
        assertThat(Delimiters.problemOf(delimiters)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "{{", "{{}}", "{{  }}", " {{ }}", "{{ }} ", "{{{ }}}", "a b", "{{ {{", "= =", "{= =}",
                "{{\t}}", "é è"
            })
    void anythingElseIsNot(String delimiters) {
        assertThat(Delimiters.problemOf(delimiters)).isPresent();
    }

    @Test
    void rulesThatShareAnIdAreAllNamed() {
        RuleSet rules = RuleSource.of(
                        minimal().build(),
                        SyncRule.builder("b")
                                .source("**")
                                .targetRepo("o/r")
                                .targetPath("d")
                                .build(),
                        minimal().build())
                .read(null);

        assertThat(RuleValidation.duplicates(rules.rules()))
                .extracting(Objection::message)
                .containsOnly(
                        "(built in Java: a): sync_rule.id: expected an id that no other rule has, found \"a\", which "
                                + "is also at (built in Java: a); rename all but one [duplicate-id]")
                .hasSize(2);
    }

    @Test
    void manyDuplicatesAreNotAllListedInEach() {
        List<RuleSet.Entry> entries = java.util.stream.IntStream.range(0, 50)
                .mapToObj(i -> new RuleSet.Entry(minimal().build(), new Location("f.yaml", i + 1, 1)))
                .toList();

        assertThat(RuleValidation.duplicates(entries))
                .hasSize(50)
                .last()
                .extracting(Objection::found)
                .isEqualTo("\"a\", which is also at f.yaml:1:1, f.yaml:2:1, f.yaml:3:1, f.yaml:4:1, f.yaml:5:1");
    }

    private static SyncRuleBuilder minimal() {
        return SyncRule.builder("a").source("**").targetRepo("o/r").targetPath("d");
    }
}
