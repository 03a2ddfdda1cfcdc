package io.agent33.sync.cli;

import java.io.PrintWriter;
import picocli.CommandLine;

/** Where the process starts. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the process with its exit status. */
    public static void main(String[] arguments) {
        PrintWriter out = Terminal.standardOutput();
        PrintWriter err = Terminal.standardError();
        Interruption interruption = Interruption.of(Thread.currentThread(), err);
        CommandLine commandLine = AgentSync.commandLine(arguments.length == 0 ? "" : arguments[0])
                .setOut(out)
                .setErr(err);
        commandLine.setExecutionStrategy(parsed -> {
            Logging.configure(AgentSync.of(commandLine).verbose());
            return new CommandLine.RunLast().execute(parsed);
        });
        int status = commandLine.execute(arguments);
        out.flush();
        err.flush();
        interruption.exit(status);
    }
}
