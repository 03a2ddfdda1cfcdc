package io.agent33.sync.testkit.memory;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.testkit.contract.UpstreamHost;
import io.agent33.sync.testkit.contract.UpstreamRepositoryContract;

class MemoryUpstreamContractTest extends UpstreamRepositoryContract {
    @Override
    public UpstreamHost host(RepositoryFixture fixture) {
        MemoryUpstream upstream = MemoryUpstream.named("agent33/agent33");
        upstream.git().become(fixture);
        return new UpstreamHost() {
            @Override
            public UpstreamRepository open() {
                return upstream;
            }

            @Override
            public void become(RepositoryFixture next) {
                upstream.git().become(next);
            }

            @Override
            public void vanish() {
                upstream.fail(RepositoryException.Reason.NOT_FOUND);
            }
        };
    }
}
