package io.agent33.sync.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agent33.sync.github.simulated.SimulatedGitHub;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every mutation that is sent, and the double's answer to it, against the schema that {@code -Dagent33.published=…} holds. */
@Tag("published")
class PublishedGraphTest {
    private static PublishedGraph graph;

    @BeforeAll
    static void read() {
        graph = PublishedGraph.read(Path.of(System.getProperty("agent33.published"), "graphql/schema.graphql"));
    }

    @Test
    void mutationsAndAnswersAreAsGitHubDescribesThem() {
        Set<String> mutations = Collections.synchronizedSet(new TreeSet<>());
        List<String> problems = Collections.synchronizedList(new ArrayList<>());
        try (SimulatedGitHub simulated = SimulatedGitHub.start();
                GitHub gitHub = simulated.connection().token(() -> "good")) {
            simulated.listen((request, status, answer) -> {
                if (request.path().equals("/graphql")) {
                    mutations.addAll(graph.fields(request.body()));
                    problems.addAll(graph.problems(request.body(), answer));
                }
            });
            PublishedApiTest.story(simulated, gitHub);
        }

        assertThat(problems).isEmpty();
        assertThat(mutations)
                .containsExactly(
                        "convertPullRequestToDraft",
                        "disablePullRequestAutoMerge",
                        "enablePullRequestAutoMerge",
                        "markPullRequestReadyForReview");
    }

    private static JsonNode asked(String query) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("query", query);
        body.putObject("variables").put("id", "PR_1");
        return body;
    }

    /** The schema is asked, and not only carried along. */
    @Test
    void whatIsWrongIsSeen() {
        JsonNode nothing = JsonNodeFactory.instance.objectNode();

        assertThat(graph.problems(asked("mutation($id: ID!) { mergeIt(input: {pullRequestId: $id}) { x } }"), nothing))
                .anyMatch(problem -> problem.contains("mergeIt"));
        assertThat(graph.problems(
                        asked("mutation($id: ID!) { enablePullRequestAutoMerge(input: {pullRequestId: $id,"
                                + " mergeMethod: FAST}) { pullRequest { number } } }"),
                        nothing))
                .anyMatch(problem -> problem.contains("mergeMethod"));
        assertThat(graph.problems(
                        asked("mutation($other: ID!) { convertPullRequestToDraft(input: {pullRequestId: $other})"
                                + " { pullRequest { number } } }"),
                        nothing))
                .anyMatch(problem -> problem.contains("other"));
        assertThat(graph.problems(
                        asked("mutation($id: ID!) { convertPullRequestToDraft(input: {pullRequestId: $id})"
                                + " { pullRequest { number } } }"),
                        nothing))
                .containsExactly("no data/convertPullRequestToDraft/pullRequest/number in {}");
    }
}
