package io.agent33.sync.github;

import static io.agent33.sync.github.Payloads.DOWNSTREAM;
import static io.agent33.sync.github.Payloads.UPSTREAM;
import static io.agent33.sync.github.Payloads.create;
import static io.agent33.sync.github.Payloads.pull;
import static io.agent33.sync.github.Payloads.push;
import static io.agent33.sync.github.Payloads.release;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.github.webhook.WebhookResult;
import io.agent33.sync.github.webhook.WebhookResult.Accepted;
import io.agent33.sync.github.webhook.WebhookResult.Ignored;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which deliveries ask for what (S10), and which for nothing. */
class GitHubWebhookTest {
    private final GitHubWebhook webhook = GitHubWebhook.of(RepositoryId.of("agent33/agent33"))
            .secrets(Sent.SECRET)
            .downstreams(List.of(RepositoryId.of("org/webapp")))
            .build();

    private void assertIgnored(Sent delivery, String reason) {
        assertThat(delivery.to(webhook)).isInstanceOfSatisfying(Ignored.class, ignored -> {
            assertThat(ignored.status()).isEqualTo(200);
            assertThat(ignored.reason()).contains(reason);
            assertThat(ignored.asked()).isEmpty();
        });
    }

    private void assertAsks(Sent delivery, SyncTrigger trigger) {
        WebhookResult result = delivery.to(webhook);

        assertThat(result).isEqualTo(new Accepted(delivery.headers().get("X-GitHub-Delivery"), trigger));
        assertThat(result.status()).isEqualTo(202);
        assertThat(result.asked()).contains(trigger);
    }

    @ParameterizedTest
    @CsvSource({"published,v1.2.0", "released,v1.2.0", "published,1.2.0", "published,v2.0.0-rc.1"})
    void aReleaseThatWasPublishedIsAskedForByItsTag(String action, String tag) {
        assertAsks(release(action, tag, false), SyncTrigger.release(tag));
    }

    @ParameterizedTest
    @ValueSource(strings = {"created", "edited", "deleted", "unpublished", "prereleased"})
    void whatElseBecomesOfAReleaseIsIgnored(String action) {
        assertIgnored(release(action, "v1.2.0", false), "not published just now");
    }

    @Test
    void aDraftIsIgnored() {
        assertIgnored(release("published", "v1.2.0", true), "not published just now");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nightly", "v1.2", "vv1.2.0", "v1.02.0", "v1.2.0+4.g0123456789ab"})
    void aTagThatIsNoVersionIsIgnored(String tag) {
        assertIgnored(release("published", tag, false), "\"" + tag + "\" is no version");
        assertIgnored(create("tag", tag), "is no version");
        assertIgnored(push("refs/tags/" + tag, false), "is no version");
    }

    @Test
    void aNewTagIsARelease() {
        assertAsks(create("tag", "v1.2.0"), SyncTrigger.release("v1.2.0"));
        assertAsks(push("refs/tags/v1.2.0", false), SyncTrigger.release("v1.2.0"));
    }

    @Test
    void aNewBranchIsIgnored() {
        assertIgnored(create("branch", "v1.2.0"), "a new branch");
    }

    @Test
    void aPushToTheDefaultBranchIsAChangeAtItsHead() {
        assertAsks(push("refs/heads/main", false), SyncTrigger.change());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"refs/heads/topic", "refs/heads/main/topic", "main", "refs/heads/Main", "refs/heads/v1.0.0"})
    void aPushElsewhereIsIgnored(String ref) {
        assertIgnored(push(ref, false), "is not the default branch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"refs/heads/main", "refs/tags/v1.2.0"})
    void whatWasDeletedIsIgnored(String ref) {
        assertIgnored(push(ref, true), "deleted");
    }

    @ParameterizedTest
    @CsvSource({
        "agent33-sync/v1.2.0/docs,docs",
        "agent33-sync/v1.2.0+3.g0123456789ab/docs.2,docs.2",
        "agent33-sync/rollback/v1.2.0/docs,docs",
        "agent33-sync/allow/v1.2.0/docs,docs"
    })
    void aMergedPullRequestOfARuleAsksForWhatIsDueOfIt(String branch, String rule) {
        assertAsks(pull("closed", true, branch, 7), SyncTrigger.due().only(rule));
    }

    @Test
    void aPullRequestThatWasNotMergedIsIgnored() {
        assertIgnored(pull("closed", false, "agent33-sync/v1.2.0/docs", 7), "not merged just now");
        assertIgnored(pull("labeled", true, "agent33-sync/v1.2.0/docs", 7), "not merged just now");
        assertIgnored(pull("opened", false, "agent33-sync/v1.2.0/docs", 7), "not merged just now");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "topic",
                "agent33-sync/docs",
                "agent33-sync/1.2.0/docs",
                "agent33-sync/v1.2.0/Docs",
                "agent33-sync/other/v1.2.0/docs",
                "agent33-sync/v1.2.0/docs/",
                "x/agent33-sync/v1.2.0/docs"
            })
    void aPullRequestOfAPersonIsIgnored(String branch) {
        assertIgnored(pull("closed", true, branch, 7), "no rule's");
    }

    @Test
    void aPullRequestFromAForkIsIgnored() {
        assertIgnored(pull("closed", true, "agent33-sync/v1.2.0/docs", 8), "from a fork");
    }

    @Test
    void aPullRequestFromAForkThatIsGoneIsIgnored() {
        String body = new String(
                        pull("closed", true, "agent33-sync/v1.2.0/docs", 7).body(), UTF_8)
                .replaceFirst("\\{\"id\": 7}", "null");

        assertIgnored(Sent.of("pull_request", body), "from a fork");
    }

    @Test
    void aPingIsAnswered() {
        assertIgnored(Sent.of("ping", "{\"zen\": \"Keep it logically awesome.\", " + UPSTREAM + "}"), "a ping");
        assertIgnored(Sent.of("ping", "{\"zen\": \"Keep it logically awesome.\"}"), "of no repository");
        assertIgnored(Sent.of("ping", "{" + DOWNSTREAM + "}"), "a ping");
    }

    @ParameterizedTest
    @ValueSource(strings = {"issues", "star", "delete", "fork"})
    void anotherEventIsIgnored(String event) {
        assertIgnored(Sent.of(event, "{" + UPSTREAM + "}"), "nothing follows");
        assertIgnored(Sent.of(event, "{" + DOWNSTREAM + "}"), "nothing follows");
        assertIgnored(Sent.of(event, "{}"), "of no repository");
    }

    @Test
    void whatIsTheUpstreamsIsNotTakenFromADownstreamNorTheOtherWayRound() {
        assertIgnored(
                Sent.of("push", new String(push("refs/heads/main", false).body(), UTF_8).replace(UPSTREAM, DOWNSTREAM)),
                "nothing follows");
        assertIgnored(
                Sent.of(
                        "pull_request",
                        new String(
                                        pull("closed", true, "agent33-sync/v1.2.0/docs", 7)
                                                .body(),
                                        UTF_8)
                                .replace(DOWNSTREAM, UPSTREAM)),
                "nothing follows");
    }

    @Test
    void aRepositorysNameIsReadInWhateverCase() {
        String body =
                new String(push("refs/heads/main", false).body(), UTF_8).replace("agent33/agent33", "Agent33/AGENT33");

        assertAsks(Sent.of("push", body), SyncTrigger.change());
    }
}
