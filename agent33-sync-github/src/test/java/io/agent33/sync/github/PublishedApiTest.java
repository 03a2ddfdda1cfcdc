package io.agent33.sync.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.agent33.sync.api.monitor.IssueDraft;
import io.agent33.sync.api.publish.PullRequestDraft;
import io.agent33.sync.api.publish.PullRequestText;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.rule.MergeMethod;
import io.agent33.sync.github.simulated.Request;
import io.agent33.sync.github.simulated.Seen;
import io.agent33.sync.github.simulated.SimulatedGitHub;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every kind of request that is sent, and every answer of the double, against the description that {@code -Dagent33.published=…}
 * holds.
 */
@Tag("published")
class PublishedApiTest {
    private static final RepositoryId WEBAPP = RepositoryId.of("org/webapp");

    private static PublishedApi api;

    private final Set<String> operations = Collections.synchronizedSet(new TreeSet<>());
    private final List<String> problems = Collections.synchronizedList(new ArrayList<>());

    @BeforeAll
    static void read() {
        api = PublishedApi.read(
                Path.of(System.getProperty("agent33.published"), "openapi/generated/api.github.com.json"));
    }

    private static PullRequestDraft draft(String version, String body, boolean draft) {
        ObjectId commit = new ObjectId("1".repeat(40));
        return new PullRequestDraft(
                WEBAPP,
                "docs",
                new Release(version, commit, Optional.of("v" + version)),
                new BranchTip("main", commit),
                new BranchTip("agent33-sync/v" + version + "/docs", commit),
                new PullRequestText(
                        "sync " + version,
                        body,
                        List.of("agent33-sync", "auto-generated"),
                        List.of("ann", "nobody", "@org/docs"),
                        draft));
    }

    private static String key() throws GeneralSecurityException {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getEncoder()
                        .encodeToString(keys.generateKeyPair().getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----";
    }

    @Test
    void requestsAndAnswersAreAsGitHubDescribesThem() throws Exception {
        try (SimulatedGitHub simulated = SimulatedGitHub.start();
                GitHub gitHub = simulated.connection().app("1", key())) {
            simulated.listen((request, status, answer) -> {
                if (!request.path().equals("/graphql")) {
                    operations.add(api.operation(request).orElse("none"));
                    api.problems(request, status, answer)
                            .forEach(problem -> problems.add(request.line() + ": " + problem));
                }
            });
            story(simulated, gitHub);
        }

        assertThat(problems).isEmpty();
        assertThat(operations)
                .containsExactly(
                        "GET /repos/{owner}/{repo}",
                        "GET /repos/{owner}/{repo}/installation",
                        "GET /repos/{owner}/{repo}/issues",
                        "GET /repos/{owner}/{repo}/issues/{issue_number}/comments",
                        "GET /repos/{owner}/{repo}/labels",
                        "GET /repos/{owner}/{repo}/pulls",
                        "GET /repos/{owner}/{repo}/pulls/{pull_number}",
                        "GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews",
                        "PATCH /repos/{owner}/{repo}/issues/{issue_number}",
                        "PATCH /repos/{owner}/{repo}/pulls/{pull_number}",
                        "POST /app/installations/{installation_id}/access_tokens",
                        "POST /repos/{owner}/{repo}/issues",
                        "POST /repos/{owner}/{repo}/issues/{issue_number}/comments",
                        "POST /repos/{owner}/{repo}/issues/{issue_number}/labels",
                        "POST /repos/{owner}/{repo}/labels",
                        "POST /repos/{owner}/{repo}/pulls",
                        "POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers",
                        "PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge");
    }

    /** Whatever the client can ask for. */
    static void story(SimulatedGitHub simulated, GitHub gitHub) {
        Seen webapp = Seen.in(simulated, WEBAPP);
        webapp.onlyReviewers("ann", "docs");
        GitHubPullRequestPublisher publisher = GitHubPullRequestPublisher.on(gitHub);
        for (PullRequestDraft draft : List.of(
                draft("1.0.0", "old", false),
                draft("1.0.0", "other", true),
                draft("1.0.0", "ready", false),
                draft("1.1.0", "new", false))) {
            webapp.branch(draft.head().branch());
            publisher.publish(draft);
        }
        webapp.review("agent33-sync/v1.1.0/docs", "ann");
        publisher.publish(draft("1.1.0", "new", false));
        publisher.publish(withOneMore(draft("1.1.0", "new", false)));
        publisher.withdraw(WEBAPP, "docs", draft("1.1.0", "", false).head());
        publisher.declines(WEBAPP, "docs", draft("1.1.0", "", false).release());
        mergedByItself(webapp, publisher);
        GitHubIssueTracker tracker = GitHubIssueTracker.on(gitHub);
        tracker.track(new IssueDraft(WEBAPP, "cause", "title", "body", List.of()));
        tracker.track(new IssueDraft(WEBAPP, "cause", "another title", "another body", List.of("more")));
        tracker.find(WEBAPP, "cause");
        tracker.close(WEBAPP, "cause", "it is gone");
    }

    /** Awaited first; another one looks at what is in the way, and merges at once. */
    private static void mergedByItself(Seen webapp, GitHubPullRequestPublisher publisher) {
        webapp.branch("agent33-sync/v1.2.0/docs");
        publisher.publish(merged(draft("1.2.0", "awaited", false)));
        publisher.publish(draft("1.2.0", "not any more", false));
        webapp.mergeStates("unstable", "unstable", "clean");
        for (int look = 0; look < 3; look++) {
            publisher.publish(merged(draft("1.2.0", "at once", false)));
        }
    }

    /** Who is asked later may have given a review already. */
    private static PullRequestDraft withOneMore(PullRequestDraft draft) {
        PullRequestText text = draft.text();
        return new PullRequestDraft(
                draft.repository(),
                draft.ruleId(),
                draft.release(),
                draft.base(),
                draft.head(),
                new PullRequestText(text.title(), text.body(), text.labels(), List.of("eve"), text.draft()));
    }

    private static PullRequestDraft merged(PullRequestDraft draft) {
        PullRequestText text = draft.text();
        return new PullRequestDraft(
                draft.repository(),
                draft.ruleId(),
                draft.release(),
                draft.base(),
                draft.head(),
                new PullRequestText(
                        text.title(),
                        text.body(),
                        text.labels(),
                        text.reviewers(),
                        text.draft(),
                        Optional.of(MergeMethod.SQUASH)));
    }

    /** The description is asked, and not only carried along. */
    @Test
    void whatIsWrongIsSeen() {
        var body = JsonNodeFactory.instance.objectNode().put("title", 1).put("heads", "a");
        Request request = new Request("POST", "/repos/org/webapp/pulls", Map.of("x", "1"), body, Optional.empty());

        List<String> seen = api.problems(request, 201, JsonNodeFactory.instance.objectNode());

        assertThat(seen).contains("no parameter x", "no field heads");
        assertThat(seen).anyMatch(problem -> problem.startsWith("body:") && problem.contains("title"));
        assertThat(seen).anyMatch(problem -> problem.startsWith("201:") && problem.contains("node_id"));
        assertThat(api.problems(request, 299, body)).contains("no status 299");
    }
}
