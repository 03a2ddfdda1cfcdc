package io.agent33.sync.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.testkit.memory.RepositoryFixture;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * What every {@link DownstreamRepository} owes, as tests: extend it, say where such a downstream lives, and run it.
 *
 * <p>{@link #host} is asked for at least one repository a test; whatever it needs is the implementer's to clean up.
 */
public abstract class DownstreamRepositoryContract
        implements DownstreamRefsContract,
                TreeContract,
                CommitContract,
                LastChangeContract,
                BlobContract,
                BlobStoreContract,
                BuildTreeContract,
                PushContract,
                DeleteContract,
                DownstreamFailuresContract {
    /** Makes the place where a downstream lives, in the described state. */
    @Override
    public abstract DownstreamHost host(RepositoryFixture fixture);

    /** For the contract's own use. */
    @Override
    public final void look(RepositoryFixture fixture, Consumer<RepositoryView> test) {
        try (DownstreamRepository downstream = host(fixture).open()) {
            test.accept(new View(downstream));
        }
    }

    @Test
    void itTellsItsNameWithoutAsking() {
        DownstreamHost host = host(Samples.everyMode());
        try (DownstreamRepository downstream = host.open()) {
            host.vanish();
            assertThat(downstream.id().value()).contains("/");
        }
    }

    @Test
    void lookingWritesNothing() {
        DownstreamHost host = host(Samples.everyMode());
        var before = host.branches();
        try (DownstreamRepository downstream = host.open()) {
            ObjectId tip = downstream.base(Optional.empty()).commit();
            assertThat(downstream.branches("")).hasSize(1);
            assertThat(downstream.tree(tip).children("")).isNotEmpty();
            assertThat(downstream.lastChange(tip, "README.md")).isPresent();
        }
        assertThat(host.branches()).isEqualTo(before);
    }

    @Test
    void closingNeverThrows() {
        DownstreamHost host = host(Samples.everyMode());
        DownstreamRepository unused = host.open();
        DownstreamRepository used = host.open();
        assertThat(used.base(Optional.empty()).commit()).isEqualTo(Samples.FIRST);
        host.vanish();

        unused.close();
        used.close();
    }

    private record View(DownstreamRepository downstream) implements RepositoryView {
        @Override
        public ObjectId head() {
            return downstream.base(Optional.empty()).commit();
        }

        @Override
        public Commit commit(ObjectId id) {
            return downstream.commit(id);
        }

        @Override
        public FileTree tree(ObjectId commit) {
            return downstream.tree(commit);
        }

        @Override
        public BlobSource blobs() {
            return downstream.blobs();
        }

        @Override
        public boolean isAncestor(ObjectId ancestor, ObjectId descendant) {
            return downstream.isAncestor(ancestor, descendant);
        }
    }
}
