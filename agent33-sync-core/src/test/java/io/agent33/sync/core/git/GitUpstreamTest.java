package io.agent33.sync.core.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.testkit.memory.MemoryGit;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitUpstreamTest {
    @TempDir
    private Path folder;

    private GitServer server;
    private final MemoryGit git = new MemoryGit();
    private GitFolder repository;

    @BeforeEach
    void start() {
        git.commit("first").file("core/a.md", "one\n").tag("v1.0.0");
        repository = GitFolder.make(folder, "agent33/agent33.git", git.fixture());
        server = GitServer.serving(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private GitUpstream upstream() {
        return GitUpstream.at(server.url() + "/agent33/agent33.git").cache(folder.resolve("cache"));
    }

    /** Requests that bring objects, as distinct from those that ask where references point. */
    private List<String> requests(Runnable action) {
        server.requests().clear();
        action.run();
        return List.copyOf(server.requests());
    }

    @Test
    void asLongAsNothingMovedNothingIsFetched() {
        List<String> first = requests(() -> {
            try (GitUpstream upstream = upstream()) {
                upstream.refs();
            }
        });
        List<String> second = requests(() -> {
            try (GitUpstream upstream = upstream()) {
                assertThat(upstream.refs().tags()).hasSize(1);
            }
        });

        assertThat(first).hasSize(3);
        assertThat(second).hasSize(2).isEqualTo(first.subList(0, 2));
    }

    @Test
    void whatIsNewIsFetchedAndNoMore() {
        try (GitUpstream upstream = upstream()) {
            upstream.refs();
            int packs = packs();
            ObjectId second = git.commit("second")
                    .file("core/b.md", "two\n")
                    .tag("v1.1.0")
                    .id();
            repository.become(git.fixture());

            assertThat(upstream.refs().head().commit()).isEqualTo(second);
            assertThat(packs()).isEqualTo(packs + 1);
            assertThat(Plain.git(mirror(), "count-objects", "-v")).contains("in-pack: 8", "prune-packable: 0");
        }
        Plain.assertSound(mirror());
    }

    private Path mirror() {
        return Plain.cached(folder.resolve("cache"), "upstream").get(0);
    }

    private int packs() {
        return GitFolder.unchecked(() -> CacheFolder.list(mirror().resolve("objects/pack"))).stream()
                .mapToInt(path -> path.toString().endsWith(".pack") ? 1 : 0)
                .sum();
    }

    @Test
    void aTagThatIsMovedIsSeen() {
        try (GitUpstream upstream = upstream()) {
            ObjectId before = upstream.refs().tags().get(0).commit();
            ObjectId after =
                    git.commit("moved").file("core/a.md", "x\n").tag("v1.0.0").id();
            repository.become(git.fixture());

            assertThat(upstream.resolve("v1.0.0").orElseThrow().commit())
                    .isEqualTo(after)
                    .isNotEqualTo(before);
        }
    }

    @Test
    void aFullNameMayBeAnyReference() {
        ObjectId proposed = git.commitOn("proposal", "proposed").file("x", "").id();
        git.deleteBranch("proposal");
        repository.become(git.fixture());
        Plain.git(
                repository.path(),
                "cat-file",
                "-e",
                git.fixture().refs().get("refs/heads/main").hex());
        write(proposed);

        try (GitUpstream upstream = upstream()) {
            assertThat(upstream.resolve("refs/pull/7/head").orElseThrow().commit())
                    .isEqualTo(proposed);
            assertThat(upstream.tree(proposed).find("x")).isPresent();
            assertThat(upstream.resolve("refs/pull/8/head")).isEmpty();
        }
    }

    private void write(ObjectId proposed) {
        MemoryGit all = new MemoryGit();
        all.commit("first").file("core/a.md", "one\n").tag("v1.0.0");
        assertThat(all.commitOn("proposal", "proposed").file("x", "").id()).isEqualTo(proposed);
        repository.become(all.fixture());
        Plain.git(repository.path(), "update-ref", "refs/pull/7/head", proposed.hex());
        Plain.git(repository.path(), "update-ref", "-d", "refs/heads/proposal");
    }

    @Test
    void aBundleIsAnUpstreamToo() {
        Path bundle = folder.resolve("agent33.bundle");
        Plain.git(repository.path(), "bundle", "create", bundle.toString(), "--all", "HEAD");

        try (GitUpstream upstream = GitUpstream.at(bundle.toString()).cache(folder.resolve("cache"))) {
            assertThat(upstream.refs().head().name()).isEqualTo("main");
            assertThat(upstream.refs().tags()).hasSize(1);
            assertThat(upstream.tree(upstream.refs().head().commit()).find("core/a.md"))
                    .isPresent();
        }
    }

    @Test
    void aWorkTreeIsAnUpstreamToo() {
        Plain.git(repository.path(), "clone", "--quiet", repository.path().toString(), folder + "/clone");

        try (GitUpstream upstream = GitUpstream.at(folder + "/clone").cache(folder.resolve("cache"))) {
            assertThat(upstream.refs().head().name()).isEqualTo("main");
            assertThat(upstream.id()).isEqualTo(RepositoryId.of(folder.getFileName() + "/clone"));
        }
    }

    @Test
    void anOptionLeavesTheUpstreamAsItIs() {
        GitUpstream upstream = GitUpstream.at("https://github.com/agent33/agent33.git");
        RepositoryId other = RepositoryId.of("other/name");

        assertThat(upstream.id(other).id()).isEqualTo(other);
        assertThat(upstream.id()).isEqualTo(RepositoryId.of("agent33/agent33"));
        assertThat(upstream.webAddress("v1.0.0", "core/a.md"))
                .contains(URI.create("https://github.com/agent33/agent33/blob/v1.0.0/core/a.md"));
        assertThat(upstream.webUrl("https://docs.example/{path}").webAddress("v1.0.0", "core/a.md"))
                .contains(URI.create("https://docs.example/core/a.md"));
    }

    @Test
    void afterItIsClosedItSaysSo() {
        GitUpstream upstream = upstream();
        upstream.close();

        assertThatIllegalStateException().isThrownBy(upstream::refs).withMessageContaining("closed");
    }
}
