package io.agent33.sync.core.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.SyncEngine;
import io.agent33.sync.SyncEngineBuilder;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.rule.TransformStep;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.core.publish.FolderPublisher;
import io.agent33.sync.core.tree.BlobIds;
import io.agent33.sync.testkit.memory.MemoryGit;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checksum (S7) on real repositories: objects that are damaged on disk, and a branch that is moved by a hook. */
class GitChecksumTest {
    private static final byte[] STAMPED = "<!-- agent33-sync: v1.0.0 -->\n# A\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private GitFolder downstream;

    @BeforeEach
    void twoRepositories() {
        MemoryGit upstream = new MemoryGit();
        upstream.commit("1").file("core/a.md", "# A\n").tag("v1.0.0");
        GitFolder.make(folder, "agent33.git", upstream.fixture());
        MemoryGit app = new MemoryGit();
        app.commit("init").file("README.md", "# app\n");
        downstream = GitFolder.make(folder, "org/app.git", app.fixture());
    }

    private SyncEngine engine() {
        SyncRule rule = SyncRule.builder("docs")
                .source("core/**")
                .targetRepo("org/app")
                .targetPath("docs/")
                .frequency(Frequency.ON_RELEASE)
                .addTransform(new TransformStep("stamp_version", Map.of()))
                .build();
        SyncEngineBuilder builder = SyncEngine.builder()
                .upstream(GitUpstream.at(folder.resolve("agent33.git").toString())
                        .id(RepositoryId.of("agent33/agent33"))
                        .cache(folder.resolve("cache")))
                .downstreams(GitDownstreams.byTemplate(folder + "/{repo}.git").cache(folder.resolve("cache")))
                .rules(RuleSource.of(rule))
                .publisher(FolderPublisher.to(folder.resolve("pull-requests")));
        return builder.build();
    }

    private SyncReport run() {
        try (SyncEngine engine = engine()) {
            return engine.run();
        }
    }

    private static RuleOutcome only(SyncReport report) {
        return report.results().get(0).outcome();
    }

    /** The one file below the cache that holds an object of this name, loose. */
    private Path loose(ObjectId id) throws IOException {
        Path name = Path.of(id.hex().substring(0, 2), id.hex().substring(2));
        try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
            return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }

    private static void overwrite(Path object, String content) throws IOException {
        assertThat(object.toFile().setWritable(true)).isTrue();
        try (OutputStream out = new DeflaterOutputStream(Files.newOutputStream(object))) {
            out.write(("blob " + content.length() + "\0" + content).getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Test
    void aDamagedObjectInTheCacheIsNotPushed() throws IOException {
        try (SyncEngine engine = engine()) {
            assertThat(engine.plan(SyncTrigger.due()).proposals()).hasSize(1);
        }
        overwrite(loose(BlobIds.of(STAMPED)), "something else\n");

        assertThat(only(run()))
                .isInstanceOfSatisfying(
                        RuleOutcome.Blocked.class,
                        blocked -> assertThat(blocked.objections())
                                .singleElement()
                                .satisfies(objection ->
                                        assertThat(objection.code()).isEqualTo("checksum-content"))
                                .extracting(Objection::subject)
                                .isEqualTo("docs/a.md"));
        assertThat(downstream.branches()).containsOnlyKeys("main");

        CacheFolder.delete(folder.resolve("cache"));
        assertThat(only(run())).as("without the cache").isInstanceOf(RuleOutcome.Proposed.class);
    }

    @Test
    void aBranchThatAHookMovesGetsNoPullRequest() {
        String main = downstream.branches().get("main").hex();
        downstream.hook("post-receive", "git update-ref refs/heads/agent33-sync/v1.0.0/docs " + main + " || exit 1");

        SyncReport report = run();

        assertThat(only(report))
                .isInstanceOfSatisfying(
                        RuleOutcome.Failed.class,
                        failed -> assertThat(failed.objection())
                                .satisfies(objection ->
                                        assertThat(objection.code()).isEqualTo("checksum-branch"))
                                .satisfies(objection ->
                                        assertThat(objection.found()).contains(main)));
        assertThat(folder.resolve("pull-requests")).doesNotExist();
    }
}
