package io.agent33.sync.it.github;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.SyncEngine;
import io.agent33.sync.SyncWatcher;
import io.agent33.sync.api.monitor.WatchEvent;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.github.GitHubWebhook;
import io.agent33.sync.testkit.memory.MemoryDownstreams;
import io.agent33.sync.testkit.memory.MemoryUpstream;
import io.agent33.sync.testkit.memory.RecordingPublisher;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a webhook delivers, a watcher does at once (S10), though it polls once an hour. */
class WebhookTest {
    private static final String SECRET = "of this test alone";
    private static final String RELEASE = """
            {"action": "published", "release": {"tag_name": "v1.0.0", "draft": false},
             "repository": {"full_name": "agent33/agent33", "default_branch": "main"}}""";
    private static final String MERGED = """
            {"action": "closed", "repository": {"full_name": "org/webapp"}, "pull_request": {"merged": true,
             "head": {"ref": "agent33-sync/v1.0.0/docs", "repo": {"id": 7}}, "base": {"ref": "main", "repo": {"id": 7}}}}""";

    private final MemoryUpstream upstream = MemoryUpstream.named("agent33/agent33");
    private final MemoryDownstreams downstreams = MemoryDownstreams.of("org/webapp", "org/api");
    private final List<RuleResult> results = new ArrayList<>();
    private final SyncEngine engine = SyncEngine.builder()
            .upstream(upstream)
            .downstreams(downstreams)
            .rules(RuleSource.of(rule("docs", "org/webapp"), rule("api", "org/api")))
            .publisher(new RecordingPublisher())
            .build();
    private final SyncWatcher watcher = SyncWatcher.of(engine)
            .pollEvery(Duration.ofHours(1))
            .onEvent(this::note)
            .build();
    private final GitHubWebhook webhook = GitHubWebhook.of(RepositoryId.of("agent33/agent33"))
            .secrets(SECRET)
            .downstreams(List.of(RepositoryId.of("org/webapp")))
            .build();

    private static SyncRule rule(String id, String repository) {
        return SyncRule.builder(id)
                .source("core/**")
                .targetRepo(repository)
                .targetPath("docs/")
                .frequency(Frequency.ON_RELEASE)
                .build();
    }

    private void note(WatchEvent event) {
        if (event instanceof WatchEvent.Synced synced) {
            results.addAll(synced.report().results());
        }
    }

    @BeforeEach
    void aReleaseAfterTheFirstLook() {
        upstream.commit("first").file("core/a.md", "one\n");
        watcher.turn();
        results.clear();
        upstream.commit("second").file("core/a.md", "two\n").tag("v1.0.0");
    }

    private static String signed(String secret, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Delivers it, and lets the watcher do what is due then. */
    private int deliver(String event, String body, String secret) {
        Map<String, String> headers =
                Map.of("X-GitHub-Event", event, "X-GitHub-Delivery", "1", "X-Hub-Signature-256", signed(secret, body));
        var result = webhook.receive(headers::get, body.getBytes(UTF_8));
        result.asked().ifPresent(watcher::notice);
        watcher.turn();
        return result.status();
    }

    @Test
    void aReleaseThatGitHubTellsOfIsDeliveredAtOnce() {
        assertThat(deliver("release", RELEASE, SECRET)).isEqualTo(202);

        assertThat(results)
                .hasSize(2)
                .extracting(RuleResult::outcome)
                .hasOnlyElementsOfType(RuleOutcome.Proposed.class);
    }

    @Test
    void afterAMergeItsRuleIsLookedAtAgainAndNoOther() {
        deliver("release", RELEASE, SECRET);
        downstreams.get("org/webapp").merge("agent33-sync/v1.0.0/docs");
        results.clear();

        assertThat(deliver("pull_request", MERGED, SECRET)).isEqualTo(202);

        assertThat(results).singleElement().satisfies(result -> {
            assertThat(result.ruleId()).isEqualTo("docs");
            assertThat(result.outcome().needsAttention()).isFalse();
            assertThat(result.outcome()).isNotInstanceOf(RuleOutcome.Proposed.class);
        });
    }

    @Test
    void whoDoesNotKnowTheSecretWakesNobody() {
        assertThat(deliver("release", RELEASE, "a guess")).isEqualTo(403);

        assertThat(results).isEmpty();
    }
}
