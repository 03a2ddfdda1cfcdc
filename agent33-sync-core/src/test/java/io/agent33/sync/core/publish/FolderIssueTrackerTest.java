package io.agent33.sync.core.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.monitor.Issue;
import io.agent33.sync.api.monitor.IssueDraft;
import io.agent33.sync.api.monitor.IssueTracker;
import io.agent33.sync.api.monitor.Tracking;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.testkit.fault.Fault;
import io.agent33.sync.testkit.fault.FaultyPorts;
import io.agent33.sync.testkit.fault.PortCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderIssueTrackerTest {
    private static final RepositoryId UPSTREAM = RepositoryId.of("org/AGENT-33");
    private static final String KEY = "rollback/org/webapp/docs/v2.4.0+1";
    private static final IssueDraft DRAFT =
            new IssueDraft(UPSTREAM, KEY, "v2.4.0 was \"taken back\"", "Why\n", List.of("agent33-sync"));

    @TempDir
    private Path folder;

    private Path place;
    private FolderIssueTracker tracker;

    @BeforeEach
    void place() {
        place = folder.resolve("org/AGENT-33");
        tracker = FolderIssueTracker.in(folder);
    }

    @Test
    void anIssueIsItsBodyAndItsMetadata() throws IOException {
        Tracking tracking = tracker.track(DRAFT);

        assertThat(tracking)
                .isEqualTo(new Tracking.Opened(
                        new Issue("AGENT-33#1", place.resolve("1.md").toString(), true)));
        assertThat(place.resolve("1.md")).hasContent("Why\n");
        assertThat(Files.readString(place.resolve("1.yaml"))).isEqualTo("""
                        repository: "org/AGENT-33"
                        number: 1
                        key: "rollback/org/webapp/docs/v2.4.0+1"
                        # open or closed
                        state: "open"
                        title: "v2.4.0 was \\"taken back\\""
                        labels:
                          - "agent33-sync"
                        """);
    }

    @Test
    void aClosedOneSaysWhy() {
        tracker.track(DRAFT);
        tracker.close(UPSTREAM, KEY, "v2.4.1 \\ is $1 merged");

        assertThat(place.resolve("1.yaml"))
                .content()
                .contains("state: \"closed\"\nclosed_because: \"v2.4.1 \\\\ is $1 merged\"\n")
                .doesNotContain("\"open\"");
        assertThat(tracker.track(DRAFT).issue().reference()).isEqualTo("AGENT-33#2");
    }

    @Test
    void whatAnEditorMadeOfTheMetadataIsUnderstood() throws IOException {
        tracker.track(DRAFT);
        Path metadata = place.resolve("1.yaml");
        Files.writeString(metadata, Files.readString(metadata).replace("\"", "").replace("\n", "\r\n"));

        assertThat(tracker.track(DRAFT)).isInstanceOf(Tracking.Updated.class);

        Files.writeString(metadata, Files.readString(metadata).replaceAll("state: .*\n", ""));
        assertThat(tracker.close(UPSTREAM, KEY, "gone")).isPresent();
        assertThat(tracker.find(UPSTREAM, KEY).orElseThrow().isOpen()).isFalse();
    }

    @Test
    void numbersGoOnAfterTheHighest() throws IOException {
        Files.createDirectories(place);
        Files.writeString(place.resolve("41.yaml"), "state: closed\n");
        Files.writeString(place.resolve("notes.yaml"), "mine: 1\n");
        Files.writeString(place.resolve("0099.yaml"), "mine: 1\n");

        assertThat(tracker.track(DRAFT).issue().reference()).isEqualTo("AGENT-33#42");
    }

    @Test
    void theOpenOneIsFoundBeforeALaterOneThatIsClosed() throws IOException {
        tracker.track(DRAFT);
        tracker.close(UPSTREAM, KEY, "gone");
        tracker.track(DRAFT);
        tracker.close(UPSTREAM, KEY, "gone");
        Path first = place.resolve("1.yaml");
        Files.writeString(first, Files.readString(first).replace("\"closed\"", "\"open\""));

        assertThat(tracker.find(UPSTREAM, KEY).orElseThrow().reference()).isEqualTo("AGENT-33#1");
        assertThat(tracker.track(DRAFT).issue().reference()).isEqualTo("AGENT-33#1");
    }

    /** The text comes first: without metadata there is no issue yet. */
    @Test
    void whatWasCutOffIsCompleted() throws IOException {
        Files.createDirectories(place);
        Files.writeString(place.resolve("1.md"), "half of a te");

        assertThat(tracker.find(UPSTREAM, KEY)).isEmpty();
        assertThat(tracker.track(DRAFT).issue().reference()).isEqualTo("AGENT-33#1");
        assertThat(place.resolve("1.md")).hasContent("Why\n");
    }

    @Test
    void aRepeatAfterALostAnswerMakesNoSecondIssue() throws IOException {
        FaultyPorts ports = FaultyPorts.with(Fault.after(1), Fault.after(3));
        IssueTracker faulty = ports.issues(tracker);

        assertThatExceptionOfType(RepositoryException.class).isThrownBy(() -> faulty.track(DRAFT));
        assertThat(faulty.track(DRAFT)).isInstanceOf(Tracking.Unchanged.class);
        assertThatExceptionOfType(RepositoryException.class).isThrownBy(() -> faulty.close(UPSTREAM, KEY, "gone"));
        assertThat(faulty.close(UPSTREAM, KEY, "gone")).isEmpty();

        assertThat(ports.struck()).extracting(PortCall::writes).containsExactly(true, true);
        assertThat(ports.struck()).extracting(PortCall::scope).containsOnly("org/AGENT-33");
        try (Stream<Path> files = Files.list(place)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void aKeyFitsIntoACommentAndALine() {
        for (String key : List.of("", "a b", "a\n", "a>", "a\"", "é", "x".repeat(201))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new IssueDraft(UPSTREAM, key, "title", "body", List.of()));
        }
        assertThat(DRAFT.marker()).isEqualTo("<!-- agent33-sync issue rollback/org/webapp/docs/v2.4.0+1 -->");
    }

    @Test
    void askingWritesNothing() {
        tracker.find(UPSTREAM, KEY);
        tracker.close(UPSTREAM, KEY, "gone");

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");

        assertThatExceptionOfType(RepositoryException.class)
                .isThrownBy(() -> FolderIssueTracker.in(file).track(DRAFT))
                .withMessageContainingAll(KEY, "org/AGENT-33", file.toString())
                .extracting(RepositoryException::reason)
                .isEqualTo(RepositoryException.Reason.STORAGE);
    }
}
