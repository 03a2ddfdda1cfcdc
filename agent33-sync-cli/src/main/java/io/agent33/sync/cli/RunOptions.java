package io.agent33.sync.cli;

import io.agent33.sync.SyncEngine;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.core.print.OutputFormat;
import java.nio.file.Path;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where the texts of pull requests go, and how the report is printed: what every command that writes has. */
final class RunOptions {
    @Mixin
    private final ScanOptions scan = new ScanOptions();

    @Option(
            names = "--publish-to",
            order = 40,
            paramLabel = "FOLDER",
            defaultValue = "agent33-sync-pull-requests",
            description = "Where the texts of the pull requests are written. Default: ${DEFAULT-VALUE}")
    private Path publishTo = Path.of("agent33-sync-pull-requests");

    @Option(
            names = "--format",
            order = 50,
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = FormatConverter.class,
            description = "text, yaml or json. Default: text")
    private OutputFormat format = OutputFormat.TEXT;

    /** @throws ParameterException if a report cannot be printed like that */
    void check(CommandSpec spec) {
        if (format == OutputFormat.DIFF) {
            throw new ParameterException(spec.commandLine(), "--format diff is for plans; a report has no diff");
        }
    }

    /** Does the work, shows how far it is, prints the report, and gives the exit status. */
    int run(RepositoryOptions repositories, CommandSpec spec, Function<SyncEngine, SyncReport> work) {
        ProgressDisplay progress = ProgressDisplay.on(spec.commandLine().getErr());
        try (Forge forge = repositories.forge(spec).telling(progress::say);
                SyncEngine engine = scan.on(Engines.builder(repositories, forge, spec))
                        .publisher(forge.publisher(publishTo))
                        .addListener(progress)
                        .build()) {
            SyncReport report = work.apply(engine);
            progress.finish();
            engine.print(report, format, spec.commandLine().getOut());
            return report.successful() ? ExitStatus.DONE : ExitStatus.ATTENTION;
        } finally {
            progress.finish();
            spec.commandLine().getOut().flush();
        }
    }
}
