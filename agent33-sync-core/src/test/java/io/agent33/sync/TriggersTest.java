package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.SyncPlan;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.testkit.memory.MemoryUpstream;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

/** Which rules a trigger means, and what they deliver: S10. */
class TriggersTest {
    private final World world = new World();

    @Test
    void dueMeansTheHighestReleaseNotTheNewestTag() {
        world.upstream.commit("a").file("core/a.md", "2.10\n").tag("v2.10.0");
        world.upstream.commit("b").file("core/a.md", "2.9.1\n").tag("v2.9.1");
        world.upstream.commit("c").file("core/a.md", "no release\n").tag("archive-phase25");

        world.syncAndMerge();

        assertThat(world.files(world.webapp().tree())).containsEntry("docs/a.md", "2.10\n");
    }

    @Test
    void preReleasesNeedTheRulesConsent() {
        world.upstream.commit("a").file("core/a.md", "final\n").tag("v1.0.0");
        world.upstream.commit("b").file("core/a.md", "candidate\n").tag("v1.1.0-rc.1");

        assertThat(world.plan(SyncTrigger.due()).proposals().get(0).release().label())
                .isEqualTo("v1.0.0");
        assertThat(World.only(world.run(SyncTrigger.release("v1.1.0-rc.1")))).isInstanceOf(RuleOutcome.Skipped.class);
        world.rules(World.rule("docs").prereleases(true).build());
        assertThat(world.plan(SyncTrigger.due()).proposals().get(0).release().label())
                .isEqualTo("v1.1.0-rc.1");
    }

    @Test
    void aChangeOntoAPreReleaseNeedsConsentToo() {
        world.upstream.commit("a").file("core/a.md", "candidate\n").tag("v1.0.0-rc.1");
        world.rules(World.rule("docs").frequency(Frequency.ON_CHANGE).build());

        assertThat(World.only(world.run())).isInstanceOf(RuleOutcome.Skipped.class);
        assertThat(World.codes(world.run(SyncTrigger.manual("docs").at("v1.0.0-rc.1"))))
                .containsExactly("prerelease");
    }

    @Test
    void oddTagsEndNoRun() {
        world.upstream
                .commit("a")
                .file("core/a.md", "1\n")
                .tag("vv9.0.0")
                .tag("v1.0.0-5")
                .commit("b")
                .file("core/a.md", "2\n")
                .tag("v1.0.0-99999999999999999999");
        world.rules(World.rule("docs").prereleases(true).build());

        assertThat(world.plan(SyncTrigger.due()).proposals().get(0).release().label())
                .isEqualTo("v1.0.0-99999999999999999999");
    }

    @Test
    void buildMetadataIsOrderedByNumberAndNeverGoesBackUnasked() {
        world.upstream.commit("a").file("core/a.md", "9\n").tag("v1.0.0+9");
        world.upstream.commit("b").file("core/a.md", "10\n").tag("v1.0.0+10");
        world.syncAndMerge();

        assertThat(world.files(world.webapp().tree())).containsEntry("docs/a.md", "10\n");
        assertThat(World.codes(world.run(SyncTrigger.release("v1.0.0+9")))).containsExactly("downgrade");
    }

    @Test
    void aRuleThatIsNotDueSaysWhy() {
        world.upstream.commit("a").file("core/a.md", "a\n").tag("v1.0.0");

        assertThat(World.only(world.run(SyncTrigger.change())))
                .isEqualTo(new RuleOutcome.Skipped("its frequency is on_release, and the trigger is a change"));
        world.rules(World.rule("docs").frequency(Frequency.ON_CHANGE).build());
        assertThat(World.only(world.run(SyncTrigger.release())))
                .isEqualTo(new RuleOutcome.Skipped("its frequency is on_change, and the trigger is a release"));
        world.rules(World.rule("docs").frequency(Frequency.MANUAL).build());
        assertThat(World.only(world.run()))
                .isEqualTo(new RuleOutcome.Skipped("its frequency is manual: it runs when it is named"));
        assertThat(world.downstreams.writeRequests()).isZero();
    }

