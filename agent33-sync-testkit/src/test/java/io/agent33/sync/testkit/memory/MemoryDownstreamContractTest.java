package io.agent33.sync.testkit.memory;

import io.agent33.sync.testkit.contract.DownstreamHost;
import io.agent33.sync.testkit.contract.DownstreamRepositoryContract;
import io.agent33.sync.testkit.contract.MemoryDownstreamHost;

class MemoryDownstreamContractTest extends DownstreamRepositoryContract {
    @Override
    public DownstreamHost host(RepositoryFixture fixture) {
        return new MemoryDownstreamHost(fixture);
    }
}
