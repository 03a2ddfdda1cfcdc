package io.agent33.sync.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.testkit.memory.RepositoryFixture;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link UpstreamRepository} owes, as tests: extend it, say where such an upstream lives, and run it.
 *
 * <p>{@link #host} is asked for at least one repository a test; whatever it needs is the implementer's to clean up.
 */
public abstract class UpstreamRepositoryContract
        implements RefsContract, TreeContract, CommitContract, BlobContract, HistoryContract, UpstreamFailuresContract {
    /** Makes the place where an upstream lives, in the described state. */
    @Override
    public abstract UpstreamHost host(RepositoryFixture fixture);

    /** For the contract's own use. */
    @Override
    public final void look(RepositoryFixture fixture, Consumer<RepositoryView> test) {
        try (UpstreamRepository upstream = host(fixture).open()) {
            test.accept(new View(upstream));
        }
    }

    @Test
    void itTellsItsNameWithoutAsking() {
        UpstreamHost host = host(Samples.everyMode());
        try (UpstreamRepository upstream = host.open()) {
            host.vanish();
            assertThat(upstream.id().value()).contains("/");
        }
    }

    @Test
    void aWebAddressHoldsAnyPath() {
        String path = "core/a b/100%?#[x]é\uD83D\uDE00.md";
        try (UpstreamRepository upstream = host(Samples.everyMode()).open()) {
            Optional<URI> address = upstream.webAddress("v1.0.0", path);

            assertThat(upstream.webAddress("v1.0.0", path)).isEqualTo(address);
            address.ifPresent(uri -> {
                assertThat(uri).hasNoQuery().hasNoFragment();
                assertThat(uri.isAbsolute()).isTrue();
                assertThat(uri.toString()).isPrintable().doesNotContain(" ").contains("v1.0.0");
                assertThat(uri.getPath()).endsWith("/" + path);
            });
        }
    }

    @Test
    void manyThreadsReadAtOnce() {
        try (UpstreamRepository upstream = host(Samples.everyMode()).open()) {
            List<String> seen = IntStream.range(0, 32)
                    .parallel()
                    .mapToObj(i -> {
                        ObjectId head = upstream.refs().head().commit();
                        return upstream.commit(head).subject()
                                + upstream.tree(head).children("docs").size()
                                + upstream.blobs().size(Samples.HELLO)
                                + upstream.isAncestor(head, head);
                    })
                    .distinct()
                    .toList();

            assertThat(seen).containsExactly("first26true");
        }
    }

    @Test
    void closingNeverThrows() {
        UpstreamHost host = host(Samples.everyMode());
        UpstreamRepository unused = host.open();
        UpstreamRepository used = host.open();
        assertThat(used.refs().head().commit()).isEqualTo(Samples.FIRST);
        host.vanish();

        unused.close();
        used.close();
    }

    private record View(UpstreamRepository upstream) implements RepositoryView {
        @Override
        public ObjectId head() {
            return upstream.refs().head().commit();
        }

        @Override
        public Commit commit(ObjectId id) {
            return upstream.commit(id);
        }

        @Override
        public FileTree tree(ObjectId commit) {
            return upstream.tree(commit);
        }

        @Override
        public BlobSource blobs() {
            return upstream.blobs();
        }

        @Override
        public boolean isAncestor(ObjectId ancestor, ObjectId descendant) {
            return upstream.isAncestor(ancestor, descendant);
        }
    }
}
