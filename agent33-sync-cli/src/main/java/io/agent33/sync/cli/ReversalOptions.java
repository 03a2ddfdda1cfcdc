package io.agent33.sync.cli;

import io.agent33.sync.SyncEngine;
import io.agent33.sync.api.report.Settled;
import io.agent33.sync.api.report.SyncPlan;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.core.print.OutputFormat;
import java.nio.file.Path;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What the commands have that take back a release, or allow it again. */
final class ReversalOptions {
    @Option(
            names = "--dry-run",
            order = 30,
            description = "Shows the plan, and writes nothing that anyone else can see.")
    private boolean dryRun;

    @Option(
            names = "--publish-to",
            order = 40,
            paramLabel = "FOLDER",
            defaultValue = "agent33-sync-pull-requests",
            description = "Where the texts of the pull requests are written. Default: ${DEFAULT-VALUE}")
    private Path publishTo = Path.of("agent33-sync-pull-requests");

    @Option(
            names = "--issues-to",
            order = 41,
            paramLabel = "FOLDER",
            defaultValue = "agent33-sync-issues",
            description = "Where issues are written. Default: ${DEFAULT-VALUE}")
    private Path issuesTo = Path.of("agent33-sync-issues");

    @Option(
            names = "--format",
            order = 50,
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = FormatConverter.class,
            description = "text, yaml or json, and with --dry-run diff. Default: text")
    private OutputFormat format = OutputFormat.TEXT;

    /** Plans or does it, prints what came of it, and gives the exit status. */
    int run(
            RepositoryOptions repositories,
            CommandSpec spec,
            Function<SyncEngine, SyncPlan> planned,
            Function<SyncEngine, SyncReport> done) {
        if (format == OutputFormat.DIFF && !dryRun) {
            throw new ParameterException(spec.commandLine(), "--format diff is for plans; a report has no diff");
        }
        try (Forge forge = repositories.forge(spec);
                SyncEngine engine = Engines.builder(repositories, forge, spec)
                        .publisher(forge.publisher(publishTo))
                        .issues(forge.issues(issuesTo))
                        .build()) {
            return dryRun ? print(engine, planned.apply(engine), spec) : print(engine, done.apply(engine), spec);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        } finally {
            spec.commandLine().getOut().flush();
        }
    }

    private int print(SyncEngine engine, SyncPlan plan, CommandSpec spec) {
        engine.print(plan, format, spec.commandLine().getOut());
        boolean attention = plan.rules().stream()
                .anyMatch(rule ->
                        rule instanceof Settled settled && settled.outcome().needsAttention());
        return attention ? ExitStatus.ATTENTION : ExitStatus.DONE;
    }

    private int print(SyncEngine engine, SyncReport report, CommandSpec spec) {
        engine.print(report, format, spec.commandLine().getOut());
        return report.successful() ? ExitStatus.DONE : ExitStatus.ATTENTION;
    }
}
