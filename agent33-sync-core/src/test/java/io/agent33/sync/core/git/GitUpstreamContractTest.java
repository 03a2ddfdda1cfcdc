package io.agent33.sync.core.git;

import io.agent33.sync.testkit.contract.UpstreamHost;
import io.agent33.sync.testkit.contract.UpstreamRepositoryContract;
import io.agent33.sync.testkit.memory.RepositoryFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** An upstream on this machine. */
class GitUpstreamContractTest extends UpstreamRepositoryContract {
    @TempDir
    private Path folder;

    @Override
    public UpstreamHost host(RepositoryFixture fixture) {
        Path home = GitFolder.unchecked(() -> Files.createTempDirectory(folder, "host"));
        GitFolder repository = GitFolder.make(home, "agent33/agent33.git", fixture);
        String url = repository.path().toUri().toString();
        return new UpstreamFolderHost(repository, GitUpstream.at(url).cache(home.resolve("cache")));
    }
}
