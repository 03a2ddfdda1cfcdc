package io.agent33.sync.core.git;

import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.testkit.contract.DownstreamHost;
import io.agent33.sync.testkit.memory.GitObject;
import io.agent33.sync.testkit.memory.RepositoryFixture;
import java.util.Map;
import java.util.Optional;

/** A downstream in a folder, as contract tests want it, and the cache that its ports share. */
record FolderHost(GitFolder folder, GitDownstreams downstreams) implements DownstreamHost {
    static final RepositoryId ID = RepositoryId.of("org/webapp");

    @Override
    public DownstreamRepository open() {
        return downstreams.open(ID);
    }

    @Override
    public void become(RepositoryFixture fixture) {
        folder.become(fixture);
    }

    @Override
    public void vanish() {
        folder.vanish();
    }

    @Override
    public void protect(String branch) {
        folder.protect(branch);
    }

    @Override
    public Map<String, ObjectId> branches() {
        return folder.branches();
    }

    @Override
    public Optional<GitObject> object(ObjectId id) {
        return folder.object(id);
    }
}