    @Test
    void anUpstreamWithoutReleasesHasNothingDue() {
        world.upstream.commit("a").file("core/a.md", "a\n");

        assertThat(World.only(world.run())).isInstanceOf(RuleOutcome.Skipped.class);
        assertThat(World.codes(world.run(SyncTrigger.manual("docs")))).containsExactly("no-release");
    }

    @Test
    void aReleaseWithoutMatchingFilesIsSkipped() {
        world.upstream.commit("a").file("other/a.md", "a\n").tag("v1.0.0");

        assertThat(World.only(world.run()))
                .isEqualTo(new RuleOutcome.Skipped("no file of v1.0.0 matches source and filters"));
    }

    @Test
    void aChangeIsNamedByTheReleaseBelowAndTheDistance() {
        world.upstream.commit("a").file("core/a.md", "1\n").tag("v1.0.0");
        world.upstream.commit("b").file("core/a.md", "2\n");
        ObjectId head = world.upstream.commit("c").file("core/a.md", "3\n").id();
        world.rules(World.rule("docs").frequency(Frequency.ON_CHANGE).build());

        assertThat(world.plan(SyncTrigger.due()).proposals().get(0).branch())
                .isEqualTo("agent33-sync/v1.0.0+2.g" + head.abbreviated() + "/docs");
        world.syncAndMerge();
        assertThat(world.files(world.webapp().tree())).containsEntry("docs/a.md", "3\n");
    }

    @Test
    void aChangeBeforeAnyReleaseIsNamedByZero() {
        ObjectId head = world.upstream.commit("a").file("core/a.md", "1\n").id();
        world.rules(World.rule("docs").frequency(Frequency.ON_CHANGE).build());

        assertThat(world.plan(SyncTrigger.change()).proposals().get(0).release().label())
                .isEqualTo("v0.0.0+1.g" + head.abbreviated());
    }

    @Test
    void aChangeElsewhereMakesNothingDue() {
        world.upstream.commit("a").file("core/a.md", "1\n").tag("v1.0.0");
        world.rules(World.rule("docs").frequency(Frequency.ON_CHANGE).build());
        world.syncAndMerge();
        world.upstream.commit("b").file("other.md", "x\n");

        assertThat(World.only(world.run()))
                .isInstanceOfSatisfying(
                        RuleOutcome.Skipped.class,
                        skipped -> assertThat(skipped.reason())
                                .startsWith("no matched file changed between v1.0.0 and v1.0.0+1.g"));
    }

    @Test
    void aManualSyncTakesTheNamedRulesAtAnyReference() {
        world.upstream.commit("a").file("core/a.md", "1\n").tag("v1.0.0");
        ObjectId second = world.upstream.commit("b").file("core/a.md", "2\n").id();
        world.rules(
                World.rule("docs").frequency(Frequency.MANUAL).build(),
                World.rule("other").targetPath("other/").build());

        assertThat(world.plan(SyncTrigger.manual("docs"))
                        .proposals()
                        .get(0)
                        .release()
                        .label())
                .isEqualTo("v1.0.0");
        assertThat(world.plan(SyncTrigger.manual("docs").at("main")).rules())
                .singleElement()
                .satisfies(plan -> assertThat(plan.toString()).contains("v1.0.0+1.g" + second.abbreviated()));
    }

