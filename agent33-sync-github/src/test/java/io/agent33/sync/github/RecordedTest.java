package io.agent33.sync.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.github.rest.Answer;
import io.agent33.sync.github.rest.Ask;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What GitHub really answered, as {@code -Dagent33.published=…} holds it. */
@Tag("published")
class RecordedTest {
    private static final String OWNER = "octokit-fixture-org";

    private static Recorded recorded(String scenario) {
        return Recorded.read(Path.of(
                System.getProperty("agent33.published"),
                "recorded/scenarios/api.github.com",
                scenario,
                "normalized-fixture.json"));
    }

    private static RepositoryId repository(String name) {
        return RepositoryId.of(OWNER + "/" + name);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Test
    void everyPageOfAListIsRead() {
        try (Recorded recorded = recorded("paginate-issues");
                GitHub gitHub = recorded.connection()) {
            assertThat(gitHub.rest()
                            .list(
                                    repository("paginate-issues"),
                                    "/repos/" + OWNER + "/paginate-issues/issues?per_page=3"))
                    .extracting(issue -> issue.path("number").asInt())
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, 13)
                            .map(number -> 14 - number)
                            .boxed()
                            .toList());
            assertThat(recorded.rest()).isEmpty();
        }
    }

    @Test
    void aRepositoryThatWasRenamedIsReadAndWrittenWhereItIsNow() {
        RepositoryId before = repository("rename-repository");
        String path = "/repos/" + before;
        try (Recorded recorded = recorded("rename-repository");
                GitHub gitHub = recorded.connection()) {
            ObjectNode renamed = object().put("name", "rename-repository-newname");
            gitHub.rest().ask(before, Ask.patch(path, renamed));

            assertThat(gitHub.rest()
                            .ask(before, Ask.get(path))
                            .body()
                            .path("full_name")
                            .asText())
                    .isEqualTo(OWNER + "/rename-repository-newname");
            Answer written = gitHub.rest()
                    .ask(before, Ask.patch(path, renamed.deepCopy().put("description", "test description")));
            assertThat(written.body().path("description").asText()).isEqualTo("test description");
            assertThat(recorded.rest()).isEmpty();
        }
    }

    @Test
    void aRefusalSaysWhatIsWrong() {
        try (Recorded recorded = recorded("errors");
                GitHub gitHub = recorded.connection()) {
            Answer answer = gitHub.rest()
                    .ask(
                            repository("errors"),
                            Ask.post(
                                    "/repos/" + OWNER + "/errors/labels",
                                    object().put("name", "foo").put("color", "invalid")));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.message()).isEqualTo("Validation Failed; color invalid");
        }
    }

    @Test
    void labelsAreReadAndMade() {
        RepositoryId labels = repository("labels");
        try (Recorded recorded = recorded("labels");
                GitHub gitHub = recorded.connection()) {
            assertThat(gitHub.rest().list(labels, "/repos/" + labels + "/labels"))
                    .extracting(label -> label.path("name").asText())
                    .contains("bug", "duplicate");
            assertThat(gitHub.rest()
                            .ask(
                                    labels,
                                    Ask.post(
                                            "/repos/" + labels + "/labels",
                                            object().put("name", "test-label").put("color", "663399")))
                            .isDone())
                    .isTrue();
        }
    }
}
