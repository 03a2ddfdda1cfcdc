package io.agent33.sync.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code agent33-sync allow-release}. */
@Command(
        name = "allow-release",
        header = "Lets a release be delivered again that was rolled back, by a pull request downstream.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "agent33-sync allow-release --upstream=URL --downstream-url=TEMPLATE --rule=ID",
            "                                  --release=V [--dry-run] [OPTION...]"
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExample:%n",
        footer = {
            "    agent33-sync allow-release --upstream URL --downstream-url TEMPLATE --rule docs --release v2.4.0",
        })
final class AllowReleaseCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final RepositoryOptions repositories = new RepositoryOptions();

    @Option(names = "--rule", order = 20, paramLabel = "ID", required = true, description = "Which rule.")
    private String rule = "";

    @Option(
            names = "--release",
            order = 21,
            paramLabel = "V",
            required = true,
            description = "The release that was rolled back.")
    private String release = "";

    @Mixin
    private final ReversalOptions options = new ReversalOptions();

    @Override
    public Integer call() {
        return options.run(
                repositories,
                spec,
                engine -> engine.planAllowRelease(rule, release),
                engine -> engine.allowRelease(rule, release));
    }
}
