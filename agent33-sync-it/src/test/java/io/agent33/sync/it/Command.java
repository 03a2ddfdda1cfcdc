package io.agent33.sync.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs a program of the machine, git above all, free of the user's own configuration. */
public final class Command {
    private static final Map<String, String> ALWAYS_ALIKE = Map.of(
            "GIT_CONFIG_NOSYSTEM", "1",
            "GIT_CONFIG_GLOBAL", "/dev/null",
            "GIT_AUTHOR_NAME", "A Person",
            "GIT_AUTHOR_EMAIL", "person@example.org",
            "GIT_COMMITTER_NAME", "A Person",
            "GIT_COMMITTER_EMAIL", "person@example.org",
            "GIT_TERMINAL_PROMPT", "0",
            "LC_ALL", "C");

    private Command() {}

    /** {@code git} in a folder; what it prints. @throws AssertionError if it fails */
    public static String git(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        return run(folder, command);
    }

    /** Any program in a folder; what it prints, errors included. @throws AssertionError if it fails */
    public static String run(Path folder, List<String> command) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().putAll(ALWAYS_ALIKE);
            Process process = builder.start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + " failed:\n" + printed);
            }
            return printed;
        } catch (IOException e) {
            throw new AssertionError("cannot run " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted in " + command, e);
        }
    }
}
