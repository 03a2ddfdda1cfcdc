package io.agent33.sync.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code agent33-sync settle}. */
@Command(
        name = "settle",
        header = "Lets a downstream that was added be synced as its rule wishes.",
        description = {
            "",
            "Once the first sync is merged, a branch in a clone of the upstream gives the rule the strategy and the frequency that"
                    + " `agent33-sync add` kept as comments. Nothing is pushed to the upstream."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "agent33-sync settle --upstream=URL --downstream-url=TEMPLATE --clone=FOLDER",
            "                           --rule=ID [OPTION...]"
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExample:%n",
        footer = {
            "    agent33-sync settle --upstream URL --downstream-url TEMPLATE --clone . --rule sync-webapp",
        })
final class SettleCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final OnboardingOptions options = new OnboardingOptions();

    @Option(names = "--rule", order = 14, required = true, paramLabel = "ID", description = "The rule.")
    @SuppressWarnings("NullAway.Init") // required
    private String rule;

    @Override
    public Integer call() {
        return options.run(spec, onboarding -> onboarding.settle(rule));
    }
}
