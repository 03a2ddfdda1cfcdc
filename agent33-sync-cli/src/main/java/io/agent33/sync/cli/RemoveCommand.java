package io.agent33.sync.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code agent33-sync remove}. */
@Command(
        name = "remove",
        header = "Removes a downstream: a branch that archives its rule, for a person to push.",
        description = {
            "",
            "A branch in a clone of the upstream sets the frequency of the rule to manual, moves its file to rules/archived/, and"
                    + " takes its row out of the table of downstreams. Delivered files stay where they are. Nothing is"
                    + " pushed to the upstream."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "agent33-sync remove --upstream=URL --downstream-url=TEMPLATE --clone=FOLDER",
            "                           --rule=ID [OPTION...]"
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExample:%n",
        footer = {
            "    agent33-sync remove --upstream URL --downstream-url TEMPLATE --clone . --rule sync-webapp",
        })
final class RemoveCommand implements Callable<Integer> {
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
        return options.run(spec, onboarding -> onboarding.remove(rule));
    }
}
