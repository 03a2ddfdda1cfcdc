package io.agent33.sync.testkit.contract;

import static io.agent33.sync.testkit.contract.Edits.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.BranchUpdate;
import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.CommitDraft;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.Traffic;
import io.agent33.sync.testkit.memory.MemoryGit;
import io.agent33.sync.testkit.memory.RepositoryFixture;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link DownstreamRepository#push} owes. */
interface PushContract {
    /** Makes the place where a downstream lives, in the described state. */
    DownstreamHost host(RepositoryFixture fixture);

    @Test
    default void aDraftBecomesExactlyTheCommitThatGitWouldMakeOfIt() {
        DownstreamHost host = host(Samples.everyMode());
        try (DownstreamRepository downstream = host.open()) {
            BranchUpdate update = downstream.push(Drafts.sample(downstream));

            assertThat(update).isEqualTo(new BranchUpdate.Done(Drafts.SAMPLE_COMMIT));
        }
        assertThat(host.branches())
                .containsOnly(Map.entry("main", Samples.FIRST), Map.entry(Drafts.BRANCH, Drafts.SAMPLE_COMMIT));
        MemoryGit there = new MemoryGit().fetch(Drafts.SAMPLE_COMMIT, host::object);
        Commit commit = there.read(Drafts.SAMPLE_COMMIT);
        assertThat(commit.tree()).isEqualTo(Edits.SAMPLE_TREE);
        assertThat(commit.parents()).containsExactly(Samples.FIRST);
        assertThat(commit.author()).isEqualTo(Drafts.ENGINE);
        assertThat(commit.time()).isEqualTo(Drafts.TIME);
        assertThat(commit.message()).isEqualTo(Drafts.MESSAGE);
        assertThat(there.tree(commit.id()).find("new/deep/guide.md")).isPresent();
        assertThat(there.object(Samples.LETTER_A)).isPresent();
    }

    @Test
    default void whatWasTransferredIsNeverLessThanBefore() {
        DownstreamRepository downstream = host(Samples.everyMode()).open();
        Traffic opened = downstream.traffic();
        CommitDraft draft = Drafts.sample(downstream);
        Traffic read = downstream.traffic();
        downstream.push(draft);
        Traffic pushed = downstream.traffic();
        downstream.close();

        assertThat(opened).isEqualTo(Traffic.NONE);
        assertThat(List.of(opened, read, pushed, downstream.traffic()))
                .isSortedAccordingTo(Comparator.comparingLong(Traffic::received))
                .isSortedAccordingTo(Comparator.comparingLong(Traffic::sent));
    }

    @Test
    default void theRepositorySeesItsOwnPush() {
        try (DownstreamRepository downstream = host(Samples.everyMode()).open()) {
            assertThat(downstream.push(Drafts.sample(downstream))).isInstanceOf(BranchUpdate.Done.class);

            assertThat(downstream.branches("agent33-sync/"))
                    .containsExactly(new BranchTip(Drafts.BRANCH, Drafts.SAMPLE_COMMIT));
            assertThat(downstream.commit(Drafts.SAMPLE_COMMIT).message()).isEqualTo(Drafts.MESSAGE);
            assertThat(downstream.commit(Drafts.SAMPLE_COMMIT).parents()).containsExactly(Samples.FIRST);
            assertThat(downstream.tree(Drafts.SAMPLE_COMMIT).id()).isEqualTo(Edits.SAMPLE_TREE);
            assertThat(downstream.isAncestor(Samples.FIRST, Drafts.SAMPLE_COMMIT))
                    .isTrue();
        }
    }

    @Test
    default void equalDraftsFromTwoPortsAreOneCommit() {
        DownstreamHost host = host(Samples.everyMode());
        try (DownstreamRepository one = host.open();
                DownstreamRepository other = host.open()) {
            assertThat(one.push(Drafts.sample(one))).isEqualTo(new BranchUpdate.Done(Drafts.SAMPLE_COMMIT));
            assertThat(other.push(Drafts.sample(other))).isEqualTo(new BranchUpdate.Done(Drafts.SAMPLE_COMMIT));
        }
    }

    @Test
    default void aRepeatAfterALostAnswerIsDone() {
        DownstreamHost host = host(Samples.everyMode());
        try (DownstreamRepository downstream = host.open()) {
            assertThat(downstream.push(Drafts.sample(downstream))).isInstanceOf(BranchUpdate.Done.class);
            var before = host.branches();

            assertThat(downstream.push(Drafts.sample(downstream)))
                    .isEqualTo(new BranchUpdate.Done(Drafts.SAMPLE_COMMIT));
            assertThat(downstream.push(Drafts.sample(downstream, Optional.of(Samples.UNKNOWN))))
                    .isEqualTo(new BranchUpdate.Done(Drafts.SAMPLE_COMMIT));
            assertThat(host.branches()).isEqualTo(before);
        }
    }

