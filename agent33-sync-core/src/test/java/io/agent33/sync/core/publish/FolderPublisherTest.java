package io.agent33.sync.core.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.publish.PullRequestDraft;
import io.agent33.sync.api.publish.PullRequestPublisher;
import io.agent33.sync.api.publish.PullRequestText;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.rule.MergeMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pull requests as files in a folder. */
class FolderPublisherTest {
    private static final String RULE = "sync-webapp-orchestrator";
    private static final PullRequestText TEXT = new PullRequestText(
            "sync(agent33): Update orchestrator from v2.4.0",
            "## Sync Update from AGENT-33\n",
            List.of("agent33-sync", "auto-generated"),
            List.of(),
            false);

    @TempDir
    Path folder;

    @Test
    void pullRequestIsItsBodyAndItsMetadata() throws IOException {
        PullRequestText text = new PullRequestText(
                "sync(agent33): Update \"x\" from v2.4.0",
                "body\r\n\u00e4",
                List.of("a", "true"),
                List.of("1.10"),
                true);

        Publication publication = publisher().publish(draft("2.4.0", text));

        Path rule = folder.resolve("org/webapp/" + RULE);
        assertThat(publication)
                .isEqualTo(new Publication.Opened(rule.resolve("v2.4.0.md").toString()));
        assertThat(rule.resolve("v2.4.0.md")).hasContent("body\r\n\u00e4");
        assertThat(Files.readString(rule.resolve("v2.4.0.yaml"))).isEqualTo("""
                repository: "org/webapp"
                rule: "sync-webapp-orchestrator"
                release: "v2.4.0"
                # open, superseded or withdrawn; set it to "closed" and this release is not published again
                state: "open"
                title: "sync(agent33): Update \\"x\\" from v2.4.0"
                base:
                  branch: "main"
                  commit: "1111111111111111111111111111111111111111"
                head:
                  branch: "agent33-sync/v2.4.0/sync-webapp-orchestrator"
                  commit: "2222222222222222222222222222222222222222"
                labels:
                  - "a"
                  - "true"
                reviewers:
                  - "1.10"
                draft: true
                """);
    }

    @Test
    void whetherAPersonMayBeSparedIsSaid() throws IOException {
        publisher()
                .publish(draft(
                        "2.4.0",
                        new PullRequestText(
                                TEXT.title(),
                                TEXT.body(),
                                TEXT.labels(),
                                TEXT.reviewers(),
                                false,
                                Optional.of(MergeMethod.REBASE))));

        assertThat(contents().get("org/webapp/" + RULE + "/v2.4.0.yaml"))
                .endsWith("draft: false\nauto_merge: \"rebase\"\n");
    }

