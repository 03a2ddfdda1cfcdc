package io.agent33.sync.it.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.SyncEngine;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.report.SyncReport;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every release of the real corpus, delivered by three rules to three downstreams and merged with plain git before the
 * next: what arrives is what git and a shell say, deletions included, and running again writes nothing.
 */
@Tag("corpus")
class CorpusReleasesTest {
    /** A rule and how {@code expected-tree.sh} is asked for the same. */
    private record Delivery(SyncRule rule, String folder, String suffix) {
        String target() {
            return rule.targetPath().substring(0, rule.targetPath().length() - 1);
        }
    }

    private static final List<Delivery> DELIVERIES = List.of(
            new Delivery(
                    rule("orchestrator", "core/orchestrator/**/*.md", "docs/agent33/orchestrator"),
                    "core/orchestrator",
                    "[.]md"),
            new Delivery(rule("prompts", "core/prompts/**", "prompts"), "core/prompts", ""),
            new Delivery(rule("mirror", "core/**", "vendor/agent33/core"), "core", ""));

    @TempDir
    private Path folder;

    private Path upstream;
    private final Map<String, BareDownstream> downstreams = new TreeMap<>();

    private static SyncRule rule(String id, String source, String targetPath) {
        return SyncRule.builder(id)
                // Upstream has private paths: SecretCheckTest shows that these would block.
                .validation(Validation.defaults().with(Check.SECRET_SCAN, Severity.WARN))
                .source(source)
                .targetRepo("org/" + id)
                .targetPath(targetPath)
                .frequency(Frequency.ON_RELEASE)
                .build();
    }

    @BeforeEach
    void repositories() {
        upstream = Corpus.clone(folder);
        DELIVERIES.forEach(delivery -> downstreams.put(
                delivery.rule().id(),
                BareDownstream.create(folder, delivery.rule().targetRepo().value())));
    }

    @Test
    void everyReleaseArrivesAsGitAndAShellSay() {
        for (String release : Corpus.RELEASES) {
            SyncReport report = run(release);
            assertThat(report.successful()).as("%s: %s", release, report).isTrue();
            report.results().forEach(this::merge);

            DELIVERIES.forEach(delivery -> assertDelivered(delivery, release));
            downstreams
                    .values()
                    .forEach(downstream -> Command.git(downstream.bare(), "fsck", "--strict", "--no-dangling"));
            assertNothingIsWrittenBy(release);
        }
    }

    private SyncReport run(String release) {
        try (SyncEngine engine = SyncEngine.builder()
                .upstream(GitUpstream.at(upstream.toString()).cache(folder.resolve("cache")))
                .downstreams(GitDownstreams.byTemplate(folder.resolve("bare") + "/{repo}.git")
                        .cache(folder.resolve("cache")))
                .rules(RuleSource.of(DELIVERIES.stream().map(Delivery::rule).toArray(SyncRule[]::new)))
                .publisher(FolderPublisher.to(folder.resolve("pull-requests")))
                .build()) {
            return engine.run(SyncTrigger.release(release));
        }
    }

    private void merge(RuleResult result) {
        if (result.outcome() instanceof RuleOutcome.Proposed proposed) {
            downstreams.get(result.ruleId()).merge(proposed.head().branch());
        }
    }

    private void assertDelivered(Delivery delivery, String release) {
        List<String> expected = Command.run(
                        folder,
                        List.of("sh", script(), upstream.toString(), release, delivery.folder(), delivery.suffix()))
                .lines()
                .sorted()
                .toList();
        assertThat(expected)
                .as("%s has files for %s", release, delivery.rule().id())
                .isNotEmpty();
        assertThat(downstreams.get(delivery.rule().id()).below(delivery.target()))
                .as("%s of %s", delivery.rule().id(), release)
                .isEqualTo(expected);
    }

    private void assertNothingIsWrittenBy(String release) {
        Map<String, List<String>> before = everything();
        SyncReport again = run(release);
        assertThat(again.results())
                .allSatisfy(result -> assertThat(result.outcome()).isEqualTo(new RuleOutcome.Current(release)));
        assertThat(everything()).isEqualTo(before);
    }

    private Map<String, List<String>> everything() {
        Map<String, List<String>> all = new TreeMap<>();
        downstreams.forEach((id, downstream) -> all.put(id, downstream.everything()));
        all.put("pull requests", BareDownstream.everythingBelow(folder.resolve("pull-requests")));
        return all;
    }

    private static String script() {
        return Path.of("src", "test", "resources", "expected-tree.sh")
                .toAbsolutePath()
                .toString();
    }
}
