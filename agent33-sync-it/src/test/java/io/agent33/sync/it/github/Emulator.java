package io.agent33.sync.it.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agent33.sync.github.GitHub;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A GitHub that others wrote: npm's {@code emulate}, in a process of its own on the loopback, which ends with this one. Whatever is
 * looked at goes by requests that our client does not make.
 */
final class Emulator implements AutoCloseable {
    static final String TOKEN = "good";
    static final String APP = "12345";

    /** The organization's team {@code members} comes with it. */
    private static final String SEED = """
            {
              "tokens": {"good": {"login": "agent33-bot", "scopes": ["repo"]}},
              "github": {
                "users": [{"login": "agent33-bot"}, {"login": "ann"}],
                "orgs": [{"login": "org", "members": [{"login": "agent33-bot", "role": "admin"}]}, {"login": "agent33"}],
                "repos": [{"owner": "org", "name": "webapp"}, {"owner": "agent33", "name": "agent33"}],
                "apps": [{
                  "app_id": 12345, "slug": "agent33-sync", "name": "agent33-sync",
                  "permissions": {"contents": "write", "pull_requests": "write", "issues": "write"},
                  "installations": [{"installation_id": 100, "account": "org", "repository_selection": "all"}]
                }]
              }
            }
            """;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient PERSON = HttpClient.newHttpClient();

    private final Process process;
    private final JsonNode facts;

    private Emulator(Process process, JsonNode facts) {
        this.process = process;
        this.facts = facts;
    }

    /** @throws AssertionError if there is none to be started */
    static Emulator start() {
        String published = System.getProperty("agent33.published", "");
        Path emulator = Path.of(published, "emulator/dist/api.js");
        if (!Files.isRegularFile(emulator)) {
            throw new AssertionError(
                    "no emulator at \"" + emulator + "\": give -Dagent33.published=\"$(.ci/published)\"");
        }
        try {
            Path script = Path.of("src/test/resources/github/emulator.mjs");
            Process process = new ProcessBuilder("node", script.toString(), emulator.toString(), SEED)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String line = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
            if (line == null) {
                throw new AssertionError("the emulator did not start; what it said is above");
            }
            return new Emulator(process, JSON.readTree(line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String address() {
        return facts.path("address").asText();
    }

    /** Ours to it, without what would slow a test down. */
    GitHub.Builder connection() {
        return GitHub.at(URI.create(address()), URI.create(address() + "/graphql"))
                .contentBudget(10_000, 10_000);
    }

    /** The app's private key. */
    String key() {
        return facts.path("secrets").path(0).path("value").asText();
    }

    /** What it says at a path below {@code /repos}. */
    JsonNode get(String path) {
        return send(request(path).GET());
    }

    /** Does something as a person would. */
    void send(String method, String path, String body) {
        send(request(path).method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address() + "/repos/" + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + TOKEN);
    }

    private static JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = PERSON.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new AssertionError(answer + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A key of each item. */
    static List<String> each(JsonNode items, String key) {
        return items.findValuesAsText(key);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
