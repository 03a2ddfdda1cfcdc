package io.agent33.sync.cli;

import io.agent33.sync.api.trigger.SyncTrigger;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code agent33-sync run}. */
@Command(
        name = "run",
        header = "Pushes branches and writes pull requests for what is due.",
        description = {
            "",
            "The report goes to standard output, progress to standard error. A rule that fails or is blocked costs no"
                    + " other rule anything. An interrupt (Ctrl-C) lets each downstream finish the step that it is in;"
                    + " a later run goes on from there."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "agent33-sync run --upstream=URL --downstream-url=TEMPLATE",
            "                        [--release=TAG | --change=REF | --manual] [--rule=ID...] [OPTION...]"
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  What is due: the latest release, and changes for rules that ask for them:",
            "    agent33-sync run --upstream URL --downstream-url 'https://github.com/{repo}.git'",
            "  One release, for two rules:",
            "    agent33-sync run --upstream URL --downstream-url TEMPLATE --release v2.4.0 --rule docs --rule api",
            "  A rule whose frequency is manual, at the head of a branch, the report as JSON:",
            "    agent33-sync run --upstream URL --downstream-url TEMPLATE --manual --rule docs --at main --format json",
        })
final class RunCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final RepositoryOptions repositories = new RepositoryOptions();

    @Mixin
    private final TriggerOptions trigger = new TriggerOptions();

    @Mixin
    private final RunOptions options = new RunOptions();

    @Override
    public Integer call() {
        options.check(spec);
        SyncTrigger asked = trigger.trigger(spec);
        return options.run(repositories, spec, engine -> engine.run(asked));
    }
}
