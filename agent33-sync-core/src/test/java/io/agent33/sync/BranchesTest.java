package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.publish.PullRequestDraft;
import io.agent33.sync.api.publish.PullRequestPublisher;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepositoryId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose branch a proposal has, and what is finished, replaced or left alone on it: S11, S14. */
class BranchesTest {
    private static final String BRANCH = "agent33-sync/v1.0.0/docs";

    private final World world = new World();

    @BeforeEach
    void releaseOne() {
        world.upstream.commit("a").file("core/a.md", "1\n").tag("v1.0.0");
    }

    @Test
    void aBranchThatAPersonPushedToIsLeftAlone() {
        world.run();
        world.webapp().commitOn(BRANCH, "my fix").file("docs/a.md", "better\n");
        int requests = world.downstreams.writeRequests();

        RuleOutcome outcome = World.only(world.run());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        RuleOutcome.LeftAlone.class,
                        left -> assertThat(left.reason()).contains("my fix"));
        assertThat(world.downstreams.writeRequests()).isEqualTo(requests);
        assertThat(world.files(world.webapp().tree(BRANCH))).containsEntry("docs/a.md", "better\n");
    }

    @Test
    void aPersonsCommitUnderCopiedTrailersIsStillAPersons() {
        world.run();
        String message;
        try (DownstreamRepository clone = world.webapp().open()) {
            message = clone.commit(clone.branches(BRANCH).get(0).commit()).message();
        }
        world.webapp().commitOn(BRANCH, message).file("docs/a.md", "forged\n");

        assertThat(World.only(world.run())).isInstanceOf(RuleOutcome.LeftAlone.class);
    }

    @Test
    void anAmendedCommitIsAPersons() {
        world.run();
        String message;
        try (DownstreamRepository clone = world.webapp().open()) {
            message = clone.commit(clone.branches(BRANCH).get(0).commit()).message();
        }
        world.webapp().git().deleteBranch(BRANCH);
        world.webapp().commitOn(BRANCH, message).file("docs/a.md", "amended\n");

        assertThat(World.only(world.run())).isInstanceOf(RuleOutcome.LeftAlone.class);
        assertThat(world.files(world.webapp().tree(BRANCH))).containsEntry("docs/a.md", "amended\n");
    }

    @Test
    void theCommitsTimeIsTheReleasesOrTheBasesAndNotTheClocks() {
        world.run();
        try (DownstreamRepository clone = world.webapp().open()) {
            Commit commit = clone.commit(clone.branches(BRANCH).get(0).commit());
            Instant base = clone.commit(commit.parents().get(0)).time();
            Instant released = world.upstream
                    .commit(world.upstream.resolve("v1.0.0").orElseThrow().commit())
                    .time();
            assertThat(commit.time()).isEqualTo(released.isAfter(base) ? released : base);
        }
    }

    @Test
    void aBranchOfThatNameThatAPersonMadeIsLeftAlone() {
        world.webapp().commitOn(BRANCH, "mine").file("x", "y\n");

        assertThat(World.only(world.run())).isInstanceOf(RuleOutcome.LeftAlone.class);
    }

    @Test
    void aBaseThatMovedElsewhereNeedsNoNewCommit() {
        world.run();
        world.webapp().commit("elsewhere").file("src/Main.java", "class Main {}\n");
        int requests = world.downstreams.writeRequests();

        assertThat(World.only(world.run())).isInstanceOf(RuleOutcome.Waiting.class);
        assertThat(world.downstreams.writeRequests()).isEqualTo(requests);
    }

    @Test
    void aPlanThatChangedReplacesOurBranch() {
        world.upstream.commit("b").file("core/b.md", "b\n").tag("v1.0.1");
        world.rules(World.rule("docs").addExclude("core/b.md").build());
        world.run();
        world.rules(World.rule("docs").build());

        assertThat(World.only(world.run())).isInstanceOf(RuleOutcome.Proposed.class);
        assertThat(world.files(world.webapp().tree("agent33-sync/v1.0.1/docs"))).containsKey("docs/b.md");
    }

    @Test
    void aMergeThatAPersonRevertedIsProposedAfresh() {
        world.syncAndMerge();
        world.webapp()
                .commit("Revert")
                .delete("docs/a.md")
                .delete(".agent33-sync-state/docs/manifest.yaml")
                .delete(".agent33-sync-state/docs/baseline/docs/a.md")
                .delete(".agent33-overrides/.about.md");

        world.run();
        world.webapp().merge(BRANCH);

        assertThat(world.files(world.webapp().tree())).containsEntry("docs/a.md", "1\n");
    }

    @Test
    void nothingIsPushedForAReleaseThatThePublisherDeclines() {
        PullRequestPublisher closed = new PullRequestPublisher() {
            @Override
            public Publication publish(PullRequestDraft draft) {
                throw new AssertionError("it was declined");
            }

            @Override
            public Optional<Publication.Declined> declines(RepositoryId repository, String ruleId, Release release) {
                return Optional.of(new Publication.Declined("a person closed it"));
            }
        };

        assertThat(World.only(world.engine().publisher(closed).build().run()))
                .isEqualTo(new RuleOutcome.LeftAlone(BRANCH, "a person closed it"));
        assertThat(world.downstreams.writeRequests()).isZero();
    }

    @Test
    void theDraftsBaseIsTheCommitThatTheHeadStandsOn() {
        world.run();
        PullRequestDraft first = world.publisher.open().get(0);
        List<PullRequestDraft> drafts = new ArrayList<>();
        world.webapp().commit("elsewhere").file("src/Main.java", "class Main {}\n");

        world.engine()
                .publisher(draft -> {
                    drafts.add(draft);
                    return new Publication.Unchanged("here");
                })
                .build()
                .run();

        assertThat(drafts).singleElement().isEqualTo(first);
    }

    @Test
    void aRefusedPushFailsTheRuleWithTheReason() {
        world.webapp().protect(BRANCH, "protected branch hook declined");

        assertThat(World.only(world.run())).isInstanceOfSatisfying(RuleOutcome.Failed.class, failed -> {
            assertThat(failed.objection().code()).isEqualTo("push-refused");
            assertThat(failed.objection().message()).contains("protected branch hook declined");
        });
        assertThat(world.publisher.requests()).isZero();
    }

    @Test
    void whatWasPushedButNotPublishedIsPublishedByTheNextRun() {
        AtomicBoolean down = new AtomicBoolean(true);
        PullRequestPublisher flaky = draft -> {
            if (down.get()) {
                throw new RepositoryException(RepositoryException.Reason.UNREACHABLE, "the forge is down");
            }
            return world.publisher.publish(draft);
        };
        assertThat(World.codes(world.engine().publisher(flaky).build().run())).containsExactly("unreachable");
        int requests = world.downstreams.writeRequests();
        down.set(false);

        RuleOutcome outcome = World.only(world.engine().publisher(flaky).build().run());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        RuleOutcome.Proposed.class,
                        proposed -> assertThat(proposed.publication()).isInstanceOf(Publication.Opened.class));
        assertThat(world.downstreams.writeRequests()).isEqualTo(requests);
    }

    @Test
    void aPullRequestThatThePublisherDeclinesIsLeftAlone() {
        RuleOutcome outcome = World.only(world.engine()
                .publisher(draft -> new Publication.Declined("closed by a person"))
                .build()
                .run());

        assertThat(outcome).isEqualTo(new RuleOutcome.LeftAlone(BRANCH, "closed by a person"));
    }

    @Test
    void theCommitsTimeIsTheLaterOfTheReleasesAndTheBases() {
        Instant late = Instant.parse("2031-05-06T07:08:09Z");
        world.webapp().commit("later").at(late).file("own", "1\n").id();
        world.run();
        assertThat(timeOf(BRANCH)).isEqualTo(late);

        Instant later = late.plusSeconds(60);
        world.upstream.commit("b").at(later).file("core/a.md", "2\n").tag("v1.1.0");
        world.run();
        assertThat(timeOf("agent33-sync/v1.1.0/docs")).isEqualTo(later);
    }

    private Instant timeOf(String branch) {
        try (DownstreamRepository clone = world.webapp().open()) {
            return clone.commit(clone.branches(branch).get(0).commit()).time();
        }
    }

    @Test
    void aBranchOnCommitsThatTheBaseLostIsLeftAlone() {
        ObjectId kept = world.webapp().commit("kept").file("own", "1\n").id();
        world.webapp().commit("lost").file("own", "2\n").id();
        world.run();
        world.webapp().git().branch("main", kept);

        assertThat(World.only(world.run()))
                .isInstanceOfSatisfying(
                        RuleOutcome.LeftAlone.class,
                        left -> assertThat(left.reason())
                                .isEqualTo("it holds commits that the base branch does not have"));
    }
}
