package io.agent33.sync.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command without a subcommand, and how all of them are set up. */
@Command(
        name = "agent33-sync",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        customSynopsis = "agent33-sync COMMAND [OPTION...]",
        header = "Carries canonical files from one git repository into many others, as pull requests.",
        description = {
            "",
            "Rules in the upstream repository say which of its files go where. A run compares each downstream"
                    + " repository with the upstream's latest release, and pushes one branch with one commit, and the"
                    + " text of one pull request, for every rule whose files changed. Nothing new means nothing written."
        },
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:All is done, or there was nothing to do.",
            "1:A rule failed, was blocked or could not be read. The results name it.",
            "2:The command line, the configuration or, in `rules check`, a rule is wrong."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  See it work, without any account or network:",
            "    agent33-sync quickstart",
            "  See what a run would do now:",
            "    agent33-sync plan --upstream https://github.com/agent33/agent33.git \\",
            "        --downstream-url 'https://github.com/{repo}.git'",
            "  Do it:",
            "    agent33-sync run --upstream https://github.com/agent33/agent33.git \\",
            "        --downstream-url 'https://github.com/{repo}.git'",
            "",
            "Environment:",
            "  AGENT33_GIT_USER, AGENT33_GIT_TOKEN   credentials for https; without a user, the token is the password",
            "                                        of the user x-access-token"
        })
final class AgentSync implements Runnable {
    private static final int HELP_WIDTH = 110;

    /** In the order of the help. */
    private static final Map<String, Supplier<Object>> COMMANDS = commands();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Log what happens, and print the stack trace of a failure, both to standard error.")
    private boolean verbose;

    /** The whole command line; streams are the caller's to set. */
    static CommandLine commandLine() {
        return commandLine("");
    }

    /**
     * The same for one command line.
     *
     * @param first its first word: if that is a command, the others are left out, because looking at them takes time
     */
    static CommandLine commandLine(String first) {
        CommandLine commandLine = new CommandLine(new AgentSync());
        boolean known = COMMANDS.containsKey(first);
        COMMANDS.forEach((name, command) -> {
            if (!known || name.equals(first)) {
                commandLine.addSubcommand(command.get());
            }
        });
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setUsageHelpWidth(HELP_WIDTH);
        commandLine.setAbbreviatedOptionsAllowed(false);
        commandLine.setExecutionExceptionHandler(new Failures());
        commandLine.setParameterExceptionHandler(new WrongUse());
        return commandLine;
    }

    private static Map<String, Supplier<Object>> commands() {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("plan", PlanCommand::new);
        commands.put("run", RunCommand::new);
        commands.put("watch", WatchCommand::new);
        commands.put("apply", ApplyCommand::new);
        commands.put("status", StatusCommand::new);
        commands.put("drift", DriftCommand::new);
        commands.put("explain", ExplainCommand::new);
        commands.put("rollback", RollbackCommand::new);
        commands.put("allow-release", AllowReleaseCommand::new);
        commands.put("add", AddCommand::new);
        commands.put("settle", SettleCommand::new);
        commands.put("remove", RemoveCommand::new);
        commands.put("rules", RulesCommand::new);
        commands.put("quickstart", QuickstartCommand::new);
        return commands;
    }

    /** The command behind a command line or one of its subcommands. */
    static AgentSync of(CommandLine commandLine) {
        return (AgentSync) commandLine.getCommandSpec().root().userObject();
    }

    boolean verbose() {
        return verbose;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "a command is missing: plan, run, watch, apply, status, drift, rules or quickstart");
    }
}
