package io.agent33.sync;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.publish.PullRequestDraft;
import io.agent33.sync.api.publish.PullRequestPublisher;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.testkit.fault.CallWatcher;
import io.agent33.sync.testkit.fault.FaultyPorts;
import io.agent33.sync.testkit.fault.PortCall;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a release does to the proposals of older and newer ones: S10, S11. */
class SupersedingTest {
    private static final String BRANCH = "agent33-sync/v1.0.0/docs";

    private final World world = new World();

    @BeforeEach
    void releaseOne() {
        world.upstream.commit("a").file("core/a.md", "1\n").tag("v1.0.0");
    }

    private List<String> branches() {
        try (DownstreamRepository clone = world.webapp().open()) {
            return clone.branches("agent33-sync/").stream()
                    .map(BranchTip::branch)
                    .toList();
        }
    }

    @Test
    void aNewerReleaseTakesTheOlderBranchAway() {
        world.run();
        world.upstream.commit("b").file("core/a.md", "2\n").tag("v1.1.0");

        world.run();

        assertThat(branches()).containsExactly("agent33-sync/v1.1.0/docs");
    }

    @Test
    void aReleaseThatTakesAChangeBackTakesItsProposalAwayToo() {
        world.syncAndMerge();
        world.upstream.commit("2").file("core/a.md", "BAD\n").tag("v1.1.0");
        world.run();
        world.upstream.commit("3").file("core/a.md", "1\n").tag("v1.2.0");

        assertThat(World.only(world.run())).isEqualTo(new RuleOutcome.Current("v1.2.0"));

        assertThat(branches()).containsExactly(BRANCH);
        int requests = world.downstreams.writeRequests();
        world.run();
        assertThat(world.downstreams.writeRequests()).isEqualTo(requests);
    }

    @Test
    void aHeadThatTakesAChangeBackTakesItsProposalAwayToo() {
        world.rules(World.rule("docs").frequency(Frequency.ON_CHANGE).build());
        world.syncAndMerge();
        world.upstream.commit("2").file("core/a.md", "BAD\n");
        world.run();
        assertThat(branches()).hasSize(2);
        world.upstream.commit("3").file("core/a.md", "1\n");
        List<String> withdrawn = new ArrayList<>();

        SyncReport report =
                world.engine().publisher(withdrawing(withdrawn)).build().run();

        assertThat(World.only(report)).isInstanceOf(RuleOutcome.Skipped.class);
        assertThat(branches()).containsExactly(BRANCH);
        assertThat(withdrawn).singleElement(as(STRING)).contains("v1.0.0+1.g");
    }

    private PullRequestPublisher withdrawing(List<String> branches) {
        return new PullRequestPublisher() {
            @Override
            public Publication publish(PullRequestDraft draft) {
                return world.publisher.publish(draft);
            }

            @Override
            public void withdraw(RepositoryId repository, String ruleId, BranchTip head) {
                branches.add(head.branch());
            }
        };
    }

    @Test
    void aPullRequestThatCannotBeWithdrawnNowKeepsItsBranchUntilItCan() {
        world.syncAndMerge();
        world.upstream.commit("2").file("core/a.md", "BAD\n").tag("v1.1.0");
        world.run();
        world.upstream.commit("3").file("core/a.md", "1\n").tag("v1.2.0");
        PullRequestPublisher unreachable = new PullRequestPublisher() {
            @Override
            public Publication publish(PullRequestDraft draft) {
                return world.publisher.publish(draft);
            }

            @Override
            public void withdraw(RepositoryId repository, String ruleId, BranchTip head) {
                throw new RepositoryException(RepositoryException.Reason.UNREACHABLE, "no forge");
            }
        };

        SyncReport report = world.engine().publisher(unreachable).build().run();

        assertThat(World.only(report)).isEqualTo(new RuleOutcome.Current("v1.2.0"));
        assertThat(branches()).contains("agent33-sync/v1.1.0/docs");
        world.run();
        assertThat(branches()).containsExactly(BRANCH);
    }

    @Test
    void aBranchThatCannotBeDeletedNowIsDeletedLater() {
        world.run();
        world.webapp().protect(BRANCH, "no deletions on Sundays");
        world.upstream.commit("b").file("core/a.md", "2\n").tag("v1.1.0");
        assertThat(World.only(world.run())).isInstanceOf(RuleOutcome.Proposed.class);
        assertThat(branches()).contains(BRANCH);
        world.webapp().unprotect(BRANCH);

        assertThat(World.only(world.run())).isInstanceOf(RuleOutcome.Waiting.class);

        assertThat(branches()).containsExactly("agent33-sync/v1.1.0/docs");
    }

    @Test
    void anOlderBranchThatAPersonTouchedStays() {
        world.run();
        world.webapp().commitOn(BRANCH, "mine").file("x", "y\n");
        world.upstream.commit("b").file("core/a.md", "2\n").tag("v1.1.0");

        world.run();

        assertThat(branches()).containsExactly(BRANCH, "agent33-sync/v1.1.0/docs");
    }

    @Test
    void aMergedBranchThatWasNotDeletedStays() {
        world.syncAndMerge();
        world.upstream.commit("b").file("core/a.md", "2\n").tag("v1.1.0");

        world.run();

        assertThat(branches()).containsExactly(BRANCH, "agent33-sync/v1.1.0/docs");
    }

