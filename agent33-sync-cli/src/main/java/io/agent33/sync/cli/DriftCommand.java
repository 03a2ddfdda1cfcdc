package io.agent33.sync.cli;

import io.agent33.sync.SyncEngine;
import io.agent33.sync.api.monitor.DriftReport;
import io.agent33.sync.core.print.OutputFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code agent33-sync drift}. */
@Command(
        name = "drift",
        header = "Finds delivered files that are not as the last merged sync left them.",
        description = {
            "",
            "Compares every downstream with what its manifests say, without rendering anything: files that were modified,"
                    + " deleted or replaced, modes that changed, conflicts that were merged unresolved, and a state that"
                    + " was tampered with. With --issues it also tells each downstream that has some by an issue, which"
                    + " is brought up to date by later calls, and closed when the drift is gone. The exit status is 1 if"
                    + " there is drift."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "agent33-sync drift --upstream=URL --downstream-url=TEMPLATE",
            "                          [--rule=ID...] [--issues] [OPTION...]"
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExample:%n",
        footer = {
            "    agent33-sync drift --upstream URL --downstream-url 'https://github.com/{repo}.git' --github --issues",
        })
final class DriftCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final RepositoryOptions repositories = new RepositoryOptions();

    @Option(
            names = "--rule",
            order = 14,
            paramLabel = "ID",
            arity = "1..*",
            split = ",",
            hideParamSyntax = true,
            description = "Only these rules; several times, or ids with commas between them.")
    private final List<String> rules = new ArrayList<>();

    @Option(
            names = "--issues",
            order = 20,
            description = "Tells downstreams by issues: opens, updates and closes them.")
    private boolean issues;

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
            throw new ParameterException(spec.commandLine(), "drift has no diff: text, yaml or json");
        }
        ProgressDisplay progress = ProgressDisplay.on(spec.commandLine().getErr());
        try (Forge forge = repositories.forge(spec).telling(progress::say);
                SyncEngine engine = Engines.builder(repositories, forge, spec)
                        .issues(forge.issues(issuesTo))
                        .addListener(progress)
                        .build()) {
            String[] ids = rules.toArray(String[]::new);
            DriftReport report = issues ? engine.trackDrift(ids) : engine.drift(ids);
            progress.finish();
            engine.print(report, format, spec.commandLine().getOut());
            return report.isClean() ? ExitStatus.DONE : ExitStatus.ATTENTION;
        } finally {
            progress.finish();
            spec.commandLine().getOut().flush();
        }
    }
}
