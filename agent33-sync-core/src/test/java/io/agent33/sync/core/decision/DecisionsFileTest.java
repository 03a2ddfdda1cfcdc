package io.agent33.sync.core.decision;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DecisionsFileTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 30);
    private static final ConflictResolution RESOLUTION = new ConflictResolution(
            DAY,
            "v2.4.0",
            "docs/agent33/orchestrator/RELEASE_CADENCE.md",
            "Kept downstream override for release schedule section",
            "human-reviewer");
    private static final Rollback ROLLBACK = new Rollback(
            DAY,
            "v2.4.0",
            "abc1234",
            "Schema validation failures in downstream CI",
            "v2.3.1 sync state",
            "AGENT-33#456",
            "operator");

    /** As the specification prints it. */
    private static final String RESOLUTION_BLOCK = """
            ```yaml
            conflict_resolution:
              date: "2026-01-30"
              sync_version: "v2.4.0"
              file: "docs/agent33/orchestrator/RELEASE_CADENCE.md"
              decision: "Kept downstream override for release schedule section"
              resolved_by: "human-reviewer"
            ```
            """;

    private static final String ROLLBACK_BLOCK = """
            ```yaml
            rollback:
              date: "2026-01-30"
              sync_version: "v2.4.0"
              reverted_commit: "abc1234"
              reason: "Schema validation failures in downstream CI"
              restored_to: "v2.3.1 sync state"
              follow_up_issue: "AGENT-33#456"
              logged_by: "operator"
            ```
            """;

    private static DecisionsFile file(String text) {
        return DecisionsFile.of(text.getBytes(UTF_8));
    }

    private static String text(DecisionsFile file) {
        return new String(file.bytes(), UTF_8);
    }

    @Test
    void aFileThatIsNotThereStartsWithAHeading() {
        DecisionsFile file = DecisionsFile.none().with(RESOLUTION).with(ROLLBACK);

        assertThat(text(file)).isEqualTo("# Decisions\n\n" + RESOLUTION_BLOCK + "\n" + ROLLBACK_BLOCK);
        assertThat(file.entries()).containsExactly(RESOLUTION, ROLLBACK);
    }

    @Test
    void anEmptyFileGetsTheHeadingToo() {
        assertThat(text(file("").with(ROLLBACK))).isEqualTo("# Decisions\n\n" + ROLLBACK_BLOCK);
        assertThat(text(file("\uFEFF").with(ROLLBACK))).isEqualTo("\uFEFF# Decisions\n\n" + ROLLBACK_BLOCK);
    }

    @Test
    void entriesStandAfterWhatIsThereByOneEmptyLine() {
        assertThat(text(file("Ours\n").with(ROLLBACK))).isEqualTo("Ours\n\n" + ROLLBACK_BLOCK);
        assertThat(text(file("Ours\n\n").with(ROLLBACK))).isEqualTo("Ours\n\n" + ROLLBACK_BLOCK);
        assertThat(text(file("Ours\r\n\r\n").with(ROLLBACK)))
                .isEqualTo("Ours\r\n\r\n" + ROLLBACK_BLOCK.replace("\n", "\r\n"));
    }

    @Test
    void aMissingLastNewlineStaysMissing() {
        DecisionsFile file = file("Ours").with(RESOLUTION).with(ROLLBACK);

        assertThat(text(file)).isEqualTo("Ours\n\n" + RESOLUTION_BLOCK + "\n" + ROLLBACK_BLOCK.stripTrailing());
        assertThat(file.entries()).containsExactly(RESOLUTION, ROLLBACK);
    }

    @Test
    void linesEndAsMostOfTheFileDoes() {
        assertThat(text(file("a\r\nb\r\nc\n").with(ROLLBACK)))
                .isEqualTo("a\r\nb\r\nc\n\r\n" + ROLLBACK_BLOCK.replace("\n", "\r\n"));
        assertThat(text(file("a\r\nb\nc\n").with(ROLLBACK))).isEqualTo("a\r\nb\nc\n\n" + ROLLBACK_BLOCK);
        assertThat(file("a\r\nb\r\n").with(ROLLBACK).entries()).containsExactly(ROLLBACK);
    }

    @Test
    void everyByteThatWasThereStays() {
        byte[] old = "\u00EF\u00BB\u00BF# D\u00E9cisions \u0000 \u00FF\n".getBytes(ISO_8859_1);

        byte[] now = DecisionsFile.of(old).with(ROLLBACK).bytes();

        assertThat(now).startsWith(old);
        assertThat(new String(now, old.length, now.length - old.length, UTF_8)).isEqualTo("\n" + ROLLBACK_BLOCK);
    }

    @Test
    void anEntryThatIsThereIsNotAddedAgain() {
        DecisionsFile once = file("Ours\n").with(RESOLUTION).with(ROLLBACK);

        assertThat(text(once.with(RESOLUTION).with(ROLLBACK))).isEqualTo(text(once));
        assertThat(text(DecisionsFile.of(once.bytes()).with(RESOLUTION))).isEqualTo(text(once));
    }

    @Test
    void norIfAnEditorChangedTheLineEnds() {
        String converted = text(file("Ours\n").with(RESOLUTION)).replace("\n", "\r\n");

        assertThat(text(file(converted).with(RESOLUTION))).isEqualTo(converted);
    }

    @Test
    void anotherDayIsAnotherEntry() {
        Rollback later = new Rollback(DAY.plusDays(1), "v2.4.0", "abc1234", "Again", "v2.3.1", "AGENT-33#456", "me");

        assertThat(DecisionsFile.none().with(ROLLBACK).with(later).entries()).containsExactly(ROLLBACK, later);
    }

    @Test
    void aBlockThatWasNeverClosedIsClosedFirst() {
        DecisionsFile file = file("~~~~text\nwhatever\n").with(ROLLBACK);

        assertThat(text(file)).isEqualTo("~~~~text\nwhatever\n~~~~\n\n" + ROLLBACK_BLOCK);
        assertThat(file.entries()).containsExactly(ROLLBACK);
        assertThat(text(file("~~~\nwhatever\n\n").with(ROLLBACK)))
                .isEqualTo("~~~\nwhatever\n\n~~~\n\n" + ROLLBACK_BLOCK);
    }

    @Test
    void neitherSideSeesTheOthersArray() {
        byte[] bytes = "Ours\n".getBytes(UTF_8);
        DecisionsFile file = DecisionsFile.of(bytes);
        bytes[0] = 'X';
        file.bytes()[0] = 'X';

        assertThat(text(file)).isEqualTo("Ours\n");
    }
}
