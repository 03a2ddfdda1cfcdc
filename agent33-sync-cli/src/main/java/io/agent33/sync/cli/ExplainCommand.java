package io.agent33.sync.cli;

import io.agent33.sync.SyncEngine;
import io.agent33.sync.api.report.Explanation;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.core.print.OutputFormat;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code agent33-sync explain}. */
@Command(
        name = "explain",
        header = "Tells why a file is as it is, and what the next sync will do to it. Writes nothing.",
        description = {
            "",
            "For a delivered file, or for an override: what upstream rendered at the last merged sync (B), the override (O),"
                    + " what upstream renders now (T), what lies at the target (C), what should lie there (E), which"
                    + " case of the merge applies, and what follows from it."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "agent33-sync explain --upstream=URL --downstream-url=TEMPLATE --repo=REPO",
            "                            [OPTION...] PATH"
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExample:%n",
        footer = {
            "    agent33-sync explain --upstream URL --downstream-url TEMPLATE --repo org/webapp docs/agent33/TOOLS.md"
        })
final class ExplainCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final RepositoryOptions repositories = new RepositoryOptions();

    @Mixin
    private final ScanOptions scan = new ScanOptions();

    @Option(
            names = "--repo",
            order = 40,
            required = true,
            paramLabel = "REPO",
            description = "The downstream, as the rules name it in target_repo.")
    @SuppressWarnings("NullAway.Init") // required
    private String repository;

    @Option(
            names = "--format",
            order = 50,
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = FormatConverter.class,
            description = "text, yaml or json. Default: text")
    private OutputFormat format = OutputFormat.TEXT;

    @Parameters(paramLabel = "PATH", description = "Of a delivered file or of an override, from the downstream's root.")
    @SuppressWarnings("NullAway.Init") // required
    private String path;

    @Override
    public Integer call() {
        RepositoryId downstream;
        RepoPath place;
        try {
            downstream = RepositoryId.of(repository);
            place = RepoPath.of(path);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        if (format == OutputFormat.DIFF) {
            throw new ParameterException(spec.commandLine(), "an explanation has no diff: text, yaml or json");
        }
        try (Forge forge = repositories.forge(spec);
                SyncEngine engine =
                        scan.on(Engines.builder(repositories, forge, spec)).build()) {
            Explanation explanation = engine.explain(downstream, place);
            engine.print(explanation, format, spec.commandLine().getOut());
            spec.commandLine().getOut().flush();
            return explanation.paths().isEmpty() ? ExitStatus.ATTENTION : ExitStatus.DONE;
        }
    }
}