    @Test
    void patienceIsLongerThanNothing() {
        assertThatThrownBy(() -> FolderPublisher.to(folder).patience(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void publishingTheSameAgainWritesNothing() throws IOException {
        Publication.Opened opened = (Publication.Opened) publisher().publish(draft("2.4.0", TEXT));
        FileTime longAgo = FileTime.fromMillis(0);
        for (Path file : files().values()) {
            Files.setLastModifiedTime(file, longAgo);
        }

        assertThat(publisher().publish(draft("2.4.0", TEXT))).isEqualTo(new Publication.Unchanged(opened.location()));
        assertThat(files().values()).hasSize(2).allMatch(file -> timeOf(file).equals(longAgo));
    }

    @Test
    void otherTextUpdatesTheOpenOne() throws IOException {
        publisher().publish(draft("2.4.0", TEXT));
        PullRequestText other = new PullRequestText(TEXT.title(), "other\n", TEXT.labels(), TEXT.reviewers(), true);

        assertThat(publisher().publish(draft("2.4.0", other))).isInstanceOf(Publication.Updated.class);
        assertThat(contents().get("org/webapp/" + RULE + "/v2.4.0.md")).isEqualTo("other\n");
        assertThat(contents().get("org/webapp/" + RULE + "/v2.4.0.yaml")).endsWith("draft: true\n");
    }

    @Test
    void newerReleaseSupersedesTheOpenOneOfItsRuleAlone() throws IOException {
        publisher().publish(draft("2.4.0", TEXT));
        publisher().publish(draft("other", "org/webapp", "2.4.0", TEXT));
        publisher().publish(draft(RULE + "-2", "org/other", "2.4.0", TEXT));

        assertThat(publisher().publish(draft("2.5.0", TEXT))).isInstanceOf(Publication.Opened.class);

        assertThat(states())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "org/webapp/" + RULE + "/v2.4.0.yaml",
                        "superseded by v2.5.0",
                        "org/webapp/" + RULE + "/v2.5.0.yaml",
                        "open",
                        "org/webapp/other/v2.4.0.yaml",
                        "open",
                        "org/other/" + RULE + "-2/v2.4.0.yaml",
                        "open"));
    }

    @Test
    void whatIsWithdrawnIsNoLongerOpenAndMayBePublishedAgain() throws IOException {
        PullRequestDraft draft = draft("2.4.0", TEXT);
        publisher().publish(draft);
        Path metadata = folder.resolve("org/webapp/" + RULE + "/v2.4.0.yaml");

        publisher()
                .withdraw(
                        draft.repository(),
                        RULE,
                        new BranchTip(
                                "agent33-sync/v9.9.9/" + RULE, draft.head().commit()));
        assertThat(metadata).content().contains("state: \"open\"");

        publisher().withdraw(draft.repository(), RULE, draft.head());
        publisher().withdraw(draft.repository(), RULE, draft.head());
        assertThat(metadata).content().contains("state: \"withdrawn\"").doesNotContain("\"open\"");

        assertThat(publisher().publish(draft)).isInstanceOf(Publication.Opened.class);
        assertThat(metadata).content().contains("state: \"open\"");
        publisher().withdraw(RepositoryId.of("org/never"), "unknown", draft.head());
        assertThat(folder.resolve("org/never")).doesNotExist();
    }

    @Test
    void supersededTextKeepsTheReleaseThatSupersededItFirst() throws IOException {
        publisher().publish(draft("2.4.0", TEXT));
        publisher().publish(draft("2.5.0", TEXT));
        publisher().publish(draft("2.6.0", TEXT));

        assertThat(states().values()).containsExactlyInAnyOrder("superseded by v2.5.0", "superseded by v2.6.0", "open");
    }

    @Test
    void olderReleaseThatIsPublishedAgainIsTheOpenOne() throws IOException {
        publisher().publish(draft("2.4.0", TEXT));
        publisher().publish(draft("2.5.0", TEXT));

        assertThat(publisher().publish(draft("2.4.0", TEXT))).isInstanceOf(Publication.Opened.class);
        assertThat(states().values()).containsExactly("open", "superseded by v2.4.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"state: \"closed\"", "state: closed", "state: 'closed' ", "state: closed\r"})
    void pullRequestThatAPersonClosedStaysClosed(String closed) throws IOException {
        publisher().publish(draft("2.4.0", TEXT));
        Path metadata = folder.resolve("org/webapp/" + RULE + "/v2.4.0.yaml");
        Files.writeString(metadata, Files.readString(metadata).replace("state: \"open\"", closed));
        Map<String, String> before = contents();

        assertThat(publisher().publish(draft("2.4.0", TEXT)))
                .isEqualTo(new Publication.Declined("a person closed it: " + metadata + " says so"));
        assertThat(contents()).isEqualTo(before);

        assertThat(publisher().publish(draft("2.5.0", TEXT))).isInstanceOf(Publication.Opened.class);
        assertThat(Files.readString(metadata)).contains(closed).doesNotContain("superseded_by");
    }

    @Test
    void publishingThatWasCutOffAnywhereIsCompletedByTheNext() throws IOException {
        publisher().publish(draft("2.4.0", TEXT));
        Map<String, String> start = contents();
        publisher().publish(draft("2.5.0", TEXT));
        Map<String, String> undisturbed = contents();
        String rule = "org/webapp/" + RULE + "/";

        List<List<String>> stepsDone = List.of(
                List.of(),
                List.of(rule + "v2.5.0.md"),
                List.of(rule + "v2.5.0.md", rule + "v2.4.0.yaml"),
                List.of(rule + "v2.5.0.md", rule + "v2.4.0.yaml", rule + "v2.5.0.yaml"));
        for (List<String> done : stepsDone) {
            Map<String, String> cutOff = new TreeMap<>(start);
            done.forEach(file -> cutOff.put(file, undisturbed.get(file)));
            if (done.size() < stepsDone.size() - 1) {
                cutOff.put(rule + ".publishing.tmp", "half of a fi");
            }
            restore(cutOff);

            publisher().publish(draft("2.5.0", TEXT));

            assertThat(contents()).as("after %s", done).isEqualTo(undisturbed);
        }
    }

    @Test
    void twoThatAreOpenByAnInterruptionAreReportedAsUpdatedAndMended() throws IOException {
        publisher().publish(draft("2.4.0", TEXT));
        String open = contents().get("org/webapp/" + RULE + "/v2.4.0.yaml");
        publisher().publish(draft("2.5.0", TEXT));
        Files.writeString(folder.resolve("org/webapp/" + RULE + "/v2.4.0.yaml"), open);

        assertThat(publisher().publish(draft("2.5.0", TEXT))).isInstanceOf(Publication.Updated.class);
        assertThat(states().values()).containsExactly("superseded by v2.5.0", "open");
    }

    @ParameterizedTest
    @CsvSource({
        "con/webapp,  rule,  _con_/webapp/rule/v1.0.0.md",
        "org/aux.js,  nul,   org/_aux.js_/_nul_/v1.0.0.md",
        "org/.git,    rule,  org/_.git_/rule/v1.0.0.md",
        "org./web,    rule,  _org._/web/rule/v1.0.0.md",
        "Org/Web_App, a.b-c, Org/Web_App/a.b-c/v1.0.0.md"
    })
    void namesThatSomeFileSystemCannotHoldStandBetweenUnderscores(String repository, String rule, String file)
            throws IOException {
        publisher().publish(draft(rule, repository, "1.0.0", TEXT));

        assertThat(contents()).containsKey(file);
    }

    @Test
    void versionCannotLeadOutOfTheFolder() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        PullRequestPublisher publisher = FolderPublisher.to(inner);

        assertThatThrownBy(() -> publisher.publish(draft("/../../../../../outside", TEXT)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unsafe path");
        assertThat(contents()).isEmpty();
    }

    @Test
    void anyStringSurvivesTheYaml() throws IOException {
        List<String> strings = List.of(
                "",
                " ",
                "yes",
                "012",
                "a: b # c",
                "\"\\\"",
                "- x",
                "*alias &anchor !tag %x @y `z",
                "tab\tline\nreturn\rnul\u0000bell\u0007",
                "\u007f\u0085\u009f\u2028\u2029\ufeff\u00a0\u00e9\u65e5\ud83d\ude00",
                "state: \"closed\"\nstate: \"closed\"");
        publisher().publish(draft("2.4.0", new PullRequestText("t", "b", strings, strings, false)));

        JsonNode yaml = new YAMLMapper()
                .readTree(folder.resolve("org/webapp/" + RULE + "/v2.4.0.yaml").toFile());
        assertThat(yaml.get("labels")).extracting(JsonNode::textValue).containsExactlyElementsOf(strings);
        assertThat(yaml.get("reviewers")).extracting(JsonNode::textValue).containsExactlyElementsOf(strings);
        assertThat(publisher().publish(draft("2.4.0", new PullRequestText("t", "b", strings, strings, false))))
                .isInstanceOf(Publication.Unchanged.class);
    }

    @Test
    void storageThatFailsIsNamedWithARemedy() throws IOException {
        Files.writeString(folder.resolve("org"), "a file where a folder must be");

        assertThatThrownBy(() -> publisher().publish(draft("2.4.0", TEXT)))
                .isInstanceOfSatisfying(
                        RepositoryException.class,
                        e -> assertThat(e.reason()).isEqualTo(RepositoryException.Reason.STORAGE))
                .hasMessageContaining("rule " + RULE + " to org/webapp")
                .hasMessageContaining(
                        folder.resolve("org/webapp/" + RULE + "/v2.4.0.md").toString())
                .hasMessageContaining("see that its folder can be written");
    }

    private PullRequestPublisher publisher() {
        return FolderPublisher.to(folder);
    }

    private static PullRequestDraft draft(String version, PullRequestText text) {
        return draft(RULE, "org/webapp", version, text);
    }

    private static PullRequestDraft draft(String rule, String repository, String version, PullRequestText text) {
        return new PullRequestDraft(
                RepositoryId.of(repository),
                rule,
                new Release(version, ObjectId.of("c".repeat(40)), Optional.of("v" + version)),
                new BranchTip("main", ObjectId.of("1".repeat(40))),
                new BranchTip("agent33-sync/v" + version + "/" + rule, ObjectId.of("2".repeat(40))),
                text);
    }

    private Map<String, Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            Map<String, Path> files = new TreeMap<>();
            all.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(".lock"))
                    .forEach(
                            file -> files.put(folder.relativize(file).toString().replace('\\', '/'), file));
            return files;
        }
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (Map.Entry<String, Path> file : files().entrySet()) {
            contents.put(file.getKey(), Files.readString(file.getValue()));
        }
        return contents;
    }

    private Map<String, String> states() throws IOException {
        Map<String, String> states = new TreeMap<>();
        for (Map.Entry<String, String> file : contents().entrySet()) {
            if (file.getKey().endsWith(".yaml")) {
                JsonNode yaml = new YAMLMapper().readTree(file.getValue());
                String by = yaml.has("superseded_by")
                        ? " by " + yaml.get("superseded_by").textValue()
                        : "";
                states.put(file.getKey(), yaml.get("state").textValue() + by);
            }
        }
        return states;
    }

    private void restore(Map<String, String> contents) throws IOException {
        for (Path file : files().values()) {
            Files.delete(file);
        }
        for (Map.Entry<String, String> file : contents.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private static FileTime timeOf(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