    @Test
    void wrongNamesAreRefusedWithWhatThereIs() {
        world.upstream.commit("a").file("core/a.md", "1\n").tag("v1.0.0");

        assertThatThrownBy(() -> world.run(SyncTrigger.due().only("dogs")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("dogs")
                .hasMessageContaining("docs");
        assertThatThrownBy(() -> world.run(SyncTrigger.release("v9.9.9")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("v9.9.9")
                .hasMessageContaining("v1.0.0");
        assertThatThrownBy(() -> world.run(SyncTrigger.change("nowhere")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void aMovedTagIsRefused() {
        world.upstream.commit("a").file("core/a.md", "1\n").tag("v1.0.0");
        world.syncAndMerge();
        world.webapp().git().deleteBranch("agent33-sync/v1.0.0/docs");
        world.upstream.commit("b").file("core/a.md", "2\n").tag("v1.0.0");

        assertThat(World.codes(world.run())).containsExactly("moved-tag");
    }

    @Test
    void aTagThatMovedWhileItsPullRequestWaitsIsRefused() {
        world.upstream.commit("a").file("core/a.md", "1\n").tag("v1.0.0");
        world.run();
        world.upstream.commit("b").file("core/a.md", "2\n").tag("v1.0.0");

        assertThat(World.codes(world.run())).containsExactly("moved-tag");
        assertThat(world.files(world.webapp().tree("agent33-sync/v1.0.0/docs"))).containsEntry("docs/a.md", "1\n");
    }

    @Test
    void goingBackNeedsPermission() {
        world.upstream.commit("a").file("core/a.md", "1\n").tag("v1.0.0");
        world.upstream.commit("b").file("core/a.md", "2\n").tag("v1.1.0");
        world.syncAndMerge();

        assertThat(World.codes(world.run(SyncTrigger.release("v1.0.0")))).containsExactly("downgrade");
        assertThat(World.only(world.run(SyncTrigger.release("v1.0.0").allowDowngrade())))
                .isInstanceOf(RuleOutcome.Proposed.class);
    }

    @Test
    void aMergedCommitAfterTheLatestReleaseIsNotTakenBack() {
        world.upstream.commit("a").file("core/a.md", "1\n").tag("v1.0.0");
        world.upstream.commit("b").file("core/a.md", "2\n");
        RuleOutcome manual = World.only(world.run(SyncTrigger.manual("docs").at("main")));
        world.webapp().merge(((RuleOutcome.Proposed) manual).head().branch());

        assertThat(World.only(world.run()))
                .isInstanceOfSatisfying(
                        RuleOutcome.Skipped.class,
                        skipped -> assertThat(skipped.reason()).contains("is merged, which is newer than v1.0.0"));
    }

    @Test
    void aChangeOfAMatchedFileIsProposed() {
        world.upstream.commit("a").file("core/a.md", "1\n").tag("v1.0.0");
        world.rules(World.rule("docs").frequency(Frequency.ON_CHANGE).build());
        world.syncAndMerge();
        world.upstream.commit("b").file("core/a.md", "2\n");

        assertThat(World.changes(world.plan(SyncTrigger.due()))).containsExactly("MODIFIED docs/a.md");
    }

    /** The history that was delivered from is gone: what changed since then cannot be told, so all of it is compared. */
    @Test
    void aChangeAfterTheUpstreamsHistoryWasRewrittenIsProposed() {
        world.upstream.commit("a").file("core/a.md", "1\n").tag("v1.0.0");
        world.rules(World.rule("docs").frequency(Frequency.ON_CHANGE).build());
        world.syncAndMerge();
        MemoryUpstream rewritten = MemoryUpstream.named("agent33/agent33");
        rewritten.commit("other").file("core/a.md", "2\n").tag("v1.1.0");

        SyncPlan plan = world.engine().upstream(rewritten).build().plan(SyncTrigger.due());

        assertThat(World.changes(plan)).containsExactly("MODIFIED docs/a.md");
    }

    @Test
    void aChangeIsComparedWithNothingThatTheUpstreamCannotTell() {
        world.upstream.commit("a").file("core/a.md", "1\n").tag("v1.0.0");
        world.rules(World.rule("docs").frequency(Frequency.ON_CHANGE).build());
        world.syncAndMerge();
        ObjectId merged = world.upstream.resolve("v1.0.0").orElseThrow().commit();
        world.upstream.commit("b").file("core/a.md", "2\n");
        UpstreamRepository failing = (UpstreamRepository) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {UpstreamRepository.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("tree") && arguments[0].equals(merged)) {
                        throw new RepositoryException(RepositoryException.Reason.UNREACHABLE, "it went away");
                    }
                    return method.invoke(world.upstream, arguments);
                });

        assertThat(World.codes(world.engine().upstream(failing).build().run())).containsExactly("unreachable");
    }
}
