package io.agent33.sync.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.github.webhook.WebhookResult;
import io.agent33.sync.github.webhook.WebhookResult.Accepted;
import io.agent33.sync.github.webhook.WebhookResult.Ignored;
import io.agent33.sync.github.webhook.WebhookResult.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every payload that GitHub's community published, of every event, as {@code -Dagent33.published=…} holds them. */
@Tag("published")
class PublishedWebhooksTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> HOSTS =
            List.of("api.github.com", "ghes-31", "ghes-32", "ghes-33", "ghes-34", "ghes-35");
    private static final String REPOSITORY = "Codertocat/Hello-World";

    /** A payload and the event that it is of. */
    private record Example(String event, JsonNode payload) {
        Sent sent() {
            return sent(payload);
        }

        Sent sent(JsonNode changed) {
            try {
                return Sent.of(event, JSON.writeValueAsBytes(changed));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Sent sent(Consumer<ObjectNode> change) {
            ObjectNode changed = payload.deepCopy();
            change.accept(changed);
            return sent(changed);
        }

        boolean is(String name, String action) {
            return event.equals(name) && payload.path("action").asText().equals(action);
        }
    }

    private static Stream<String> hosts() {
        return HOSTS.stream();
    }

    private static List<Example> examples(String host) {
        List<Example> examples = new ArrayList<>();
        read(host)
                .forEach(event -> event.path("examples")
                        .forEach(payload ->
                                examples.add(new Example(event.path("name").asText(), payload))));
        assertThat(examples).hasSizeGreaterThan(40);
        return examples;
    }

    private static JsonNode read(String host) {
        try {
            return JSON.readTree(Path.of(System.getProperty("agent33.published"), "webhooks", host, "index.json")
                    .toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Example first(String event, String action) {
        return examples("api.github.com").stream()
                .filter(example -> example.is(event, action))
                .findFirst()
                .orElseThrow();
    }

    private static GitHubWebhook upstreamIs(String repository) {
        return GitHubWebhook.of(RepositoryId.of(repository))
                .secrets(Sent.SECRET)
                .build();
    }

    private static GitHubWebhook downstreamIs(String repository) {
        return GitHubWebhook.of(RepositoryId.of("agent33/agent33"))
                .secrets(Sent.SECRET)
                .downstreams(List.of(RepositoryId.of(repository)))
                .build();
    }

    /** What each event asks for, with all examples of it in their order; the same example may be published twice. */
    private static Map<String, List<SyncTrigger>> asked(String host) {
        Map<String, List<SyncTrigger>> asked = new TreeMap<>();
        for (Example example : examples(host)) {
            example.sent()
                    .to(upstreamIs(REPOSITORY))
                    .asked()
                    .ifPresent(trigger -> asked.computeIfAbsent(example.event(), event -> new ArrayList<>())
                            .add(trigger));
        }
        return asked;
    }

    @Test
    void ofThePublishedOnesTheseAskForSomething() {
        SyncTrigger release = SyncTrigger.release("0.0.1");

        assertThat(asked("api.github.com"))
                .isEqualTo(Map.of(
                        "push", List.of(SyncTrigger.change(), SyncTrigger.change()),
                        "release", List.of(release, release, release, release)));
    }

    /** Whatever an example is of, it is never mistaken for no payload of its event, which would be a defect of ours. */
    @ParameterizedTest
    @MethodSource("hosts")
    void everyPayloadIsUnderstood(String host) {
        for (Example example : examples(host)) {
            String repository =
                    example.payload().path("repository").path("full_name").asText("");
            if (!repository.isEmpty()) {
                assertThat(example.sent().to(upstreamIs(repository)))
                        .as("%s of the upstream", example.event())
                        .isNotInstanceOf(Refused.class);
                assertThat(example.sent().to(downstreamIs(repository)))
                        .as("%s of a downstream", example.event())
                        .isInstanceOf(Ignored.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void ofAForeignRepositoryEveryOneIsRefused(String host) {
        for (Example example : examples(host)) {
            WebhookResult result = example.sent().to(upstreamIs("agent33/agent33"));

            if (example.payload().path("repository").has("full_name")) {
                assertThat(result)
                        .as(example.event())
                        .isInstanceOfSatisfying(
                                Refused.class,
                                refused ->
                                        assertThat(refused.objection().code()).isEqualTo("webhook-foreign"));
            } else {
                assertThat(result).as(example.event()).isInstanceOf(Ignored.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void unsignedOrSignedOtherwiseEveryOneIsRefused(String host) {
        GitHubWebhook webhook = upstreamIs(REPOSITORY);
        for (Example example : examples(host)) {
            Sent sent = example.sent();

            assertThat(sent.with("X-Hub-Signature-256", null).to(webhook).status())
                    .isEqualTo(401);
            assertThat(sent.signed("guess").to(webhook).status()).isEqualTo(403);
        }
    }

    /** A header is not signed: an event's payload under another event's name asks for nothing that its own does not. */
    @Test
    void underTheNameOfAnotherEventNoPayloadAsksForAnything() {
        for (Example example : examples("api.github.com")) {
            for (String event : List.of("release", "push", "create", "pull_request")) {
                if (!event.equals(example.event())) {
                    Sent sent = example.sent().with("X-GitHub-Event", event);

                    assertThat(sent.to(upstreamIs(REPOSITORY)).asked())
                            .as("%s as %s", example.event(), event)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void aTagThatIsAVersionIsAReleaseHoweverItIsTold() {
        Sent create = first("create", "").sent(payload -> payload.put("ref", "v2.0.0"));
        Sent push = examples("api.github.com").stream()
                .filter(example -> example.payload().path("ref").asText().equals("refs/tags/simple-tag")
                        && !example.payload().path("deleted").asBoolean())
                .findFirst()
                .orElseThrow()
                .sent(payload -> payload.put("ref", "refs/tags/v2.0.0"));

        assertThat(create.to(upstreamIs(REPOSITORY)).asked()).contains(SyncTrigger.release("v2.0.0"));
        assertThat(push.to(upstreamIs(REPOSITORY)).asked()).contains(SyncTrigger.release("v2.0.0"));
    }

    /** None was published of one that is merged. */
    @Test
    void aMergedPullRequestOfARuleIsSeen() {
        Sent merged = first("pull_request", "closed").sent(payload -> {
            ObjectNode pull = (ObjectNode) payload.path("pull_request");
            pull.put("merged", true);
            ((ObjectNode) pull.path("head")).put("ref", "agent33-sync/v1.0.0/docs");
        });

        assertThat(merged.to(downstreamIs(REPOSITORY)))
                .isInstanceOfSatisfying(
                        Accepted.class,
                        accepted -> assertThat(accepted.trigger())
                                .isEqualTo(SyncTrigger.due().only("docs")));
    }
}
