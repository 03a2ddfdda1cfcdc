package io.agent33.sync.github;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.github.webhook.WebhookResult;
import io.agent33.sync.github.webhook.WebhookResult.Refused;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Whatever is signed and sent gives one of the three results, and never an exception. */
class WebhookFuzzTest {
    private static final List<String> EVENTS = List.of("release", "push", "create", "pull_request", "ping", "star");
    private static final List<String> PAYLOADS = List.of(
            "{\"action\": \"published\", \"release\": {\"tag_name\": \"v1.0.0\", \"draft\": false},"
                    + " \"repository\": {\"full_name\": \"agent33/agent33\", \"default_branch\": \"main\"}}",
            "{\"ref\": \"refs/heads/main\", \"after\": \"1\", \"deleted\": false, \"commits\": [{\"id\": \"1\"}],"
                    + " \"repository\": {\"full_name\": \"agent33/agent33\", \"default_branch\": \"main\"}}",
            "{\"ref\": \"v1.0.0\", \"ref_type\": \"tag\", \"master_branch\": \"main\","
                    + " \"repository\": {\"full_name\": \"agent33/agent33\", \"default_branch\": \"main\"}}",
            "{\"action\": \"closed\", \"pull_request\": {\"merged\": true,"
                    + " \"head\": {\"ref\": \"agent33-sync/v1.0.0/docs\", \"repo\": {\"id\": 1}},"
                    + " \"base\": {\"repo\": {\"id\": 1}}}, \"repository\": {\"full_name\": \"org/webapp\"}}");
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ":",
            ",",
            "null",
            "true",
            "1e999",
            "-",
            "\\u0000",
            "\\ud800",
            "\u0000",
            "\ud83d\ude00",
            "/",
            "v",
            ".");

    private final GitHubWebhook webhook = GitHubWebhook.of(RepositoryId.of("agent33/agent33"))
            .secrets(Sent.SECRET)
            .downstreams(repository -> true)
            .build();

    private void check(Random random, byte[] body) {
        Sent sent = Sent.of(EVENTS.get(random.nextInt(EVENTS.size())), body);
        WebhookResult result = sent.to(webhook);

        assertThat(result.status()).isIn(200, 202, 400, 403, 409);
        assertThat(result.message()).matches("[ -~…]{1,1000}");
        assertThat(result.asked().isPresent()).isEqualTo(result.status() == 202);
        assertThat(sent.signed("guess").to(webhook)).isInstanceOf(Refused.class);
    }

    @RepeatedTest(20)
    void bytes(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < 100; i++) {
            byte[] body = new byte[random.nextInt(300)];
            random.nextBytes(body);
            check(random, body);
        }
    }

    @RepeatedTest(20)
    void payloadsThatWereChanged(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < 200; i++) {
            StringBuilder body = new StringBuilder(PAYLOADS.get(random.nextInt(PAYLOADS.size())));
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                change(random, body);
            }
            check(random, body.toString().getBytes(UTF_8));
        }
    }

    private static void change(Random random, StringBuilder body) {
        int from = random.nextInt(body.length() + 1);
        int to = Math.min(body.length(), from + random.nextInt(12));
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        switch (random.nextInt(4)) {
            case 0 -> body.replace(from, to, piece);
            case 1 -> body.insert(from, piece);
            case 2 -> body.delete(from, to);
            default -> body.insert(from, body.substring(from, to));
        }
    }

    /** Objects and lists within one another, at places that are read and at others. */
    @Test
    void depth() {
        Random random = new Random(1);
        for (String open : List.of("[", "{\"a\":", "{\"pull_request\":", "{\"repository\":", "{\"x\":[")) {
            for (int deep : new int[] {50, 1_000, 200_000}) {
                check(random, open.repeat(deep).getBytes(UTF_8));
                check(random, ("{\"repository\":" + open.repeat(deep) + "1").getBytes(UTF_8));
            }
        }
    }

    @Test
    void lengths() {
        Random random = new Random(1);
        for (String part : List.of("9", "a", "é")) {
            String longest = part.repeat(2_000_000);
            check(
                    random,
                    ("{\"ref\":\"" + longest + "\",\"after\":\"1\",\"repository\":{\"full_name\":\"agent33/agent33\","
                                    + "\"default_branch\":\"main\"}}")
                            .getBytes(UTF_8));
            check(random, ("{\"" + longest + "\":" + longest + "}").getBytes(UTF_8));
            check(random, ("{\"repository\":{\"full_name\":\"agent33/" + longest + "\"}}").getBytes(UTF_8));
            check(random, ("{\"action\":" + longest + "}").getBytes(UTF_8));
        }
    }
}
