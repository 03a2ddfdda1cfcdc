package io.agent33.sync.cli;

import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.error.RepositoryException;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says on standard error what went wrong: in words, with the stack trace only for those who ask, never a credential. */
final class Failures implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult arguments) {
        PrintWriter err = commandLine.getErr();
        if (failure instanceof ConfigurationException configuration) {
            configuration.objections().forEach(objection -> say(err, objection.message()));
        } else if (failure instanceof RepositoryException) {
            say(err, String.valueOf(failure.getMessage()));
        } else {
            say(err, "this should not have happened: " + failure + "; --verbose tells where");
        }
        if (AgentSync.of(commandLine).verbose()) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            err.println(Secrets.hidden(trace.toString()));
        }
        err.flush();
        return failure instanceof ConfigurationException ? ExitStatus.WRONG_USE : ExitStatus.ATTENTION;
    }

    private static void say(PrintWriter err, String message) {
        err.println("agent33-sync: " + Secrets.hidden(message));
    }
}