    /** The new tip need not descend from the old one: a branch is made anew on a base that has moved. */
    @Test
    default void aBranchIsReplacedIfItsTipIsTheExpectedOne() {
        DownstreamHost host = host(Samples.everyMode());
        try (DownstreamRepository downstream = host.open()) {
            ObjectId first = done(downstream.push(Drafts.of(downstream, "first\n", put("a", "1"))));
            ObjectId second =
                    done(downstream.push(Drafts.of(downstream, "second\n", Optional.of(first), put("a", "2"))));

            assertThat(second).isNotEqualTo(first);
            assertThat(host.branches()).containsEntry(Drafts.BRANCH, second);
            assertThat(downstream.branches(Drafts.BRANCH)).containsExactly(new BranchTip(Drafts.BRANCH, second));
        }
    }

    @Test
    default void aBranchThatShouldNotExistButDoesIsStale() {
        MemoryGit git = new MemoryGit();
        Samples.everyMode(git);
        ObjectId person =
                git.commitOn(Drafts.BRANCH, "a person's").file("p", "").id();
        DownstreamHost host = host(git.fixture());

        try (DownstreamRepository downstream = host.open()) {
            assertThat(downstream.push(Drafts.sample(downstream)))
                    .isEqualTo(new BranchUpdate.Stale(Optional.of(person)));
        }
        assertThat(host.branches()).containsEntry(Drafts.BRANCH, person);
    }

    @Test
    default void aBranchThatMovedIsStaleHoweverLateThePortLearnsIt() {
        MemoryGit git = new MemoryGit();
        Samples.everyMode(git);
        git.branch(Drafts.BRANCH, Samples.FIRST);
        DownstreamHost host = host(git.fixture());

        try (DownstreamRepository downstream = host.open()) {
            var draft = Drafts.sample(downstream, Optional.of(Samples.FIRST));
            assertThat(downstream.branches(Drafts.BRANCH)).hasSize(1);
            ObjectId person =
                    git.commitOn(Drafts.BRANCH, "a person's").file("p", "").id();
            host.become(git.fixture());

            assertThat(downstream.push(draft)).isEqualTo(new BranchUpdate.Stale(Optional.of(person)));
            assertThat(host.branches()).containsEntry(Drafts.BRANCH, person);
        }
    }

    @Test
    default void aBranchThatShouldExistButDoesNotIsStale() {
        DownstreamHost host = host(Samples.everyMode());
        try (DownstreamRepository downstream = host.open()) {
            assertThat(downstream.push(Drafts.sample(downstream, Optional.of(Samples.FIRST))))
                    .isEqualTo(new BranchUpdate.Stale(Optional.empty()));
        }
        assertThat(host.branches()).containsOnlyKeys("main");
    }

    @Test
    default void aProtectedBranchIsRefused() {
        DownstreamHost host = host(Samples.everyMode());
        host.protect(Drafts.BRANCH);

        try (DownstreamRepository downstream = host.open()) {
            assertThat(downstream.push(Drafts.sample(downstream)))
                    .asInstanceOf(type(BranchUpdate.Refused.class))
                    .satisfies(refused -> assertThat(refused.reason()).isNotBlank());
        }
        assertThat(host.branches()).containsOnlyKeys("main");
    }

    /** Git cannot hold a branch below another one. */
    @Test
    default void aNameThatAnotherBranchBlocksIsRefused() {
        MemoryGit git = new MemoryGit();
        Samples.everyMode(git);
        DownstreamHost host = host(git.branch("agent33-sync", Samples.FIRST).fixture());

        try (DownstreamRepository downstream = host.open()) {
            assertThat(downstream.push(Drafts.sample(downstream))).isInstanceOf(BranchUpdate.Refused.class);
        }
        assertThat(host.branches()).containsOnlyKeys("main", "agent33-sync");
    }

    @Test
    default void aPushTouchesNoOtherBranch() {
        MemoryGit git = new MemoryGit();
        Samples.everyMode(git);
        git.branch("other", Samples.FIRST);
        DownstreamHost host = host(git.fixture());

        try (DownstreamRepository downstream = host.open()) {
            // People move on between the port's first look and its push.
            var draft = Drafts.sample(downstream);
            ObjectId main = git.commit("next").file("n", "").id();
            host.become(git.deleteBranch("other").fixture());
            assertThat(downstream.push(draft)).isInstanceOf(BranchUpdate.Done.class);

            assertThat(host.branches())
                    .containsOnly(Map.entry("main", main), Map.entry(Drafts.BRANCH, Drafts.SAMPLE_COMMIT));
        }
    }

    @Test
    default void ofManyPortsThatRaceForABranchOneWins() throws Exception {
        DownstreamHost host = host(Samples.everyMode());
        for (int round = 0; round < 5; round++) {
            String branch = "race/" + round;

            List<BranchUpdate> ends = Race.run(host, branch, 3);

            List<ObjectId> winners = ends.stream()
                    .filter(BranchUpdate.Done.class::isInstance)
                    .map(PushContract::done)
                    .toList();
            assertThat(winners).as("winners of %s", ends).hasSize(1);
            assertThat(ends)
                    .filteredOn(end -> !(end instanceof BranchUpdate.Done))
                    .containsOnly(new BranchUpdate.Stale(Optional.of(winners.get(0))));
            assertThat(host.branches()).containsEntry(branch, winners.get(0));
        }
    }

    private static ObjectId done(BranchUpdate update) {
        assertThat(update).isInstanceOf(BranchUpdate.Done.class);
        return ((BranchUpdate.Done) update).commit();
    }
}
