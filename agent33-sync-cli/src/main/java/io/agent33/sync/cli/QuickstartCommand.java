package io.agent33.sync.cli;

import io.agent33.sync.cli.quickstart.Quickstart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.annotation.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code agent33-sync quickstart}. */
@Command(
        name = "quickstart",
        header = "Shows a whole sync on sample repositories, without any account or network.",
        description = {
            "",
            "Builds a small upstream with two releases and three downstreams in a folder, syncs the first release,"
                    + " merges its pull requests, syncs the second, and says where to look with plain git. Takes a few"
                    + " seconds and touches nothing else."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = "agent33-sync quickstart [--in=FOLDER]",
        optionListHeading = "%nOptions:%n")
final class QuickstartCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--in",
            paramLabel = "FOLDER",
            description = "Where to build; must be empty or not there yet. Default: a new temporary folder")
    private @Nullable Path folder;

    @Option(names = "--rehearse", hidden = true)
    private boolean rehearse;

    @Override
    public Integer call() {
        Quickstart quickstart = new Quickstart(place(), spec.commandLine().getOut());
        boolean fine = quickstart.run();
        if (fine && rehearse) {
            quickstart.rehearse(line -> AgentSync.commandLine(line[0])
                    .setOut(spec.commandLine().getOut())
                    .setErr(spec.commandLine().getErr())
                    .execute(line));
        }
        spec.commandLine().getOut().flush();
        return fine ? ExitStatus.DONE : ExitStatus.ATTENTION;
    }

    private Path place() {
        try {
            if (folder == null) {
                return Files.createTempDirectory("agent33-sync-").toRealPath();
            }
            if (Files.exists(folder) && !isEmptyFolder(folder)) {
                throw new ParameterException(
                        spec.commandLine(), "--in: expected an empty folder or none, found " + folder + " in use");
            }
            return Files.createDirectories(folder).toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for the sample", e);
        }
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        }
    }
}
