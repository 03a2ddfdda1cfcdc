package io.agent33.sync.core.git;

import io.agent33.sync.testkit.contract.DownstreamHost;
import io.agent33.sync.testkit.contract.DownstreamRepositoryContract;
import io.agent33.sync.testkit.memory.RepositoryFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A downstream behind a server. */
class GitDownstreamOverHttpContractTest extends DownstreamRepositoryContract {
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
    public DownstreamHost host(RepositoryFixture fixture) {
        Path home = GitFolder.unchecked(() -> Files.createTempDirectory(folder, "host"));
        GitFolder repository = GitFolder.make(home, FolderHost.ID + ".git", fixture);
        String url = server.url() + "/" + home.getFileName() + "/{repo}.git";
        return new FolderHost(repository, GitDownstreams.byTemplate(url).cache(home.resolve("cache")));
    }
}
