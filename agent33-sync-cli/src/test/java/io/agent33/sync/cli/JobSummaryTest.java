package io.agent33.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.event.SyncListener;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobSummaryTest {
    @TempDir
    private Path folder;

    @Test
    void itIsWrittenWhereTheEnvironmentNamesAFile() {
        assertThat(JobSummary.of(Map.of())).isEmpty();
        assertThat(JobSummary.of(Map.of("GITHUB_STEP_SUMMARY", " "))).isEmpty();
        assertThat(JobSummary.of(Map.of(
                        "GITHUB_STEP_SUMMARY", folder.resolve("summary.md").toString())))
                .containsInstanceOf(SyncListener.class);
    }
}
