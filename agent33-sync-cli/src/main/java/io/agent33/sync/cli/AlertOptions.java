package io.agent33.sync.cli;

import io.agent33.sync.SyncEngineBuilder;
import io.agent33.sync.core.publish.AlertSinks;
import java.nio.file.Path;
import javax.annotation.Nullable;
import picocli.CommandLine.Option;

/** Where alerts go. */
final class AlertOptions {
    @Option(
            names = "--alerts",
            order = 42,
            paramLabel = "FILE",
            description = "Appends alerts about staleness, failures and drift to this file, as YAML.")
    private @Nullable Path file;

    @Option(
            names = "--alert-issues",
            order = 43,
            description = "Tells downstreams of staleness and failures by issues: opens, updates and closes them.")
    private boolean issues;

    boolean any() {
        return file != null || issues;
    }

    /** The builder with the sinks that are asked for. */
    SyncEngineBuilder on(SyncEngineBuilder builder, Forge forge, Path issuesTo) {
        if (file != null) {
            builder.addAlertSink(AlertSinks.file(file));
        }
        if (issues) {
            builder.addAlertSink(AlertSinks.issues(forge.issues(issuesTo)));
        }
        return builder;
    }
}
