package io.agent33.sync.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.testkit.memory.GitObject;
import io.agent33.sync.testkit.memory.MemoryGit;
import io.agent33.sync.testkit.memory.RepositoryFixture;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What {@code commit} and {@code isAncestor} of both ports owe. */
interface CommitContract extends ReadingContract {
    @Test
    default void aCommitIsReadWhole() {
        look(Samples.everyMode(), view -> {
            Commit commit = view.commit(Samples.FIRST);

            assertThat(view.head()).isEqualTo(Samples.FIRST);
            assertThat(commit.id()).isEqualTo(Samples.FIRST);
            assertThat(commit.tree()).isEqualTo(Samples.ROOT);
            assertThat(commit.parents()).isEmpty();
            assertThat(commit.author()).isEqualTo(Samples.ANN);
            assertThat(commit.time()).isEqualTo(MemoryGit.BEGINNING);
            assertThat(commit.message()).isEqualTo("first\n\nWith a body: é.\n");
        });
    }

    @Test
    default void aMessageIsKeptToTheByte() {
        String message = "\n  odd \r\n\nno line break at the end";
        RepositoryFixture fixture = RepositoryFixture.of(git -> git.commit(message));

        look(fixture, view -> assertThat(view.commit(view.head()).message()).isEqualTo(message));
    }

    @Test
    default void anAuthorThatCannotBeHeldIsReplacedNotRefused() {
        RepositoryFixture fixture =
                RepositoryFixture.of(git -> git.commit("nameless").byRecorded(" <nameless@example.com>"));

        look(fixture, view -> {
            assertThat(view.commit(view.head()).author().email()).isEqualTo("nameless@example.com");
            assertThat(view.commit(view.head()).author().name()).isNotBlank();
        });
    }

    @Test
    default void aTimeFarAheadIsRead() {
        Instant ahead = Instant.parse("2100-02-03T04:05:06Z");
        RepositoryFixture fixture =
                RepositoryFixture.of(git -> git.commit("ahead").at(ahead));

        look(fixture, view -> assertThat(view.commit(view.head()).time()).isEqualTo(ahead));
    }

    /** However far back: a port that fetched little fetches more. */
    @Test
    default void anAncestorIsReadToo() {
        MemoryGit git = new MemoryGit();
        ObjectId root = git.commit("root").file("a", "0").id();
        for (int i = 1; i < 40; i++) {
            git.commit("commit " + i).file("a", "" + i);
        }

        look(git.fixture(), view -> {
            assertThat(view.isAncestor(root, view.head())).isTrue();
            assertThat(view.commit(root).subject()).isEqualTo("root");
            assertThat(view.tree(root).find("a").orElseThrow().id())
                    .isEqualTo(GitObject.blob("0").id());
        });
    }

    @Test
    default void aCommitReachesItselfAndItsAncestorsThroughEveryParent() {
        MemoryGit git = new MemoryGit();
        ObjectId root = git.commit("root").id();
        ObjectId side = git.commitOn("side", "side").file("s", "").id();
        ObjectId main = git.commit("main").file("m", "").id();
        ObjectId merge = git.commit("merge").merging("side").file("s", "").id();

        look(git.fixture(), view -> {
            assertThat(view.head()).isEqualTo(merge);
            assertThat(view.isAncestor(merge, merge)).isTrue();
            assertThat(view.isAncestor(root, merge)).isTrue();
            assertThat(view.isAncestor(side, merge)).isTrue();
            assertThat(view.isAncestor(main, merge)).isTrue();
            assertThat(view.isAncestor(merge, main)).isFalse();
            assertThat(view.isAncestor(side, main)).isFalse();
        });
    }
}
