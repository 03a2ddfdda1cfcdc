package io.agent33.sync.core.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.repository.TreeEdit;
import io.agent33.sync.testkit.memory.MemoryGit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several engines in one JVM that begin at the same moment with the same empty cache. */
class SharedCacheTest {
    private static final RepositoryId ID = RepositoryId.of("org/webapp");
    private static final int ENGINES = 4;

    @TempDir
    private Path folder;

    private GitFolder repository;
    private GitServer server;

    @BeforeEach
    void start() {
        MemoryGit canonical = new MemoryGit();
        canonical.commit("first").file("core/a.md", "canonical\n").tag("v1.0.0");
        canonical.commit("second").file("core/b.md", "canonical too\n").tag("v1.1.0");
        GitFolder.make(folder, "agent33/agent33.git", canonical.fixture());
        MemoryGit git = new MemoryGit();
        git.commit("first").file("a", "1").commit("second").file("b", "1");
        repository = GitFolder.make(folder, ID + ".git", git.fixture());
        server = GitServer.serving(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noneIsInTheWayOfAnother(boolean served) throws Exception {
        String place = served ? server.url() : folder.toString();
        Path cache = folder.resolve("cache");
        CyclicBarrier start = new CyclicBarrier(ENGINES);
        List<Callable<ObjectId>> engines = new ArrayList<>();
        for (int i = 0; i < ENGINES; i++) {
            String branch = "sync/" + i;
            engines.add(() -> {
                start.await();
                return sync(place, cache, branch);
            });
        }

        List<ObjectId> pushed = all(engines);

        assertThat(pushed).hasSize(ENGINES).doesNotHaveDuplicates();
        assertThat(repository.branches())
                .containsValues(pushed.toArray(ObjectId[]::new))
                .hasSize(ENGINES + 1);
        Plain.assertSound(repository.path());
        for (String kind : List.of("upstream", "downstream")) {
            assertThat(Plain.cached(cache, kind)).hasSize(1).allSatisfy(Plain::assertSound);
        }
    }

    private static ObjectId sync(String place, Path cache, String branch) {
        try (GitUpstream upstream =
                        GitUpstream.at(place + "/agent33/agent33.git").cache(cache);
                DownstreamRepository downstream = GitDownstreams.byTemplate(place + "/{repo}.git")
                        .cache(cache)
                        .open(ID)) {
            ObjectId release = upstream.resolve("v1.1.0").orElseThrow().commit();
            TreeEdit edit = TreeEdit.put(
                    RepoPath.of("docs/a.md"),
                    upstream.tree(release).find("core/a.md").orElseThrow().state());
            TreeEdit own = Plain.put(downstream, "docs/own.md", branch);
            return Plain.done(downstream.push(Plain.draft(downstream, branch, upstream.blobs(), edit, own)));
        }
    }

    private static List<ObjectId> all(List<Callable<ObjectId>> engines) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(ENGINES);
        try {
            List<ObjectId> results = new ArrayList<>();
            for (Future<ObjectId> result : threads.invokeAll(engines)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
