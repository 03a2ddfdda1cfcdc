package io.agent33.sync.cli;

import io.agent33.sync.SyncEngine;
import io.agent33.sync.api.rule.RuleSet;
import io.agent33.sync.api.rule.SyncRule;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.annotation.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code agent33-sync rules check}. */
@Command(
        name = "check",
        header = "Reads all rules and says everything that is wrong with them.",
        description = {
            "",
            "Needs no downstream, and with a folder no upstream either: fit for the pipeline of the repository that"
                    + " holds the rules. Every objection is one line on standard output, with file, line and column."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = "agent33-sync rules check [--upstream=URL] [--rules=URL-or-folder] [--cache=FOLDER]",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  The rules of a checkout:",
            "    agent33-sync rules check --rules core/orchestrator/distribution/rules",
            "  The rules that a run would read now:",
            "    agent33-sync rules check --upstream URL"
        })
final class RulesCheckCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--upstream",
            paramLabel = "URL",
            description = "The repository whose rules are checked, unless --rules says otherwise.")
    private @Nullable String upstream;

    @Option(
            names = "--rules",
            paramLabel = "URL-or-folder",
            description = "A folder of YAML files, or a repository that keeps rules where the upstream would.")
    private @Nullable String rules;

    @Option(
            names = "--cache",
            paramLabel = "FOLDER",
            description = "Keeps git objects between runs. Default: as for `run`")
    private @Nullable Path cache;

    @Override
    public Integer call() {
        String place = rules == null ? upstream : rules;
        if (place == null) {
            throw new ParameterException(spec.commandLine(), "--upstream or --rules must say where the rules are");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (SyncEngine engine = Engines.forRules(
                Optional.ofNullable(upstream), Optional.ofNullable(rules), Optional.ofNullable(cache), spec)) {
            RuleSet found = engine.rules();
            found.rules().forEach(entry -> out.println(entry.where() + ": " + described(entry.rule())));
            found.objections().forEach(objection -> out.println(objection.message()));
            int good = found.rules().size();
            int bad = found.objections().size();
            out.println(
                    good + (good == 1 ? " rule" : " rules") + ", " + bad + (bad == 1 ? " objection" : " objections"));
            return bad == 0 ? ExitStatus.DONE : ExitStatus.WRONG_USE;
        } finally {
            out.flush();
        }
    }

    private static String described(SyncRule rule) {
        return rule.id() + ": " + rule.source() + " → " + rule.targetRepo() + " " + rule.targetPath() + ", "
                + rule.strategy().name().toLowerCase(Locale.ROOT) + ", "
                + rule.frequency().name().toLowerCase(Locale.ROOT);
    }
}
