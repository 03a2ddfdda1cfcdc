package org.example.webhook;

import static io.agent33.sync.testkit.assertion.SyncAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.SyncEngine;
import io.agent33.sync.SyncWatcher;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.github.GitHubWebhook;
import io.agent33.sync.testkit.memory.MemoryDownstreams;
import io.agent33.sync.testkit.memory.MemoryUpstream;
import io.agent33.sync.testkit.memory.RecordingPublisher;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookServerTest {
    private static final String SECRET = "of this test alone";
    private static final String PAYLOAD = """
            {"action": "published", "release": {"tag_name": "v1.0.0", "draft": false, "prerelease": false},
             "repository": {"full_name": "agent33/agent33", "default_branch": "main"}}""";

    private final MemoryUpstream upstream = MemoryUpstream.named("agent33/agent33");
    private final MemoryDownstreams downstreams = MemoryDownstreams.of("org/webapp");
    private final RecordingPublisher publisher = new RecordingPublisher();
    private final SyncEngine engine = SyncEngine.builder()
            .upstream(upstream)
            .downstreams(downstreams)
            .rules(RuleSource.of(SyncRule.builder("docs")
                    .source("core/**")
                    .targetRepo("org/webapp")
                    .targetPath("docs/")
                    .frequency(Frequency.ON_RELEASE)
                    .build()))
            .publisher(publisher)
            .build();
    /** Without a webhook it would look again in an hour only. A host calls {@code watch()}; a test takes the turns itself. */
    private final SyncWatcher watcher =
            SyncWatcher.of(engine).pollEvery(Duration.ofHours(1)).build();

    private WebhookServer server;

    @BeforeEach
    void aReleaseAfterTheLastLook() throws IOException {
        upstream.commit("first").file("core/PLAN.md", "plan\n");
        watcher.turn();
        upstream.commit("release").file("core/PLAN.md", "plan better\n").tag("v1.0.0");
        GitHubWebhook webhook = GitHubWebhook.of(RepositoryId.of("agent33/agent33"))
                .secrets(SECRET)
                .build();
        server = WebhookServer.start(webhook, watcher, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void stop() {
        server.close();
        watcher.close();
        engine.close();
    }

    private static HttpResponse<String> post(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        request.header("X-GitHub-Event", "release")
                                .header("X-GitHub-Delivery", "72d3162e-cc78-11e3-81ab-4c9367dc0958")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(PAYLOAD))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static String signature(String secret) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(PAYLOAD.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aReleaseIsDeliveredAsSoonAsGitHubTellsOfIt() throws Exception {
        HttpResponse<String> answer =
                post(HttpRequest.newBuilder(server.address()).header("X-Hub-Signature-256", signature(SECRET)));
        watcher.turn();

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(downstreams.get("org/webapp").tree("agent33-sync/v1.0.0/docs")).hasFile("docs/PLAN.md");
        assertThat(publisher.open()).hasSize(1);
    }

    @Test
    void whoDoesNotKnowTheSecretIsRefusedAndNothingHappens() throws Exception {
        HttpResponse<String> unsigned = post(HttpRequest.newBuilder(server.address()));
        HttpResponse<String> forged =
                post(HttpRequest.newBuilder(server.address()).header("X-Hub-Signature-256", signature("a guess")));
        watcher.turn();

        assertThat(unsigned.statusCode()).isEqualTo(401);
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(publisher.open()).isEmpty();
    }

    @Test
    void theSameDeliveryIsTakenOnce() throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.address()).header("X-Hub-Signature-256", signature(SECRET));

        assertThat(post(request.copy()).statusCode()).isEqualTo(202);
        assertThat(post(request.copy()).statusCode()).isEqualTo(409);
    }

    @Test
    void aBrowserIsToldThatThereIsNothingToSee() throws Exception {
        HttpRequest get = HttpRequest.newBuilder(server.address()).build();

        assertThat(HttpClient.newHttpClient()
                        .send(get, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(405);
    }
}
