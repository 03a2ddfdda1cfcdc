package io.agent33.sync.testkit.memory;

import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.testkit.contract.DownstreamHost;
import io.agent33.sync.testkit.contract.DownstreamRepositoryContract;
import java.util.Map;
import java.util.Optional;

class MemoryDownstreamTest extends DownstreamRepositoryContract {
    @Override
    public DownstreamHost host(RepositoryFixture fixture) {
        MemoryDownstreams downstreams = MemoryDownstreams.empty();
        MemoryDownstream downstream = downstreams.create("org/webapp");
        downstream.git().become(fixture);
        return new DownstreamHost() {
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
            public void become(RepositoryFixture next) {
                downstream.git().become(next);
            }

            @Override
            public void vanish() {
                downstream.vanish();
            }
        };
    }
}
