package io.agent33.sync.testkit.contract;

import static io.agent33.sync.testkit.contract.Failing.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.error.RepositoryException.Reason;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.testkit.memory.MemoryGit;
import io.agent33.sync.testkit.memory.RepositoryFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why each method of {@link UpstreamRepository} fails when it must. */
interface UpstreamFailuresContract {
    /** Makes the place where an upstream lives, in the described state. */
    UpstreamHost host(RepositoryFixture fixture);

    @Test
    default void anUpstreamThatWasNeverThereIsNotFound() {
        UpstreamHost host = host(Samples.everyMode());
        host.vanish();

        assertFails(Reason.NOT_FOUND, () -> {
            try (UpstreamRepository upstream = host.open()) {
                assertThat(upstream.refs()).isNull();
            }
        });
        assertFails(Reason.NOT_FOUND, () -> {
            try (UpstreamRepository upstream = host.open()) {
                assertThat(upstream.resolve("main")).isEmpty();
            }
        });
        assertFails(Reason.NOT_FOUND, () -> {
            try (UpstreamRepository upstream = host.open()) {
                assertThat(upstream.commit(Samples.FIRST)).isNull();
            }
        });
    }

    @Test
    default void aDefaultBranchWithoutACommitIsNoSuchRevision() {
        MemoryGit git = new MemoryGit();
        ObjectId other = git.commitOn("other", "first").id();

        try (UpstreamRepository upstream = host(git.fixture()).open()) {
            assertFails(Reason.NO_SUCH_REVISION, upstream::refs);
            assertThat(upstream.resolve("other"))
                    .hasValueSatisfying(found -> assertThat(found.commit()).isEqualTo(other));
        }
    }

    @Test
    default void anUnknownCommitIsNoSuchRevision() {
        try (UpstreamRepository upstream = host(Samples.everyMode()).open()) {
            ObjectId head = upstream.refs().head().commit();

            assertFails(Reason.NO_SUCH_REVISION, () -> upstream.commit(Samples.UNKNOWN));
            assertFails(Reason.NO_SUCH_REVISION, () -> upstream.tree(Samples.UNKNOWN));
            assertFails(Reason.NO_SUCH_REVISION, () -> upstream.history(Samples.UNKNOWN, List.of(), commit -> true));
            assertFails(
                    Reason.NO_SUCH_REVISION, () -> upstream.history(head, List.of(Samples.UNKNOWN), commit -> true));
            assertFails(Reason.NO_SUCH_REVISION, () -> upstream.isAncestor(head, Samples.UNKNOWN));
            assertFails(Reason.NO_SUCH_REVISION, () -> upstream.isAncestor(Samples.UNKNOWN, head));
        }
    }

    @Test
    default void whatIsNoCommitIsNoSuchRevision() {
        try (UpstreamRepository upstream = host(Samples.everyMode()).open()) {
            assertThat(upstream.refs().head().commit()).isEqualTo(Samples.FIRST);

            assertFails(Reason.NO_SUCH_REVISION, () -> upstream.commit(Samples.HELLO));
            assertFails(Reason.NO_SUCH_REVISION, () -> upstream.tree(Samples.ROOT));
        }
    }

    @Test
    default void aBlobThatIsMissingInAnUpstreamIsDamage() {
        try (UpstreamRepository upstream = host(Samples.everyMode()).open()) {
            assertThat(upstream.refs().head().commit()).isEqualTo(Samples.FIRST);

            assertFails(Reason.CORRUPT, () -> upstream.blobs().open(Samples.UNKNOWN));
            assertFails(Reason.CORRUPT, () -> upstream.blobs().size(Samples.UNKNOWN));
            assertFails(Reason.CORRUPT, () -> upstream.blobs().open(Samples.ROOT));
        }
    }

    @Test
    default void whatFailedOnceDoesNotSpoilTheRest() {
        try (UpstreamRepository upstream = host(Samples.everyMode()).open()) {
            assertFails(Reason.NO_SUCH_REVISION, () -> upstream.commit(Samples.UNKNOWN));

            assertThat(upstream.refs().head().commit()).isEqualTo(Samples.FIRST);
            assertThat(upstream.tree(Samples.FIRST).id()).isEqualTo(Samples.ROOT);
        }
    }
}