    @Test
    void branchesOfOtherRulesAreNotTouched() {
        world.rules(
                World.rule("docs").build(),
                World.rule("more-docs").targetPath("more").build());
        world.run();
        world.upstream.commit("b").file("core/a.md", "2\n").tag("v1.1.0");

        world.run(SyncTrigger.due().only("docs"));

        assertThat(branches()).containsExactly("agent33-sync/v1.0.0/more-docs", "agent33-sync/v1.1.0/docs");
    }

    @Test
    void aReleaseThatWasMergedOnceIsProposedAfreshAfterGoingBack() {
        world.syncAndMerge();
        world.upstream.commit("2").file("core/a.md", "2\n").tag("v1.1.0");
        world.syncAndMerge();

        RuleOutcome back = World.only(world.run(SyncTrigger.release("v1.0.0").allowDowngrade()));

        assertThat(back).isInstanceOf(RuleOutcome.Proposed.class);
        world.webapp().merge(BRANCH);
        assertThat(world.files(world.webapp().tree())).containsEntry("docs/a.md", "1\n");
    }

    @Test
    void anOlderReleaseDoesNotTakeANewerProposalsPlaceUnasked() {
        world.upstream.commit("2").file("core/a.md", "2\n").tag("v1.1.0");
        world.run();

        assertThat(World.only(world.run(SyncTrigger.release("v1.0.0"))))
                .isEqualTo(new RuleOutcome.Skipped("v1.1.0 is proposed already, which is newer than v1.0.0"));
        assertThat(branches()).containsExactly("agent33-sync/v1.1.0/docs");
        assertThat(World.only(world.run(SyncTrigger.release("v1.0.0").allowDowngrade())))
                .isInstanceOf(RuleOutcome.Proposed.class);
        assertThat(branches()).containsExactly(BRANCH);
    }

    @Test
    void anOlderReleaseDoesNotTakeThePlaceOfANewerOneThatAPersonTouchedEither() {
        world.syncAndMerge();
        world.upstream.commit("b").file("core/a.md", "2\n").tag("v1.1.0");
        world.run();
        world.webapp().commitOn("agent33-sync/v1.1.0/docs", "my fix").file("docs/a.md", "better\n");
        world.upstream.commit("c").file("core/a.md", "1.5\n").tag("v1.0.5");

        RuleOutcome outcome = World.only(world.run(SyncTrigger.release("v1.0.5")));

        assertThat(outcome.toString()).contains("v1.1.0 is proposed already");
        assertThat(branches()).doesNotContain("agent33-sync/v1.0.5/docs");
    }

    /** Another engine brings v1.1.0 just before a call of the one that brings v1.0.0. */
    private RuleOutcome olderMeetingANewerOneAt(String method) {
        world.upstream.commit("2").file("core/a.md", "2\n").tag("v1.1.0");
        AtomicBoolean met = new AtomicBoolean();
        FaultyPorts ports = FaultyPorts.recording().watchedBy(new CallWatcher() {
            @Override
            public void begins(PortCall call) {
                if (call.method().equals(method) && met.compareAndSet(false, true)) {
                    assertThat(World.only(world.run())).isInstanceOf(RuleOutcome.Proposed.class);
                }
            }
        });
        RuleOutcome outcome = World.only(world.engine()
                .downstreams(ports.downstreams(world.downstreams))
                .publisher(ports.publisher(world.publisher))
                .build()
                .run(SyncTrigger.release("v1.0.0")));
        assertThat(met).isTrue();
        return outcome;
    }

    @Test
    void anOlderReleaseGivesWayToANewerOneThatAnotherEngineBringsMeanwhile() {
        RuleOutcome outcome = olderMeetingANewerOneAt("push");

        assertThat(outcome)
                .isEqualTo(new RuleOutcome.Skipped("v1.1.0 is proposed already, which is newer than v1.0.0"));
        assertThat(branches()).containsExactly("agent33-sync/v1.1.0/docs");
        assertThat(world.publisher.open())
                .singleElement()
                .satisfies(open -> assertThat(open.release().label()).isEqualTo("v1.1.0"));
    }

    @Test
    void anOlderOneThatIsPublishedLateTakesNoNewerOneAway() {
        world.run(SyncTrigger.release("v1.0.0"));

        RuleOutcome outcome = olderMeetingANewerOneAt("publish");

        assertThat(outcome).isInstanceOf(RuleOutcome.Proposed.class);
        assertThat(branches()).containsExactly("agent33-sync/v1.1.0/docs");
        world.run();
        assertThat(world.publisher.open())
                .singleElement()
                .satisfies(open -> assertThat(open.release().label()).isEqualTo("v1.1.0"));
    }

    @Test
    void aNewerProposalOutlivesTheSyncOfAnOlderReleaseThatIsMerged() {
        world.syncAndMerge();
        world.upstream.commit("2").file("core/a.md", "2\n").tag("v1.1.0");
        world.run();

        assertThat(World.only(world.run(SyncTrigger.release("v1.0.0")))).isEqualTo(new RuleOutcome.Current("v1.0.0"));

        assertThat(branches()).contains("agent33-sync/v1.1.0/docs");
    }
}
