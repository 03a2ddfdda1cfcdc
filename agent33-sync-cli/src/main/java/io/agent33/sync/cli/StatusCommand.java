package io.agent33.sync.cli;

import io.agent33.sync.SyncEngine;
import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.monitor.FleetStatus;
import io.agent33.sync.api.monitor.RuleStatus;
import io.agent33.sync.api.monitor.Standing;
import io.agent33.sync.core.print.OutputFormat;
import io.agent33.sync.core.registry.RegistryPage;
import io.agent33.sync.core.registry.RegistryTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.annotation.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code agent33-sync status}. */
@Command(
        name = "status",
        header = "Tells how every rule stands in its downstream.",
        description = {
            "",
            "By what is merged, what would be delivered now, what drifted, and what the journal shows of the attempts so far:"
                    + " never, failing, current, stale, proposed or behind. With --registry it also brings the table of a"
                    + " document up to date, between its heading \"Downstream Registry\" and the next; with --alerts and --alert-issues, what is new is told. The exit status is 1"
                    + " if a rule is failing or stale, or could not be read."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "agent33-sync status --upstream=URL --downstream-url=TEMPLATE",
            "                           [--registry=FILE] [--page=FILE] [OPTION...]"
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExample:%n",
        footer = {
            "    agent33-sync status --upstream URL --downstream-url TEMPLATE --registry docs/registry.md",
        })
final class StatusCommand implements Callable<Integer> {
    private static final Set<Standing> BAD = Set.of(Standing.FAILING, Standing.STALE);

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
            names = "--issues-to",
            order = 41,
            paramLabel = "FOLDER",
            defaultValue = "agent33-sync-issues",
            description = "Where issues are written. Default: ${DEFAULT-VALUE}")
    private Path issuesTo = Path.of("agent33-sync-issues");

    @Option(
            names = "--registry",
            order = 20,
            paramLabel = "FILE",
            description = "A Markdown document whose table of downstreams is brought up to date.")
    private @Nullable Path registry;

    @Option(
            names = "--page",
            order = 21,
            paramLabel = "FILE",
            description = "Writes the fleet as one HTML file, which needs nothing from elsewhere.")
    private @Nullable Path page;

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
            throw new ParameterException(spec.commandLine(), "a status has no diff: text, yaml or json");
        }
        ProgressDisplay progress = ProgressDisplay.on(spec.commandLine().getErr());
        try (Forge forge = repositories.forge(spec).telling(progress::say);
                SyncEngine engine = alerts.on(scan.on(Engines.builder(repositories, forge, spec)), forge, issuesTo)
                        .addListener(progress)
                        .build()) {
            FleetStatus status = alerts.any() ? engine.alert().status() : engine.status();
            progress.finish();
            engine.print(status, format, spec.commandLine().getOut());
            if (registry != null) {
                update(registry, status);
            }
            if (page != null) {
                write(page, RegistryPage.of(status).html());
            }
            return isGood(status) ? ExitStatus.DONE : ExitStatus.ATTENTION;
        } finally {
            progress.finish();
            spec.commandLine().getOut().flush();
        }
    }

    private static boolean isGood(FleetStatus status) {
        return status.objections().isEmpty()
                && status.rules().stream().map(RuleStatus::standing).noneMatch(BAD::contains);
    }

    private static void update(Path document, FleetStatus status) {
        try {
            String before = Files.readString(document);
            String after = RegistryTable.of(status).in(document.toString(), before);
            if (!after.equals(before)) {
                Files.writeString(document, after);
            }
        } catch (IOException e) {
            throw failed(document, e);
        }
    }

    private static void write(Path file, String html) {
        try {
            Files.writeString(file, html);
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    private static RepositoryException failed(Path file, IOException e) {
        return new RepositoryException(
                RepositoryException.Reason.STORAGE,
                "the registry " + file + " cannot be read or written (" + e
                        + "); see that it is a file in UTF-8 that may be written",
                e);
    }
}
