package io.agent33.sync.core.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.QuotedString;

/** The hooks that the owner of a repository on this machine has put up against, or for, what is pushed to it. */
final class LocalHooks {
    private static final int MOST_OUTPUT = 4096;

    private final Repository repository;
    private final RefChange change;
    private final Duration deadline;

    LocalHooks(Repository repository, RefChange change, Duration deadline) {
        this.repository = repository;
        this.change = change;
        this.deadline = deadline;
    }

    /** What the first hook that says no says. */
    Optional<String> refusal() throws IOException {
        Optional<String> refusal = run("pre-receive", line());
        return refusal.isPresent()
                ? refusal
                : run(
                        "update",
                        "",
                        change.ref(),
                        change.expected().name(),
                        change.wanted().name());
    }

    /** It is done, whatever they think of it. */
    void tellDone() throws IOException {
        run("post-receive", line());
        run("post-update", "", change.ref());
    }

    private String line() {
        return change.expected().name() + " " + change.wanted().name() + " " + change.ref() + "\n";
    }

    private Optional<String> run(String name, String input, String... arguments) throws IOException {
        File hook = FS.DETECTED.findHook(repository, name);
        return hook == null ? Optional.empty() : run(name, hook, input, arguments);
    }

    private Optional<String> run(String name, File hook, String input, String... arguments) throws IOException {
        Path output = Files.createTempFile("agent33-hook-", ".out");
        try {
            Process process =
                    process(hook, arguments).redirectOutput(output.toFile()).start();
            int status = status(name, process, input);
            return status == 0
                    ? Optional.empty()
                    : Optional.of(("the " + name + " hook declined: " + head(output)).strip());
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private ProcessBuilder process(File hook, String... arguments) {
        String command = QuotedString.BOURNE.quote(hook.getAbsolutePath());
        ProcessBuilder process = FS.DETECTED.runInShell(command, arguments).redirectErrorStream(true);
        process.directory(repository.getDirectory());
        process.environment().keySet().removeIf(variable -> variable.startsWith("GIT_"));
        process.environment().put("GIT_DIR", repository.getDirectory().getAbsolutePath());
        return process;
    }

    private int status(String name, Process process, String input) throws IOException {
        try {
            give(process, input);
            if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new InterruptedIOException(
                        "its " + name + " hook has not ended after " + deadline.toSeconds() + " s");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw Interrupts.during("the " + name + " hook", e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** A hook need not read what it is given. */
    private static void give(Process process, String input) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(UTF_8));
        } catch (IOException e) {
            assert !process.isAlive() || !input.isEmpty();
        }
    }

    private static String head(Path output) throws IOException {
        try (InputStream in = Files.newInputStream(output)) {
            return Texts.oneLine(new String(in.readNBytes(MOST_OUTPUT), UTF_8));
        }
    }
}
