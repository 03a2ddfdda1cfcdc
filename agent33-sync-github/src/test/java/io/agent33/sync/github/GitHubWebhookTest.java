package io.agent33.sync.github;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.github.webhook.WebhookHeaders;
import io.agent33.sync.github.webhook.WebhookResult;
import io.agent33.sync.github.webhook.WebhookResult.Accepted;
import io.agent33.sync.github.webhook.WebhookResult.Ignored;
import io.agent33.sync.github.webhook.WebhookResult.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which deliveries ask for what (S10), and which come to nothing. */
class GitHubWebhookTest {
    private static final String UPSTREAM =
            "\"repository\": {\"full_name\": \"agent33/agent33\", \"default_branch\": \"main\"}";
    private static final String DOWNSTREAM =
            "\"repository\": {\"full_name\": \"org/webapp\", \"default_branch\": \"main\"}";
    private static final String ELSEWHERE =
            "\"repository\": {\"full_name\": \"org/else\", \"default_branch\": \"main\"}";

    private final GitHubWebhook webhook = builder().build();

    private static GitHubWebhook.Builder builder() {
        return GitHubWebhook.of(RepositoryId.of("agent33/agent33"))
                .secrets(Sent.SECRET)
                .downstreams(List.of(RepositoryId.of("org/webapp")));
    }

    private static Sent release(String action, String tag, boolean draft) {
        return Sent.of(
                "release",
                "{\"action\": \"%s\", \"release\": {\"tag_name\": \"%s\", \"draft\": %s, \"prerelease\": false}, %s}"
                        .formatted(action, tag, draft, UPSTREAM));
    }

    private static Sent push(String ref, boolean deleted) {
        return Sent.of(
                "push",
                "{\"ref\": \"%s\", \"after\": \"%s\", \"deleted\": %s, %s}"
                        .formatted(ref, "1".repeat(40), deleted, UPSTREAM));
    }

    private static Sent create(String type, String ref) {
        return Sent.of(
                "create",
                "{\"ref\": \"%s\", \"ref_type\": \"%s\", \"master_branch\": \"main\", %s}"
                        .formatted(ref, type, UPSTREAM));
    }

    private static Sent pull(String action, boolean merged, String branch, int headRepository) {
        return Sent.of("pull_request", """
                {"action": "%s", "pull_request": {"merged": %s, "head": {"ref": "%s", "repo": {"id": %d}},
                 "base": {"ref": "main", "repo": {"id": 7}}}, %s}""".formatted(action, merged, branch, headRepository, DOWNSTREAM));
    }

