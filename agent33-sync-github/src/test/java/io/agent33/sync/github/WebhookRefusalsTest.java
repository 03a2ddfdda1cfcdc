package io.agent33.sync.github;

import static io.agent33.sync.github.Payloads.DOWNSTREAM;
import static io.agent33.sync.github.Payloads.ELSEWHERE;
import static io.agent33.sync.github.Payloads.UPSTREAM;
import static io.agent33.sync.github.Payloads.create;
import static io.agent33.sync.github.Payloads.pull;
import static io.agent33.sync.github.Payloads.push;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.github.webhook.WebhookHeaders;
import io.agent33.sync.github.webhook.WebhookResult.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which deliveries are refused, with which status, and what is told of them. */
class WebhookRefusalsTest {
    private final GitHubWebhook webhook = builder().build();

    private static GitHubWebhook.Builder builder() {
        return GitHubWebhook.of(RepositoryId.of("agent33/agent33"))
                .secrets(Sent.SECRET)
                .downstreams(List.of(RepositoryId.of("org/webapp")));
    }

    private void assertRefused(Sent delivery, int status, String code) {
        assertThat(delivery.to(webhook)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.status()).isEqualTo(status);
            assertThat(refused.objection().code()).isEqualTo(code);
            assertThat(refused.asked()).isEmpty();
        });
    }

    private void assertAccepted(Sent delivery) {
        assertThat(delivery.to(webhook).status()).isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"release", "push", "create", "pull_request", "ping", "star"})
    void anEventOfAForeignRepositoryIsRefused(String event) {
        assertRefused(Sent.of(event, "{" + ELSEWHERE + "}"), 403, "webhook-foreign");
        assertRefused(Sent.of(event, "{\"repository\": {\"full_name\": \"agent33\\u0007\"}}"), 403, "webhook-foreign");
    }

    @Test
    void withoutDownstreamsTheirsAreForeign() {
        GitHubWebhook alone = GitHubWebhook.of(RepositoryId.of("agent33/agent33"))
                .secrets(Sent.SECRET)
                .build();

        assertThat(pull("closed", true, "agent33-sync/v1.2.0/docs", 7).to(alone).status())
                .isEqualTo(403);
    }

    @Test
    void whatIsNotSignedIsRefused() {
        assertRefused(push("refs/heads/main", false).with("X-Hub-Signature-256", null), 401, "webhook-unsigned");
        assertRefused(push("refs/heads/main", false).with("X-Hub-Signature-256", ""), 403, "webhook-signature");
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
        assertAccepted(first);

        assertRefused(first, 409, "webhook-replay");
        assertRefused(first.with("X-GitHub-Delivery", "another"), 409, "webhook-replay");
        assertAccepted(create("tag", "v1.3.0"));
    }

    /** A webhook that is set up anew is tried out with pings, again and again. */
    @Test
    void whatAskedForNothingMayComeAgain() {
        Sent ping = Sent.of("ping", "{" + UPSTREAM + "}");

        assertThat(ping.to(webhook).status()).isEqualTo(200);
        assertThat(ping.to(webhook).status()).isEqualTo(200);
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
        assertAccepted(form.with("Content-Type", "Application/JSON; charset=utf-8"));
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
    void aLongNameIsCut() {
        String message =
                push("refs/heads/" + "x".repeat(100), false).to(webhook).message();

        assertThat(message).isEqualTo("ignored: \"refs/heads/" + "x".repeat(69) + "…\" is not the default branch");
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
