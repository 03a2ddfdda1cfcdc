package io.agent33.sync.core.git;

import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.testkit.contract.UpstreamHost;
import io.agent33.sync.testkit.memory.RepositoryFixture;

/** An upstream in a folder, as contract tests want it. */
record UpstreamFolderHost(GitFolder folder, GitUpstream upstream) implements UpstreamHost {
    @Override
    public UpstreamRepository open() {
        return upstream.webUrl("https://git.example/agent33/blob/{ref}/{path}");
    }

    @Override
    public void become(RepositoryFixture fixture) {
        folder.become(fixture);
    }

    @Override
    public void vanish() {
        folder.vanish();
    }
}
