package io.agent33.sync.testkit.contract;

import static io.agent33.sync.testkit.contract.Failing.assertFails;
import static io.agent33.sync.testkit.contract.Failing.assertIsOver;
import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.error.RepositoryException.Reason;
import io.agent33.sync.api.repository.BranchUpdate;
import io.agent33.sync.api.repository.CommitDraft;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.TreeEdit;
import io.agent33.sync.testkit.memory.RepositoryFixture;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Why each method of {@link DownstreamRepository} fails when it must. */
interface DownstreamFailuresContract {
    /** Makes the place where a downstream lives, in the described state. */
    DownstreamHost host(RepositoryFixture fixture);

    @Test
    default void aDownstreamThatWasNeverThereIsNotFound() {
        DownstreamHost host = host(Samples.everyMode());
        host.vanish();

        assertFails(Reason.NOT_FOUND, () -> {
            try (DownstreamRepository downstream = host.open()) {
                assertThat(downstream.base(Optional.of("main"))).isNull();
            }
        });
        assertFails(Reason.NOT_FOUND, () -> {
            try (DownstreamRepository downstream = host.open()) {
                assertThat(downstream.branches("agent33-sync/")).isNull();
            }
        });
    }

    @Test
    default void aPushToARepositoryThatVanishedIsNotFound() {
        DownstreamHost host = host(Samples.everyMode());
        try (DownstreamRepository downstream = host.open()) {
            CommitDraft draft = Drafts.sample(downstream);
            host.vanish();

            assertFails(Reason.NOT_FOUND, () -> downstream.push(draft));
        }
    }

    @Test
    default void anUnknownCommitIsNoSuchRevision() {
        try (DownstreamRepository downstream = host(Samples.everyMode()).open()) {
            ObjectId base = downstream.base(Optional.empty()).commit();

            assertFails(Reason.NO_SUCH_REVISION, () -> downstream.commit(Samples.UNKNOWN));
            assertFails(Reason.NO_SUCH_REVISION, () -> downstream.tree(Samples.UNKNOWN));
            assertFails(Reason.NO_SUCH_REVISION, () -> downstream.isAncestor(base, Samples.UNKNOWN));
            assertFails(Reason.NO_SUCH_REVISION, () -> downstream.isAncestor(Samples.UNKNOWN, base));
            assertFails(Reason.NO_SUCH_REVISION, () -> downstream.lastChange(Samples.UNKNOWN, "README.md"));
            assertFails(
                    Reason.NO_SUCH_REVISION, () -> downstream.buildTree(Samples.UNKNOWN, Edits.SAMPLE, Edits.CONTENTS));
        }
    }

    @Test
    default void aDraftOnAnUnknownCommitIsNoSuchRevision() {
        DownstreamHost host = host(Samples.everyMode());
        try (DownstreamRepository downstream = host.open()) {
            CommitDraft draft = Drafts.sample(downstream);

            assertFails(Reason.NO_SUCH_REVISION, () -> downstream.push(with(draft, Samples.UNKNOWN, draft.tree())));
            assertThat(downstream.push(draft)).isInstanceOf(BranchUpdate.Done.class);
        }
    }

    /** Nothing is pushed that the other end could not read. */
    @Test
    default void aDraftOfATreeThatWasNeverBuiltIsDamage() {
        DownstreamHost host = host(Samples.everyMode());
        try (DownstreamRepository downstream = host.open()) {
            CommitDraft draft = Drafts.sample(downstream);

            assertFails(Reason.CORRUPT, () -> downstream.push(with(draft, draft.parent(), Samples.UNKNOWN)));
        }
        assertThat(host.branches()).containsOnlyKeys("main");
    }

    private static CommitDraft with(CommitDraft draft, ObjectId parent, ObjectId tree) {
        return new CommitDraft(
                draft.branch(), draft.expectedTip(), parent, tree, draft.message(), draft.author(), draft.time());
    }

    @Test
    default void whatIsNoCommitIsNoSuchRevision() {
        try (DownstreamRepository downstream = host(Samples.everyMode()).open()) {
            assertThat(downstream.base(Optional.empty()).commit()).isEqualTo(Samples.FIRST);
            assertThat(downstream.tree(Samples.FIRST).id()).isEqualTo(Samples.ROOT);

            assertFails(Reason.NO_SUCH_REVISION, () -> downstream.commit(Samples.HELLO));
            assertFails(Reason.NO_SUCH_REVISION, () -> downstream.tree(Samples.ROOT));
        }
    }

    @Test
    default void aBlobThatIsMissingInADownstreamIsDamage() {
        try (DownstreamRepository downstream = host(Samples.everyMode()).open()) {
            ObjectId base = downstream.base(Optional.empty()).commit();
            TreeEdit edit = TreeEdit.put(RepoPath.of("a"), new FileState(FileMode.REGULAR, Samples.UNKNOWN));

            assertFails(Reason.CORRUPT, () -> downstream.blobs().open(Samples.UNKNOWN));
            assertFails(Reason.CORRUPT, () -> downstream.blobs().size(Samples.UNKNOWN));
            assertFails(Reason.CORRUPT, () -> downstream.buildTree(base, List.of(edit), Edits.CONTENTS));
        }
    }

    @Test
    default void contentThatCannotBeKeptIsAFailureOfStorage() {
        try (DownstreamRepository downstream = host(Samples.everyMode()).open()) {
            assertFails(Reason.STORAGE, () -> downstream.blobs().put(new ByteArrayInputStream(new byte[] {1}), 2));
        }
    }

    @Test
    default void afterTheLastCallThereIsNoOther() {
        DownstreamRepository downstream = host(Samples.everyMode()).open();
        CommitDraft draft = Drafts.sample(downstream);
        downstream.close();
        downstream.close();

        assertThat(downstream.id().value()).contains("/");
        assertIsOver(() -> downstream.base(Optional.empty()));
        assertIsOver(() -> downstream.branches(""));
        assertIsOver(() -> downstream.commit(Samples.FIRST));
        assertIsOver(() -> downstream.tree(Samples.FIRST));
        assertIsOver(() -> downstream.isAncestor(Samples.FIRST, Samples.FIRST));
        assertIsOver(() -> downstream.lastChange(Samples.FIRST, "README.md"));
        assertIsOver(downstream::blobs);
        assertIsOver(() -> downstream.buildTree(Samples.FIRST, List.of(), Edits.CONTENTS));
        assertIsOver(() -> downstream.push(draft));
        assertIsOver(() -> downstream.delete("main", Samples.FIRST));
    }

    @Test
    default void whatFailedOnceDoesNotSpoilTheRest() {
        try (DownstreamRepository downstream = host(Samples.everyMode()).open()) {
            assertFails(Reason.NO_SUCH_REVISION, () -> downstream.base(Optional.of("no-such-branch")));
            assertFails(Reason.NO_SUCH_REVISION, () -> downstream.commit(Samples.UNKNOWN));

            assertThat(downstream.push(Drafts.sample(downstream))).isInstanceOf(BranchUpdate.Done.class);
        }
    }
}
