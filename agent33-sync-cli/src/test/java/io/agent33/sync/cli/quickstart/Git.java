package io.agent33.sync.cli.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The git binary, and a shell, as judges. */
final class Git {
    private Git() {}

    /** What {@code git} says about a repository. @throws AssertionError if it fails */
    static String in(Path repository, String... arguments) {
        String[] command = new String[arguments.length + 3];
        command[0] = "git";
        command[1] = "--git-dir";
        command[2] = repository.toString();
        System.arraycopy(arguments, 0, command, 3, arguments.length);
        return said(new ProcessBuilder(command));
    }

    /** What a line that is pasted into a shell says. @throws AssertionError if it fails */
    static String pasted(String line) {
        return said(new ProcessBuilder("sh", "-c", line));
    }

    private static String said(ProcessBuilder builder) {
        try {
            builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
            builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
            builder.environment().put("GIT_PAGER", "cat");
            Process process = builder.redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0) {
                throw new AssertionError(builder.command() + ": status " + status + "\n" + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
