package io.agent33.sync.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.testkit.memory.MemoryUpstream;
import io.agent33.sync.testkit.memory.RepositoryFixture;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Defects of what an upstream holds are found as well as defects of what it does. */
class UpstreamRepositoryContractTest {
    @Test
    void aRightUpstreamPasses() {
        assertThat(red(fixture -> fixture)).isEmpty();
    }

    @Test
    void lostTagsAreFound() {
        assertThat(red(UpstreamRepositoryContractTest::withoutTags))
                .contains("tagsAreInTheOrderOfTheirNamesAndPeeled", "aTagIsResolvedByItsShortAndItsFullName");
    }

    @Test
    void anotherDefaultBranchIsFound() {
        assertThat(red(fixture -> new RepositoryFixture(fixture.objects(), fixture.refs(), "refs/heads/other")))
                .contains("headIsTheDefaultBranchAndItsTip", "aTreeHasGitsId", "aCommitIsReadWhole");
    }

    private static RepositoryFixture withoutTags(RepositoryFixture fixture) {
        return new RepositoryFixture(fixture.objects(), fixture.refs().headMap("refs/tags/"), fixture.head());
    }

    private static Set<String> red(UnaryOperator<RepositoryFixture> defect) {
        return Contracts.red(new UpstreamRepositoryContract() {
            @Override
            public UpstreamHost host(RepositoryFixture fixture) {
                return new Host(MemoryUpstream.named("agent33/agent33"), defect).holding(fixture);
            }
        });
    }

    private record Host(MemoryUpstream upstream, UnaryOperator<RepositoryFixture> defect) implements UpstreamHost {
        Host holding(RepositoryFixture fixture) {
            become(fixture);
            return this;
        }

        @Override
        public UpstreamRepository open() {
            return upstream;
        }

        @Override
        public void become(RepositoryFixture fixture) {
            upstream.git().become(defect.apply(fixture));
        }

        @Override
        public void vanish() {
            upstream.fail(RepositoryException.Reason.NOT_FOUND);
        }
    }
}
