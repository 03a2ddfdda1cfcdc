package io.agent33.sync.cli.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.repository.RepositoryId;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTest {
    @TempDir
    Path folder;

    private Sample sample;

    @BeforeEach
    void create() {
        sample = new Sample(folder);
        sample.create();
    }

    @Test
    void gitFindsNothingWrongWithTheRepositories() {
        for (Path repository : List.of(sample.upstream(), sample.downstream(Sample.WEBAPP))) {
            assertThat(Git.in(repository, "fsck", "--strict", "--no-dangling")).isBlank();
        }
    }

    @Test
    void theUpstreamHasTwoReleases() {
        assertThat(Git.in(sample.upstream(), "log", "--format=%s %cI")).isEqualTo("""
                Release v1.1.0 2026-01-28T09:00:00+00:00
                Release v1.0.0 2026-01-15T09:00:00+00:00
                """);
        assertThat(Git.in(sample.upstream(), "tag")).isEqualTo("v1.0.0\nv1.1.0\n");
        assertThat(Git.in(sample.upstream(), "symbolic-ref", "HEAD")).isEqualTo("refs/heads/main\n");
    }

    @Test
    void theSecondReleaseAddsChangesAndRemoves() {
        assertThat(Git.in(sample.upstream(), "diff", "--name-status", "--no-renames", "v1.0.0", "v1.1.0", "--", "core"))
                .isEqualTo("""
                        A\tcore/agents/auditor.md
                        D\tcore/orchestrator/ESCALATION.md
                        M\tcore/orchestrator/ORCHESTRATOR.md
                        A\tcore/orchestrator/handoff/CHECKLIST.md
                        A\tcore/prompts/retrospective.md
                        M\tcore/prompts/review.md
                        M\tcore/schemas/handoff.schema.json
                        """);
    }

    @Test
    void aScriptIsExecutable() {
        assertThat(Git.in(sample.upstream(), "ls-tree", "v1.1.0", "core/orchestrator/scripts/check-handoff.sh"))
                .startsWith("100755 blob");
    }

    @Test
    void theSampleIsTheSameEverywhere(@TempDir Path elsewhere) {
        var again = new Sample(elsewhere);
        again.create();

        assertThat(Git.in(again.upstream(), "rev-parse", "main"))
                .isEqualTo(Git.in(sample.upstream(), "rev-parse", "main"));
        assertThat(Git.in(again.downstream(RepositoryId.of("org/docs-site")), "rev-parse", "main"))
                .isEqualTo(Git.in(sample.downstream(RepositoryId.of("org/docs-site")), "rev-parse", "main"));
    }

    @Test
    void everyResourceIsPartOfARelease() throws IOException, URISyntaxException {
        URI resources = Sample.class.getResource("releases.txt").toURI();
        Path beside = Path.of(resources).getParent();
        var there = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(beside)) {
            files.filter(Files::isRegularFile)
                    .map(file -> beside.relativize(file).toString())
                    .filter(name -> name.startsWith("v"))
                    .forEach(there::add);
        }
        var used = new TreeSet<String>();
        SampleRelease.withRehearsal()
                .forEach(release -> release.files().values().forEach(file -> used.add(file.resource())));

        assertThat(used).isEqualTo(there);
    }
}
