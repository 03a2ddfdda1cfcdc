package io.agent33.sync.github;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.publish.PullRequestDraft;
import io.agent33.sync.api.publish.PullRequestText;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.rule.MergeMethod;
import io.agent33.sync.github.simulated.Mishap;
import io.agent33.sync.github.simulated.Request;
import io.agent33.sync.github.simulated.Seen;
import io.agent33.sync.github.simulated.SimulatedGitHub;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Merging without a person, in each state that GitHub knows of (S11). */
class AutoMergeTest {
    private static final RepositoryId WEBAPP = RepositoryId.of("org/webapp");
    private static final String BRANCH = "agent33-sync/v1.0.0/docs";
    private static final String LATER = "GitHub merges it when all its requirements are met";

    private final SimulatedGitHub simulated = SimulatedGitHub.start();
    private final GitHub gitHub =
            simulated.connection().attempts(2).pause(new VirtualPause()).token(() -> "good");
    private final GitHubPullRequestPublisher publisher = GitHubPullRequestPublisher.on(gitHub);
    private final Seen webapp = Seen.in(simulated, WEBAPP);

    @BeforeEach
    void push() {
        webapp.branch(BRANCH);
    }

    @AfterEach
    void close() {
        gitHub.close();
        simulated.close();
    }

    private static PullRequestDraft draft(String body, boolean draft, Optional<MergeMethod> merge) {
        ObjectId commit = new ObjectId("1".repeat(40));
        return new PullRequestDraft(
                WEBAPP,
                "docs",
                new Release("1.0.0", commit, Optional.of("v1.0.0")),
                new BranchTip("main", commit),
                new BranchTip(BRANCH, commit),
                new PullRequestText("sync 1.0.0", body, List.of(), List.of(), draft, merge));
    }

    private Publication published() {
        return publisher.publish(draft("body", false, Optional.of(MergeMethod.SQUASH)));
    }

    private Publication unwished() {
        return publisher.publish(draft("another body", false, Optional.empty()));
    }

    private Seen.Pull pull() {
        return webapp.from(BRANCH).get(0);
    }

    private boolean nothingWritten() {
        return simulated.requests().size() <= 2 && simulated.requests().stream().allMatch(Request::isRead);
    }

