package io.agent33.sync.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.publish.PullRequestDraft;
import io.agent33.sync.api.publish.PullRequestText;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.rule.MergeMethod;
import io.agent33.sync.github.limit.Wait;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that GitHub seldom gives, or somebody on the way to it. */
class OddAnswersTest {
    private static final RepositoryId WEBAPP = RepositoryId.of("org/webapp");
    private static final String PULL = """
            {"number": 1, "node_id": "N1", "html_url": "http://x/1", "state": "open", "merged_at": null, "draft": false,
             "title": "sync", "body": "b\\n\\n<!-- agent33-sync wanted -->\\n",
             "base": {"ref": "main", "repo": {"id": 1}}, "head": {"ref": "agent33-sync/v1.0.0/docs", "repo": {"id": 1}},
             "auto_merge": null, "user": null, "labels": [], "requested_reviewers": [], "requested_teams": []}""";

    private final List<Wait> waits = new ArrayList<>();
    private final OddServer server = new OddServer();
    private final GitHub gitHub = server.connection().onWait(waits::add).token(() -> "good");

    @BeforeEach
    void oneIsOpen() {
        server.answers = request -> request.startsWith("GET") ? "[" + PULL + "]" : "{}";
    }

    @AfterEach
    void stop() {
        gitHub.close();
        server.close();
    }

    private Publication publish() {
        ObjectId commit = new ObjectId("1".repeat(40));
        return GitHubPullRequestPublisher.on(gitHub)
                .publish(new PullRequestDraft(
                        WEBAPP,
                        "docs",
                        new Release("1.0.0", commit, Optional.of("v1.0.0")),
                        new BranchTip("main", commit),
                        new BranchTip("agent33-sync/v1.0.0/docs", commit),
                        new PullRequestText(
                                "sync", "b", List.of(), List.of(), false, Optional.of(MergeMethod.SQUASH))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"data\": null}", "{\"data\": {\"enablePullRequestAutoMerge\": null}}"})
    void aMutationThatSaysNothingIsNoSuccess(String nothing) {
        server.answers = request -> request.startsWith("GET") ? "[" + PULL + "]" : nothing;

        assertThat(publish().notes()).singleElement().asString().startsWith("it is not merged by itself yet");
    }

    @Test
    void aLimitOfGraphQlIsWaitedFor() {
        List<String> turns = new ArrayList<>(
                List.of("{\"errors\": [{\"type\": \"RATE_LIMITED\", \"message\": \"API rate limit exceeded\"}]}"));
        server.answers = request -> request.startsWith("GET")
                ? "[" + PULL + "]"
                : turns.isEmpty() ? "{\"data\": {\"enablePullRequestAutoMerge\": {}}}" : turns.remove(0);

        assertThat(publish().notes()).containsExactly("GitHub merges it when all its requirements are met");

        assertThat(waits).extracting(Wait::why).containsExactly(Wait.Reason.SECONDARY_LIMIT);
    }

    @Test
    void withoutProtectionWhatIsUnstableIsNotMerged() {
        server.answers = request -> request.endsWith("/pulls/1")
                ? "{\"mergeable_state\": \"unstable\"}"
                : request.startsWith("GET")
                        ? "[" + PULL + "]"
                        : "{\"errors\": [{\"type\": \"UNPROCESSABLE\", \"message\": \"Pull request Protected branch rules not"
                                + " configured for this branch\"}]}";

        assertThat(publish().notes()).containsExactly("it is not merged by itself yet: it is unstable");

        assertThat(server.asked).noneMatch(request -> request.startsWith("PUT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"hello\": 1}", ""})
    void whatIsNoListIsNotTakenForAnEmptyOne(String body) {
        server.answers = request -> body;

        assertThatThrownBy(this::publish)
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("org/webapp")
                .hasMessageContaining("no list");

        assertThat(server.asked).allMatch(request -> request.startsWith("GET"));
    }

    @Test
    void aPageOfAProxyIsARefusalWithItsStatus() {
        server.status = 403;
        server.answers = request -> "<html>blocked</html>";

        assertThatThrownBy(this::publish)
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("403");

        assertThat(server.asked).hasSize(1);
    }

    @Test
    void aTokenDoesNotTravelInTheClear() {
        for (String address : List.of("http://github.example.org", "http://10.0.0.1")) {
            assertThatThrownBy(() -> GitHub.enterprise(URI.create(address)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("https://");
        }
    }

    @Test
    void noTokenAtAllIsAnEmptyOne() {
        try (GitHub nobody =
                server.connection().token(() -> Optional.<String>empty().orElse(null))) {
            assertThatThrownBy(() -> GitHubPullRequestPublisher.on(nobody)
                            .declines(
                                    WEBAPP,
                                    "docs",
                                    new Release("1.0.0", new ObjectId("1".repeat(40)), Optional.of("v1.0.0"))))
                    .hasMessageContaining("the token for GitHub is empty");
        }
    }
}
