package io.agent33.sync.it.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.SyncEngine;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.api.rule.Severity;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.rule.Validation;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.api.validate.Check;
import io.agent33.sync.core.git.GitDownstreams;
import io.agent33.sync.core.git.GitUpstream;
import io.agent33.sync.core.publish.FolderPublisher;
import io.agent33.sync.it.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Overrides of real documents, carried through every release: after each, every document is upstream's text of that release
 * with the local lines in it, line for line.
 */
@Tag("corpus")
class CorpusOverridesTest {
    /** Each changed in at least one release. */
    private static final List<String> DOCUMENTS = List.of(
            "ORCHESTRATION_INDEX.md",
            "INDEX.md",
            "CHANGELOG.md",
            "README.md",
            "arch/verification-log.md",
            "arch/templates.md",
            "orchestrator/README.md",
            "orchestrator/analysis/ORCHESTRATION_META_ANALYSIS.md",
            "packs/policy-pack-v1/AGENTS.md",
            "workflows/README.md");

    private static final String DELETED = "agents/CLAUDE_DIFF_REPORT.md";
    private static final SyncRule RULE = SyncRule.builder("docs")
            // Upstream has private paths: SecretCheckTest shows that these would block.
            .validation(Validation.defaults().with(Check.SECRET_SCAN, Severity.WARN))
            .source("core/**/*.md")
            .targetRepo("org/webapp")
            .targetPath("docs/")
            .frequency(Frequency.ON_RELEASE)
            .build();

    @TempDir
    private Path folder;

    private Path upstream;
    private BareDownstream downstream;

    @BeforeEach
    void repositories() {
        upstream = Corpus.clone(folder);
        downstream = BareDownstream.create(folder, "org/webapp");
    }

    @Test
    void everyLineOfBothSidesArrivesReleaseAfterRelease() {
        Map<String, Map<String, String>> local = new TreeMap<>();
        DOCUMENTS.forEach(document -> local.put(document, new TreeMap<>()));
        sync("v2.0.0");
        for (String document : DOCUMENTS) {
            edit(local, document, 0, ".agent33-overrides/");
        }
        downstream.commit(".agent33-overrides/" + DELETED, theirs("v2.0.0", DELETED) + "Ours.\n");

        for (String release : Corpus.RELEASES.subList(1, Corpus.RELEASES.size())) {
            if (release.equals("v2.4.0")) {
                DOCUMENTS.forEach(document -> edit(local, document, 1, "docs/"));
            }
            List<String> notes = sync(release);

            for (String document : DOCUMENTS) {
                assertThat(downstream.text("docs/" + document).lines().toList())
                        .as("%s of %s", document, release)
                        .isEqualTo(with(theirs(release, document), local.get(document))
                                .lines()
                                .toList());
            }
            assertThat(notes).noneMatch(note -> note.startsWith("conflict") || note.startsWith("override-vs-target"));
            assertThat(notes.contains("deleted-upstream docs/" + DELETED)).isEqualTo(release.equals("v2.5.0"));
            assertThat(downstream.text("docs/" + DELETED)).endsWith("Ours.\n");
        }
    }

    /** A line that no release touches, nor its neighbours, becomes two others. */
    private void edit(Map<String, Map<String, String>> local, String document, int half, String place) {
        List<String> quiet = quietLines(document);
        assertThat(quiet).as("lines of %s that stay", document).hasSizeGreaterThan(1);
        String line = quiet.get(half * (quiet.size() - 1));
        local.get(document).put(line, "Ours instead of: " + line + "\nOurs, " + half + ".\n");
        downstream.commit(
                place + document,
                with(
                        downstream.text("docs/" + document),
                        Map.of(line, local.get(document).get(line))));
    }

    private static String with(String text, Map<String, String> local) {
        StringBuilder changed = new StringBuilder();
        text.lines().forEach(line -> changed.append(local.getOrDefault(line, line + "\n")));
        return changed.toString();
    }

    private List<String> quietLines(String document) {
        List<List<String>> versions = Corpus.RELEASES.stream()
                .map(release -> theirs(release, document).lines().toList())
                .toList();
        List<String> first = versions.get(0);
        List<String> quiet = new ArrayList<>();
        for (int i = 1; i + 1 < first.size(); i++) {
            List<String> three = first.subList(i - 1, i + 2);
            String line = first.get(i);
            boolean stays = !line.isBlank()
                    && versions.stream()
                            .allMatch(version -> Collections.frequency(version, line) == 1
                                    && Collections.indexOfSubList(version, three) >= 0);
            if (stays) {
                quiet.add(line);
            }
        }
        return quiet;
    }

    private String theirs(String release, String document) {
        return Command.git(upstream, "show", release + ":core/" + document);
    }

    /** What was noted; the pull request is merged. */
    private List<String> sync(String release) {
        try (SyncEngine engine = SyncEngine.builder()
                .upstream(GitUpstream.at(upstream.toString()).cache(folder.resolve("cache")))
                .downstreams(GitDownstreams.byTemplate(folder.resolve("bare") + "/{repo}.git")
                        .cache(folder.resolve("cache")))
                .rules(RuleSource.of(RULE))
                .publisher(FolderPublisher.to(folder.resolve("pull-requests")))
                .build()) {
            RuleResult result =
                    engine.run(SyncTrigger.release(release)).results().get(0);
            if (result.outcome() instanceof RuleOutcome.Proposed proposed) {
                downstream.merge(proposed.head().branch());
            }
            assertThat(result.outcome().needsAttention()).as("%s", result).isFalse();
            return result.notes().stream()
                    .map(note -> note.kind().key() + " " + note.path())
                    .toList();
        }
    }
}
