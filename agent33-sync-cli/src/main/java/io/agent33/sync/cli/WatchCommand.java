package io.agent33.sync.cli;

import io.agent33.sync.SyncEngine;
import io.agent33.sync.SyncWatcher;
import io.agent33.sync.SyncWatcherBuilder;
import io.agent33.sync.core.print.OutputFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code agent33-sync watch}. */
@Command(
        name = "watch",
        header = "Runs what is due when it is due, until it is stopped.",
        description = {
            "",
            "Asks the upstream now and then whether it moved, and syncs if it did; looks at everything once a day, and"
                    + " tells downstreams of drift by an issue; tries again what failed, after waits that double up to an"
                    + " hour. What it did goes to standard output, a report each time that something was synced or"
                    + " checked. Stopped and started again, it catches up."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "agent33-sync watch --upstream=URL --downstream-url=TEMPLATE",
            "                          [--poll-every=TIME] [--check-every=TIME] [OPTION...]"
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExample:%n",
        footer = {
            "    agent33-sync watch --upstream URL --downstream-url 'https://github.com/{repo}.git' --github",
        })
final class WatchCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final RepositoryOptions repositories = new RepositoryOptions();

    @Mixin
    private final ScanOptions scan = new ScanOptions();

    @Mixin
    private final AlertOptions alerts = new AlertOptions();

    @Option(
            names = "--poll-every",
            order = 20,
            paramLabel = "TIME",
            defaultValue = "5m",
            converter = DurationConverter.class,
            description = "How often the upstream is asked whether it moved: a number and s, m, h or d. Default:"
                    + " ${DEFAULT-VALUE}")
    private Duration pollEvery = Duration.ofMinutes(5);

    @Option(
            names = "--check-every",
            order = 21,
            paramLabel = "TIME",
            defaultValue = "1d",
            converter = DurationConverter.class,
            description = "How often everything is looked at, though nothing moved. Default: ${DEFAULT-VALUE}")
    private Duration checkEvery = Duration.ofDays(1);

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
            description = "text, yaml or json. Default: text")
    private OutputFormat format = OutputFormat.TEXT;

    @Override
    public Integer call() {
        if (format == OutputFormat.DIFF) {
            throw new ParameterException(spec.commandLine(), "--format diff is for plans; a report has no diff");
        }
        try (Forge forge = repositories.forge(spec).telling(this::say);
                SyncEngine engine = alerts.on(scan.on(Engines.builder(repositories, forge, spec)), forge, issuesTo)
                        .publisher(forge.publisher(publishTo))
                        .issues(forge.issues(issuesTo))
                        .build();
                SyncWatcher watcher = watcher(engine)) {
            watcher.watch();
            return ExitStatus.DONE;
        }
    }

    private SyncWatcher watcher(SyncEngine engine) {
        SyncWatcherBuilder builder = SyncWatcher.of(engine);
        try {
            builder.pollEvery(pollEvery).checkEvery(checkEvery);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        WatchLog log = new WatchLog(engine, format, spec.commandLine().getOut(), this::say);
        return builder.onEvent(log::tell).build();
    }

    private void say(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }
}
