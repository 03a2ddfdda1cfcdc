package io.agent33.sync.core.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.SyncEngine;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.core.publish.FolderPublisher;
import io.agent33.sync.testkit.memory.MemoryGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The upstream is only ever read, whatever it is called (S1, S10); and what a cache remembers of it decides nothing (S2). */
class UpstreamItselfTest {
    @TempDir
    Path folder;

    private Path upstream;

    @BeforeEach
    void release() {
        MemoryGit canonical = new MemoryGit();
        canonical.commit("a").file("core/a.md", "1\n").tag("v1.0.0");
        canonical.commit("b").file("core/a.md", "2\n");
        GitFolder.make(folder, "agent33/agent33/repo.git", canonical.fixture());
        upstream = folder.resolve("agent33/agent33/repo.git");
    }

    private SyncReport run(String template, String repository, Frequency frequency, String cache) {
        GitCache kept = GitCache.at(folder.resolve(cache));
        try (SyncEngine engine = SyncEngine.builder()
                .upstream(GitUpstream.at(upstream.toString()).cache(kept))
                .downstreams(GitDownstreams.byTemplate(folder + template).cache(kept))
                .rules(RuleSource.of(SyncRule.builder("self")
                        .source("core/**")
                        .targetRepo(repository)
                        .targetPath("docs")
                        .frequency(frequency)
                        .build()))
                .publisher(FolderPublisher.to(folder.resolve("texts")))
                .build()) {
            return engine.run();
        }
    }

    private static RuleOutcome only(SyncReport report) {
        assertThat(report.results()).hasSize(1);
        return report.results().get(0).outcome();
    }

    private void assertRefused(SyncReport report) {
        assertThat(only(report)).isInstanceOf(RuleOutcome.Blocked.class);
        assertThat(only(report).toString()).contains("targets-upstream");
        assertThat(Plain.git(upstream, "for-each-ref", "--format=%(refname)"))
                .isEqualTo("refs/heads/main\nrefs/tags/v1.0.0");
    }

    @Test
    void theUpstreamUnderAnotherNameIsNoDownstream() {
        assertRefused(run("/{repo}/repo.git", "agent33/agent33", Frequency.ON_RELEASE, "cache"));
    }

    @Test
    void norIsItBehindALink() throws IOException {
        Files.createDirectories(folder.resolve("org"));
        Files.createSymbolicLink(folder.resolve("org/webapp.git"), upstream);

        assertRefused(run("/{repo}.git", "org/webapp", Frequency.ON_RELEASE, "cache"));
    }

    @Test
    void spellingsOfOnePlaceAreOnePlace() {
        assertThat(List.of(
                        "https://example.org/agent33/agent33.git",
                        "https://EXAMPLE.org/Agent33/agent33/",
                        "ssh://git@example.org/agent33/agent33",
                        "git@example.org:agent33/agent33.git"))
                .extracting(url -> Address.of(url).place())
                .containsOnly("example.org/agent33/agent33");
        assertThat(Address.of("https://example.org/agent33/other").place())
                .isNotEqualTo(Address.of("https://example.org/agent33/agent33").place());
        assertThat(Address.of(upstream + "/../repo.git").place())
                .isEqualTo(Address.of("file://" + upstream).place());
    }

    @Test
    void historyThatWasRewrittenDecidesNothingThoughTheCacheKeepsIt() {
        MemoryGit webapp = new MemoryGit();
        webapp.commit("init").file("README.md", "# webapp\n");
        GitFolder.make(folder, "org/webapp.git", webapp.fixture());
        assertThat(only(run("/{repo}.git", "org/webapp", Frequency.ON_CHANGE, "warm")))
                .isInstanceOf(RuleOutcome.Proposed.class);
        Path downstream = folder.resolve("org/webapp.git");
        String branch = Plain.git(downstream, "for-each-ref", "--format=%(refname)", "refs/heads/agent33-sync");
        Plain.git(downstream, "update-ref", "refs/heads/main", branch);
        String first = rewritten("v1.0.0");
        Plain.git(upstream, "update-ref", "refs/heads/main", rewritten(first));

        RuleOutcome warm = only(run("/{repo}.git", "org/webapp", Frequency.ON_CHANGE, "warm"));
        RuleOutcome fresh = only(run("/{repo}.git", "org/webapp", Frequency.ON_CHANGE, "fresh"));

        assertThat(warm).isInstanceOf(RuleOutcome.Current.class).isEqualTo(fresh);
    }

    /** A commit with the same files that leads to the old one no more. */
    private String rewritten(String parent) {
        return Plain.git(
                upstream,
                "-c",
                "user.name=x",
                "-c",
                "user.email=x@y",
                "commit-tree",
                "-p",
                parent,
                "-m",
                "rewritten",
                "main^{tree}");
    }
}
