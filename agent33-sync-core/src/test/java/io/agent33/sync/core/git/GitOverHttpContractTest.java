package io.agent33.sync.core.git;

import io.agent33.sync.testkit.contract.DownstreamHost;
import io.agent33.sync.testkit.contract.DownstreamRepositoryContract;
import io.agent33.sync.testkit.contract.UpstreamHost;
import io.agent33.sync.testkit.contract.UpstreamRepositoryContract;
import io.agent33.sync.testkit.memory.RepositoryFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Upstreams and downstreams behind one server. */
@Tag("thorough")
class GitOverHttpContractTest {
    @TempDir
    private static Path folder;

    private static GitServer server;

    @BeforeAll
    static void start() {
        server = GitServer.serving(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** For one test. */
    private static Path home() {
        return GitFolder.unchecked(() -> Files.createTempDirectory(folder, "host"));
    }

    private static String url(Path home) {
        return server.url() + "/" + home.getFileName();
    }

    @Nested
    class Downstream extends DownstreamRepositoryContract {
        @Override
        public DownstreamHost host(RepositoryFixture fixture) {
            Path home = home();
            GitFolder repository = GitFolder.make(home, FolderHost.ID + ".git", fixture);
            String template = url(home) + "/{repo}.git";
            return new FolderHost(
                    repository, GitDownstreams.byTemplate(template).cache(home.resolve("cache")));
        }
    }

    @Nested
    class Upstream extends UpstreamRepositoryContract {
        @Override
        public UpstreamHost host(RepositoryFixture fixture) {
            Path home = home();
            GitFolder repository = GitFolder.make(home, "agent33/agent33.git", fixture);
            String url = url(home) + "/agent33/agent33.git";
            return new UpstreamFolderHost(repository, GitUpstream.at(url).cache(home.resolve("cache")));
        }
    }
}
