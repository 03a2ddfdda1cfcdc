package io.agent33.sync.testkit.contract;

import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.testkit.memory.GitObject;
import io.agent33.sync.testkit.memory.RepositoryFixture;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A right place whose port is not. */
record DefectiveHost(DownstreamHost right, UnaryOperator<DownstreamRepository> defect) implements DownstreamHost {
    @Override
    public DownstreamRepository open() {
        return defect.apply(right.open());
    }

    @Override
    public void protect(String branch) {
        right.protect(branch);
    }

    @Override
    public Map<String, ObjectId> branches() {
        return right.branches();
    }

    @Override
    public Optional<GitObject> object(ObjectId id) {
        return right.object(id);
    }

    @Override
    public void become(RepositoryFixture fixture) {
        right.become(fixture);
    }

    @Override
    public void vanish() {
        right.vanish();
    }
}
