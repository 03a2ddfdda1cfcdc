package io.agent33.sync.testkit.contract;

import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.testkit.memory.GitObject;
import io.agent33.sync.testkit.memory.MemoryDownstream;
import io.agent33.sync.testkit.memory.MemoryDownstreams;
import io.agent33.sync.testkit.memory.RepositoryFixture;
import java.util.Map;
import java.util.Optional;

/** Where a downstream lives in memory. */
public final class MemoryDownstreamHost implements DownstreamHost {
    private final MemoryDownstreams downstreams = MemoryDownstreams.empty();
    private final MemoryDownstream downstream = downstreams.create("org/webapp");

    public MemoryDownstreamHost(RepositoryFixture fixture) {
        become(fixture);
    }

    @Override
    public DownstreamRepository open() {
        return downstreams.open(downstream.id());
    }

    @Override
    public void protect(String branch) {
        downstream.protect(branch, "this branch is protected");
    }

    @Override
    public Map<String, ObjectId> branches() {
        return downstream.git().branches();
    }

    @Override
    public Optional<GitObject> object(ObjectId id) {
        return downstream.git().object(id);
    }

    @Override
    public void become(RepositoryFixture fixture) {
        downstream.git().become(fixture);
    }

    @Override
    public void vanish() {
        downstream.vanish();
    }
}
