package io.agent33.sync.cli;

import io.agent33.sync.api.event.SyncListener;
import io.agent33.sync.core.print.StepSummary;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The summary on the page of a job in GitHub Actions, which names a file for it. */
final class JobSummary {
    private static final String VARIABLE = "GITHUB_STEP_SUMMARY";

    private JobSummary() {}

    /** Who writes it; nobody where nobody asks for it. */
    static Optional<SyncListener> of(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(VARIABLE))
                .filter(file -> !file.isBlank())
                .map(file -> StepSummary.appendingTo(Path.of(file)));
    }
}
