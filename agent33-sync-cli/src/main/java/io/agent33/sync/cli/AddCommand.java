package io.agent33.sync.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code agent33-sync add}. */
@Command(
        name = "add",
        header = "Adds a downstream: a branch with its rule, for a person to push.",
        description = {
            "",
            "The rule's file is checked, its first sync is planned, and both go into a branch of a clone of the upstream: with"
                    + " the strategy copy and the frequency manual, and with a row in the table of downstreams. What the"
                    + " file says beside stays as a comment, and `agent33-sync settle` puts it into force once the first"
                    + " sync is merged. Nothing is pushed to the upstream."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "agent33-sync add --upstream=URL --downstream-url=TEMPLATE --clone=FOLDER",
            "                        [--registry=PATH] [OPTION...] FILE"
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExample:%n",
        footer = {
            "    agent33-sync add --upstream URL --downstream-url TEMPLATE --clone . --registry docs/registry.md webapp.yaml",
        })
final class AddCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final OnboardingOptions options = new OnboardingOptions();

    @Parameters(paramLabel = "FILE", description = "The rule, as it is to be in the end.")
    @SuppressWarnings("NullAway.Init") // required
    private Path file;

    @Override
    public Integer call() {
        byte[] rule;
        try {
            rule = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ParameterException(
                    spec.commandLine(), "FILE: expected a rule, found nothing that can be read (" + e + ")", e);
        }
        return options.run(spec, onboarding -> onboarding.add(file.toString(), rule));
    }
}