    private void assertRefused(Sent delivery, int status, String code) {
        assertThat(delivery.to(webhook)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.status()).isEqualTo(status);
            assertThat(refused.objection().code()).isEqualTo(code);
            assertThat(refused.asked()).isEmpty();
        });
    }

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

    @ParameterizedTest
    @ValueSource(strings = {"release", "push", "create", "pull_request", "ping", "star"})
    void anEventOfAForeignRepositoryIsRefused(String event) {
        assertRefused(Sent.of(event, "{" + ELSEWHERE + "}"), 403, "webhook-foreign");
        assertRefused(Sent.of(event, "{\"repository\": {\"full_name\": \"agent33\\u0007\"}}"), 403, "webhook-foreign");
    }

    @Test
    void aRepositorysNameIsReadInWhateverCase() {
        String body =
                new String(push("refs/heads/main", false).body(), UTF_8).replace("agent33/agent33", "Agent33/AGENT33");

        assertAsks(Sent.of("push", body), SyncTrigger.change());
    }

    @Test
    void withoutDownstreamsTheirsAreForeign() {
        GitHubWebhook alone = GitHubWebhook.of(RepositoryId.of("agent33/agent33"))
                .secrets(Sent.SECRET)
                .build();

        assertThat(pull("closed", true, "agent33-sync/v1.2.0/docs", 7).to(alone).status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {""})
    void whatIsNotSignedIsRefused(String signature) {
        Sent unsigned = push("refs/heads/main", false).with("X-Hub-Signature-256", signature);

        assertThat(unsigned.to(webhook).status()).isIn(401, 403);
        assertThat(unsigned.to(webhook).asked()).isEmpty();
    }

    @Test
    void whatIsSignedWithAnotherSecretIsRefused() {
        assertRefused(push("refs/heads/main", false).signed("it's a Secret to Everybody"), 403, "webhook-signature");
    }

    @Test
    void aBodyThatWasChangedOnTheWayIsRefused() {
        Sent delivery = push("refs/heads/main", false);

        assertRefused(delivery.with(new String(delivery.body(), UTF_8) + " "), 403, "webhook-signature");
    }

    @Test
    void whatIsNotSignedIsNotParsed() {
        assertRefused(Sent.of("push", "no JSON").signed("guess"), 403, "webhook-signature");
        assertRefused(Sent.of("push", "no JSON"), 400, "webhook-malformed");
    }

    @Test
    void anyOfTheSecretsMayHaveSignedIt() {
        GitHubWebhook rotating = builder().secrets("the new one", Sent.SECRET).build();

        assertThat(push("refs/heads/main", false).to(rotating).status()).isEqualTo(202);
        assertThat(push("refs/tags/v1.0.0", false)
                        .signed("the new one")
                        .to(rotating)
                        .status())
                .isEqualTo(202);
        assertThat(push("refs/tags/v1.1.0", false)
                        .signed("the old one")
                        .to(rotating)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aReplayIsRefusedWhateverItsHeadersSay() {
        Sent first = create("tag", "v1.2.0");
        assertAsks(first, SyncTrigger.release("v1.2.0"));

        assertRefused(first, 409, "webhook-replay");
        assertRefused(first.with("X-GitHub-Delivery", "another"), 409, "webhook-replay");
        assertAsks(create("tag", "v1.3.0"), SyncTrigger.release("v1.3.0"));
    }

    /** A webhook that is set up anew is tried out with pings, again and again. */
    @Test
    void whatAskedForNothingMayComeAgain() {
        Sent ping = Sent.of("ping", "{" + UPSTREAM + "}");

        assertIgnored(ping, "a ping");
        assertIgnored(ping, "a ping");
    }

    @Test
    void theEldestIsForgottenFirst() {
        GitHubWebhook forgetful = builder().remembered(2).build();
        List<Sent> three = List.of(create("tag", "v1.0.0"), create("tag", "v2.0.0"), create("tag", "v3.0.0"));
        three.forEach(delivery -> assertThat(delivery.to(forgetful).status()).isEqualTo(202));

        assertThat(three.get(2).to(forgetful).status()).isEqualTo(409);
        assertThat(three.get(1).to(forgetful).status()).isEqualTo(409);
        assertThat(three.get(0).to(forgetful).status()).isEqualTo(202);
    }

    @Test
    void anEventsNameIsNotBelievedWithoutItsPayload() {
        byte[] deleted = Sent.of("delete", "{\"ref\": \"v1.2.0\", \"ref_type\": \"tag\", " + UPSTREAM + "}")
                .body();

        assertRefused(Sent.of("create", deleted), 400, "webhook-malformed");
        assertRefused(Sent.of("push", create("tag", "v1.2.0").body()), 400, "webhook-malformed");
        assertRefused(Sent.of("release", push("refs/heads/main", false).body()), 400, "webhook-malformed");
        assertRefused(Sent.of("pull_request", "{" + DOWNSTREAM + "}"), 400, "webhook-malformed");
        assertRefused(Sent.of("push", "{}"), 400, "webhook-malformed");
    }

    @ParameterizedTest
    @CsvSource({
        "X-GitHub-Event,",
        "X-GitHub-Event,pu sh",
        "X-GitHub-Delivery,",
        "X-GitHub-Delivery,'a\nb'",
    })
    void aHeaderThatGitHubDoesNotSendSoIsRefused(String header, String value) {
        assertRefused(push("refs/heads/main", false).with(header, value), 400, "webhook-header");
    }

    @Test
    void aFormIsRefusedWithWhatToDo() {
        Sent form = push("refs/heads/main", false).with("Content-Type", "application/x-www-form-urlencoded");

        assertRefused(form, 415, "webhook-content-type");
        assertThat(form.to(webhook).message()).contains("choose it in the webhook's settings");
        assertAsks(form.with("Content-Type", "Application/JSON; charset=utf-8"), SyncTrigger.change());
    }

    @Test
    void whatIsTooLargeIsRefusedUnread() throws IOException {
        GitHubWebhook small = builder().mostBytes(100).build();
        Sent large = Sent.of("push", "[" + " ".repeat(200) + "]");
        InputStream body = new ByteArrayInputStream(large.body());

        assertThat(large.to(small).status()).isEqualTo(413);
        assertThat(small.receive(large.header(), body).status()).isEqualTo(413);
        assertThat(body.available()).isEqualTo(202 - 101);
        assertThat(Sent.of("ping", "{" + " ".repeat(98) + "}").to(small).status())
                .isEqualTo(200);
    }

    @Test
    void nothingIsReadOfWhatIsNotSigned() throws IOException {
        Sent unsigned = push("refs/heads/main", false).with("X-Hub-Signature-256", null);
        InputStream body = new ByteArrayInputStream(unsigned.body());

        assertThat(webhook.receive(unsigned.header(), body).status()).isEqualTo(401);
        assertThat(body.available()).isEqualTo(unsigned.body().length);
    }

    @Test
    void aBodyIsReadFromAStreamToo() throws IOException {
        Sent delivery = push("refs/heads/main", false);

        assertThat(webhook.receive(delivery.header(), new ByteArrayInputStream(delivery.body()))
                        .asked())
                .contains(SyncTrigger.change());
    }

    @Test
    void headersAreFoundInWhateverCaseAndOnce() {
        Sent delivery = push("refs/heads/main", false);
        String signature = delivery.headers().get("X-Hub-Signature-256");
        Map<String, List<String>> jdk = Map.of(
                "X-hub-signature-256", List.of(signature),
                "X-github-event", List.of("push"),
                "X-github-delivery", List.of("1"));
        Map<String, List<String>> twice = Map.of("x-hub-signature-256", List.of(signature, signature));

        assertThat(webhook.receive(WebhookHeaders.of(twice), delivery.body()).status())
                .isEqualTo(401);
        assertThat(webhook.receive(WebhookHeaders.of(jdk), delivery.body()).status())
                .isEqualTo(202);
    }

    @Test
    void aMessageIsOneLineWhateverIsInThePayload() {
        for (String name : List.of("a\\nb/\\u001b[2J", "x/" + "y".repeat(1000), "\\u202e/\\ud800")) {
            String message = Sent.of("push", "{\"repository\": {\"full_name\": \"" + name + "\"}}")
                    .to(webhook)
                    .message();

            assertThat(message).matches("[ -~…]{1,400}");
        }
    }

    @Test
    void theSecretIsInNothingThatIsTold() {
        Sent delivery = push("refs/heads/main", false);

        assertThat(webhook.toString()).isEqualTo("GitHubWebhook of agent33/agent33");
        assertThat(List.of(
                        delivery.to(webhook),
                        delivery.to(webhook),
                        delivery.signed("other").to(webhook),
                        delivery.with("X-Hub-Signature-256", null).to(webhook)))
                .allSatisfy(result -> assertThat(result + result.message())
                        .doesNotContain(Sent.SECRET, Sent.signature(Sent.SECRET, delivery.body())));
        assertThatThrownBy(() -> builder().secrets(Sent.SECRET, " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(Sent.SECRET);
    }

    @Test
    void withoutASecretThereIsNoWebhook() {
        GitHubWebhook.Builder unsigned = GitHubWebhook.of(RepositoryId.of("agent33/agent33"));

        assertThatThrownBy(unsigned::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("secret");
        assertThatThrownBy(() -> unsigned.secrets()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> unsigned.secrets((String) null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> unsigned.mostBytes(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> unsigned.mostBytes(Integer.MAX_VALUE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> unsigned.remembered(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
