package io.agent33.sync.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.rule.RuleContext;
import io.agent33.sync.api.rule.RuleSet;
import io.agent33.sync.testkit.memory.MemoryCommit;
import io.agent33.sync.testkit.memory.MemoryUpstream;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RulesInUpstreamTest {
    private static final String RULES = "core/orchestrator/distribution/rules/";

    private final MemoryUpstream upstream = MemoryUpstream.named("agent33/agent33");

    @Test
    void everyYamlFileBelowTheFolderIsReadButForArchivedOnes() {
        upstream.commit("rules")
                .file(RULES + "one.yaml", Samples.minimal("one"))
                .file(RULES + "two.yml", Samples.minimal("two"))
                .file(RULES + "team/deep/three.yaml", Samples.minimal("three"))
                .file(RULES + ".hidden.yaml", Samples.minimal("four"))
                .executable(RULES + "five.yaml", Samples.minimal("five"))
                .file(RULES + "archived/old.yaml", "not even YAML: [")
                .file(RULES + "team/archived/old.yaml", "not even YAML: [")
                .file(RULES + "README.md", "# Rules")
                .file(RULES + "rules.json", "{}")
                .file(RULES + "SHOUTED.YAML", "[")
                .file("core/orchestrator/distribution/rules.yaml", "[")
                .id();

        RuleSet rules = YamlRules.inUpstream().read(RuleContext.of(upstream));

        assertThat(rules.objections()).isEmpty();
        assertThat(Samples.ids(rules)).containsExactly("five", "four", "one", "three", "two");
        assertThat(rules.rules().get(3).where()).hasToString(RULES + "team/deep/three.yaml:1:17");
    }

    @Test
    void aFolderOnlyCalledLikeTheArchiveIsRead() {
        upstream.commit("rules")
                .file(RULES + "archived.yaml", Samples.minimal("a"))
                .file(RULES + "archived-not/b.yaml", Samples.minimal("b"))
                .id();

        assertThat(Samples.ids(YamlRules.inUpstream().read(RuleContext.of(upstream))))
                .containsExactly("a", "b");
    }

    @Test
    void theDefaultBranchCountsUnlessAnotherReferenceIsNamed() {
        MemoryCommit first = upstream.commit("first").file(RULES + "a.yaml", Samples.minimal("first"));
        ObjectId id = first.id();
        first.tag("v1.0.0");
        upstream.commit("second").delete(RULES + "a.yaml").file(RULES + "b.yaml", Samples.minimal("second"));

        assertThat(Samples.ids(YamlRules.inUpstream().read(RuleContext.of(upstream))))
                .containsExactly("second");
        assertThat(Samples.ids(YamlRules.inUpstream("v1.0.0").read(RuleContext.of(upstream))))
                .containsExactly("first");
        assertThat(Samples.ids(YamlRules.inUpstream(id.hex()).read(RuleContext.of(upstream))))
                .containsExactly("first");
        assertThat(Samples.ids(YamlRules.inUpstream("main").read(RuleContext.of(upstream))))
                .containsExactly("second");
    }

    @Test
    void aReferenceThatIsNotThereIsAMistakeOfTheCaller() {
        upstream.commit("first").file("a", "b").id();

        assertThatThrownBy(() -> YamlRules.inUpstream("v9").read(RuleContext.of(upstream)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("v9")
                .hasMessageContaining("[no-such-reference]");
    }

    @Test
    void anUpstreamWithoutTheFolderIsSaidAndIsNoFailure() {
        upstream.commit("first").file("README.md", "hello").id();

        RuleSet rules = YamlRules.inUpstream().read(RuleContext.of(upstream));

        assertThat(rules.rules()).isEmpty();
        assertThat(rules.objections()).singleElement().satisfies(objection -> {
            assertThat(objection.code()).isEqualTo("no-rules-folder");
            assertThat(objection.message()).contains("core/orchestrator/distribution/rules", "main", "agent33/agent33");
        });
    }

    @Test
    void whereEverythingIsArchivedThereIsNoRuleAndNoObjection() {
        upstream.commit("first").file(RULES + "archived/a.yaml", "x").id();

        assertThat(YamlRules.inUpstream().read(RuleContext.of(upstream)))
                .isEqualTo(new RuleSet(java.util.List.of(), java.util.List.of()));
    }

    @Test
    void linksAndSubmodulesAreNotFollowedAndSaid() {
        upstream.commit("rules")
                .file(RULES + "a.yaml", Samples.minimal("a"))
                .symlink(RULES + "b.yaml", "a.yaml")
                .symlink(RULES + "folder", "../elsewhere")
                .submodule(RULES + "c.yml", ObjectId.of("1".repeat(40)))
                .id();

        RuleSet rules = YamlRules.inUpstream().read(RuleContext.of(upstream));

        assertThat(Samples.ids(rules)).containsExactly("a");
        assertThat(rules.objections())
                .extracting(objection -> objection.where().orElseThrow().file())
                .containsExactly(RULES + "b.yaml", RULES + "c.yml");
        assertThat(Samples.codes(rules)).containsOnly("no-file");
    }

    @Test
    void duplicateIdsAcrossFilesNameEachOtherAndNeitherRuns() {
        upstream.commit("rules")
                .file(RULES + "a.yaml", Samples.minimal("same"))
                .file(RULES + "b.yaml", "# a comment first\n" + Samples.minimal("same"))
                .file(RULES + "c.yaml", Samples.minimal("other"))
                .id();

        RuleSet rules = YamlRules.inUpstream().read(RuleContext.of(upstream));

        assertThat(Samples.ids(rules)).containsExactly("other");
        assertThat(rules.objections())
                .extracting(Objection::message)
                .containsExactly(
                        duplicate(RULES + "a.yaml:1:17", RULES + "b.yaml:2:17"),
                        duplicate(RULES + "b.yaml:2:17", RULES + "a.yaml:1:17"));
    }

    @Test
    void objectionsComeByFileAndLineWhateverTheyAreAbout() {
        upstream.commit("rules")
                .file(
                        RULES + "b.yaml",
                        Samples.minimal("same") + "---\nsync_rule: {id: x}\n---\n" + Samples.minimal("same"))
                .file(RULES + "a.yaml", "[")
                .symlink(RULES + "aa.yaml", "x")
                .file(RULES + "c.yaml", new byte[] {(byte) 0xff})
                .file(RULES + "d.yaml", "# nothing\n")
                .id();

        RuleSet rules = YamlRules.inUpstream().read(RuleContext.of(upstream));

        assertThat(Samples.codes(rules))
                .containsExactly(
                        "yaml-syntax",
                        "no-file",
                        "duplicate-id",
                        "missing-key",
                        "missing-key",
                        "missing-key",
                        "duplicate-id",
                        "not-utf-8",
                        "no-rule");
    }

    @Test
    void theHostsTransformsAreKnownByTheirNames() {
        upstream.commit("rules")
                .file(
                        RULES + "a.yaml",
                        "sync_rule: {id: a, source: x, target_repo: o/r, target_path: p, transforms: [{glossary: true}]}")
                .id();
        YamlRules rules = YamlRules.inUpstream();

        assertThat(Samples.codes(rules.read(RuleContext.of(upstream)))).containsExactly("unknown-transform");
        assertThat(Samples.codes(rules.read(new RuleContext(upstream, Samples.host("glossary")))))
                .isEmpty();
        assertThat(Samples.codes(rules.read(new RuleContext(upstream, Samples.host("glossar")))))
                .containsExactly("unknown-transform");
    }

    @Test
    void aLargeFileIsRefusedAndOthersAreRead() {
        upstream.commit("rules")
                .file(
                        RULES + "a.yaml",
                        ("#" + "x".repeat(99) + "\n").repeat(11_000).getBytes(StandardCharsets.UTF_8))
                .file(RULES + "b.yaml", Samples.minimal("b"))
                .id();

        RuleSet rules = YamlRules.inUpstream().read(RuleContext.of(upstream));

        assertThat(Samples.codes(rules)).containsExactly("too-large");
        assertThat(Samples.ids(rules)).containsExactly("b");
    }

    @Test
    void moreFilesThanAnybodyWritesAreRefused() {
        MemoryCommit commit = upstream.commit("rules");
        IntStream.range(0, RuleFiles.MAX_FILES + 1).forEach(i -> commit.file(RULES + "f" + i + ".txt", "x"));
        commit.file(RULES + "a.yaml", Samples.minimal("a")).id();

        assertThat(Samples.codes(YamlRules.inUpstream().read(RuleContext.of(upstream))))
                .containsExactly("too-many-files");
    }

    @Test
    void anUnreachableUpstreamIsAFailureOfTheWorld() {
        upstream.commit("rules").file(RULES + "a.yaml", Samples.minimal("a")).id();
        upstream.fail(RepositoryException.Reason.UNREACHABLE);

        assertThatThrownBy(() -> YamlRules.inUpstream().read(RuleContext.of(upstream)))
                .isInstanceOf(RepositoryException.class);
    }

    private static String duplicate(String at, String other) {
        return at + ": sync_rule.id: expected an id that no other rule has, found \"same\", which is also at " + other
                + "; rename all but one [duplicate-id]";
    }
}