    /** Requests are counted from here on. */
    private void count() {
        simulated.fail((number, request) -> Mishap.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"blocked", "behind"})
    void gitHubWaitsForWhatIsInTheWay(String state) {
        webapp.mergeStates(state);

        assertThat(published().notes()).containsExactly(LATER);

        assertThat(pull().awaited()).isTrue();
        assertThat(pull().open()).isTrue();
        assertThat(simulated.requests())
                .filteredOn(request -> request.path().equals("/graphql"))
                .singleElement()
                .satisfies(request -> assertThat(request.body().path("query").asText())
                        .contains("mergeMethod: SQUASH", "expectedHeadOid: \"" + "1".repeat(40) + "\""));
        count();
        assertThat(published()).isInstanceOf(Publication.Unchanged.class);
        assertThat(published().notes()).containsExactly(LATER);
        assertThat(simulated.requests()).hasSize(2).allMatch(Request::isRead);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clean", "has_hooks"})
    void withNothingToWaitForItIsMergedAtOnceAsItWasChecked(String state) {
        webapp.mergeStates(state);

        Publication told = published();

        assertThat(told).isInstanceOf(Publication.Opened.class);
        assertThat(told.notes()).containsExactly("it is merged: nothing was left to wait for");
        assertThat(pull().merged()).isTrue();
        assertThat(simulated.requests())
                .filteredOn(request -> request.path().endsWith("/merge"))
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.body().path("sha").asText()).isEqualTo("1".repeat(40));
                    assertThat(request.body().path("merge_method").asText()).isEqualTo("squash");
                });
    }

    @Test
    void gitHubIsAskedAgainWhileItFindsOut() {
        webapp.mergeStates("unknown", "unknown", "blocked");

        assertThat(published().notes()).containsExactly(LATER);

        assertThat(pull().awaited()).isTrue();
    }

    @Test
    void whatGitHubDoesNotFindOutIsLookedAtByTheNextRun() {
        webapp.mergeStates("unknown");
        assertThat(published().notes())
                .containsExactly(
                        "it is not merged by itself yet: GitHub says \"Pull request Pull request is in unknown status\"");

        webapp.mergeStates("blocked");

        assertThat(published().notes()).containsExactly(LATER);
    }

    @Test
    void whatIsUnstableIsMergedByTheRunThatFindsItClean() {
        webapp.mergeStates("unstable");
        assertThat(published().notes())
                .containsExactly(
                        "it is not merged by itself yet: GitHub says \"Pull request Pull request is in unstable status\"");
        assertThat(pull().open()).isTrue();
        count();
        Publication again = published();
        assertThat(again).isInstanceOf(Publication.Unchanged.class);
        assertThat(again.notes()).containsExactly("it is not merged by itself yet: it is unstable");
        assertThat(nothingWritten()).as("no change means no write").isTrue();

        webapp.mergeStates("clean");

        assertThat(published().notes()).containsExactly("it is merged: nothing was left to wait for");
        assertThat(pull().merged()).isTrue();
    }

    @Test
    void whatTurnsUnfitBetweenLookAndMergeStaysOpen() {
        webapp.mergeStates("unstable", "clean", "blocked");
        published();

        assertThat(published().notes())
                .containsExactly("it is not merged by itself yet: GitHub says \"Pull Request is not mergeable\"");

        assertThat(pull().open()).isTrue();
        assertThat(published().notes()).containsExactly(LATER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clean", "blocked", "unstable"})
    void aRepositoryThatDoesNotAllowItIsAskedOnce(String state) {
        webapp.mergeStates(state);
        webapp.noAutoMerge();
        assertThat(published().notes()).singleElement().asString().startsWith("it is not merged by itself: ");
        assertThat(pull().open()).isTrue();
        count();

        Publication again = published();

        assertThat(again).isInstanceOf(Publication.Unchanged.class);
        assertThat(again.notes()).containsExactly("it is not merged by itself: GitHub did not allow it");
        assertThat(nothingWritten()).as("no change means no write").isTrue();
    }

    @Test
    void withoutBranchProtectionARepositoryThatDoesNotAllowItMergesNothing() {
        webapp.mergeStates("unstable");
        published();
        webapp.mergeStates("clean");
        webapp.noAutoMerge();

        assertThat(published().notes())
                .containsExactly(
                        "it is not merged by itself: GitHub says \"the repository does not allow auto-merge\"");

        assertThat(pull().open()).isTrue();
    }

    @Test
    void aDraftIsNotMerged() {
        assertThat(publisher
                        .publish(draft("body", true, Optional.of(MergeMethod.MERGE)))
                        .notes())
                .containsExactly("it is not merged by itself: it is a draft");

        assertThat(pull().awaited()).isFalse();
    }

    @Test
    void itIsTakenBackWhenItWantsAPersonsLook() {
        published();

        Publication told = unwished();

        assertThat(told).isInstanceOf(Publication.Updated.class);
        assertThat(told.notes()).containsExactly("it is not merged by itself any more: it wants a person's look");
        assertThat(pull().awaited()).isFalse();
        count();
        assertThat(unwished()).isEqualTo(new Publication.Unchanged(((Publication.Updated) told).location()));
        assertThat(nothingWritten()).isTrue();
    }

    @Test
    void whatAPersonTurnedOffStaysOff() {
        published();
        webapp.await(BRANCH, "");
        count();

        Publication told = published();

        assertThat(told).isInstanceOf(Publication.Unchanged.class);
        assertThat(told.notes()).containsExactly("it is not merged by itself: a person turned that off");
        assertThat(nothingWritten()).isTrue();
    }

    @Test
    void whatAPersonTurnedOnStaysOn() {
        unwished();
        webapp.await(BRANCH, "ann");
        count();

        assertThat(unwished()).isInstanceOf(Publication.Unchanged.class);

        assertThat(pull().awaited()).isTrue();
        assertThat(nothingWritten()).isTrue();
    }

    @Test
    void itIsTakenBackBeforeAnythingElseIsWritten() {
        published();
        simulated.fail((number, request) -> Mishap.NONE);

        unwished();

        assertThat(simulated.requests())
                .filteredOn(request -> !request.isRead())
                .first()
                .satisfies(request ->
                        assertThat(request.body().path("query").asText()).contains("disablePullRequestAutoMerge"));
    }

    @Test
    void whatThePublisherAskedForUnderAnotherNameIsTakenBackToo() {
        published();
        webapp.await(BRANCH, "another[bot]");

        assertThat(unwished().notes()).containsExactly("it is not merged by itself any more: it wants a person's look");

        assertThat(pull().awaited()).isFalse();
    }

    @Test
    void conflictsWhereThereAreNoDraftsAreToldAndKeepItFromMerging() {
        published();
        webapp.noDrafts();

        Publication told = publisher.publish(draft("CONFLICTS", true, Optional.empty()));

        assertThat(told).isInstanceOf(Publication.Updated.class);
        assertThat(told.notes()).hasSize(2).anyMatch(note -> note.contains("the repository has none"));
        assertThat(pull().awaited()).isFalse();
        assertThat(pull().body()).startsWith("CONFLICTS");
    }

    @Test
    void whatAPersonTurnedOffStaysOffAlsoIfTheyWriteBelow() {
        published();
        webapp.await(BRANCH, "");
        webapp.write(BRANCH, "\nPlease wait for Friday.");

        assertThat(published().notes()).containsExactly("it is not merged by itself: a person turned that off");
        webapp.overwrite(BRANCH, "all of it is mine");
        assertThat(published().notes()).singleElement().asString().contains("is gone");

        assertThat(pull().awaited()).isFalse();
    }

    @Test
    void anotherPullRequestFromTheBranchIsAPersons() {
        published();
        webapp.openElsewhere(BRANCH, "release-1.x", "ann", "for the old line");

        assertThat(published()).isInstanceOf(Publication.Unchanged.class);

        assertThat(webapp.from(BRANCH)).hasSize(2);
        assertThat(webapp.from(BRANCH).get(1).body()).isEqualTo("for the old line");
    }

    /** Each request fails in each way; the pull request is awaited or merged all the same, and told so. */
    @ParameterizedTest
    @ValueSource(strings = {"blocked", "clean"})
    void whateverIsLostOnTheWayItIsSeenTo(String state) {
        webapp.mergeStates(state);
        published();
        int calls = simulated.requests().size();
        for (Mishap mishap : List.of(Mishap.ERROR_BEFORE, Mishap.ERROR_AFTER)) {
            for (int call = 1; call <= calls; call++) {
                AutoMergeTest world = new AutoMergeTest();
                try {
                    world.isStruckAt(call, mishap, state);
                } finally {
                    world.close();
                }
            }
        }
    }

    private void isStruckAt(int call, Mishap mishap, String state) {
        push();
        webapp.mergeStates(state);
        simulated.fail((number, request) -> number == call ? mishap : Mishap.NONE);

        Publication told = published();

        assertThat(told).as("%s at %s", mishap, call).isInstanceOf(Publication.Opened.class);
        assertThat(webapp.from(BRANCH)).singleElement().satisfies(pull -> {
            assertThat(pull.awaited()).as("%s at %s", mishap, call).isEqualTo(state.equals("blocked"));
            assertThat(pull.merged()).as("%s at %s", mishap, call).isEqualTo(state.equals("clean"));
        });
        assertThat(told.notes()).singleElement().asString().contains("merge");
    }
}
