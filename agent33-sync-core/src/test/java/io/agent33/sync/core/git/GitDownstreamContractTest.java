package io.agent33.sync.core.git;

import io.agent33.sync.testkit.contract.DownstreamHost;
import io.agent33.sync.testkit.contract.DownstreamRepositoryContract;
import io.agent33.sync.testkit.memory.RepositoryFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A downstream on this machine. */
class GitDownstreamContractTest extends DownstreamRepositoryContract {
    @TempDir
    private Path folder;

    @Override
    public DownstreamHost host(RepositoryFixture fixture) {
        Path home = GitFolder.unchecked(() -> Files.createTempDirectory(folder, "host"));
        GitFolder repository = GitFolder.make(home, FolderHost.ID + ".git", fixture);
        GitDownstreams downstreams =
                GitDownstreams.byTemplate(home + "/{repo}.git").cache(home.resolve("cache"));
        return new FolderHost(repository, downstreams);
    }
}
