package io.agent33.sync.core.git;

import io.agent33.sync.testkit.contract.UpstreamHost;
import io.agent33.sync.testkit.contract.UpstreamRepositoryContract;
import io.agent33.sync.testkit.memory.RepositoryFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** An upstream behind a server. */
class GitUpstreamOverHttpContractTest extends UpstreamRepositoryContract {
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

    @Override
    public UpstreamHost host(RepositoryFixture fixture) {
        Path home = GitFolder.unchecked(() -> Files.createTempDirectory(folder, "host"));
        GitFolder repository = GitFolder.make(home, "agent33/agent33.git", fixture);
        String url = server.url() + "/" + home.getFileName() + "/agent33/agent33.git";
        return new UpstreamFolderHost(repository, GitUpstream.at(url).cache(home.resolve("cache")));
    }
}
