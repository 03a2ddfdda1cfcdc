package io.agent33.sync.core.glob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A repository whose index lists some paths, and the git binary to ask which of them a pattern selects. */
final class TemporaryGit {
    private static final String EMPTY_BLOB = "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391";

    private final Path folder;

    private TemporaryGit(Path folder) {
        this.folder = folder;
    }

    /** None of the paths may be a folder of another. */
    static TemporaryGit listing(Path folder, Collection<String> paths) throws IOException, InterruptedException {
        TemporaryGit git = new TemporaryGit(Files.createDirectories(folder));
        git.run("", "init", "--quiet", "--template=", ".");
        String entries = paths.stream()
                .map(path -> "100644 " + EMPTY_BLOB + "\t" + path + "\0")
                .collect(Collectors.joining());
        git.run(entries, "update-index", "-z", "--index-info");
        assertThat(git.list("**")).hasSameElementsAs(paths);
        return git;
    }

    /** The listed paths that a pattern selects. */
    Set<String> list(String pattern) throws IOException, InterruptedException {
        String listed = run("", "--glob-pathspecs", "ls-files", "-z", "--", withoutLiteralStart(pattern));
        return Arrays.stream(listed.split("\0"))
                .filter(path -> !path.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Git compares a pathspec's literal start by itself and forgets about it, so that it takes {@code a**} for
     * {@code **}, which wildmatch and the documentation do not. An escaped first character is no literal start.
     */
    private static String withoutLiteralStart(String pattern) {
        return "*?[\\".indexOf(pattern.charAt(0)) < 0 ? "\\" + pattern : pattern;
    }

    private String run(String input, String... arguments) throws IOException, InterruptedException {
        Path in = Files.writeString(folder.resolveSibling(folder.getFileName() + ".in"), input);
        Path error = folder.resolveSibling(folder.getFileName() + ".err");
        List<String> command =
                Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(in.toFile())
                .redirectError(error.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("XDG_CONFIG_HOME", folder.toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as("%s: %s", command, Files.readString(error))
                .isZero();
        return output;
    }
}
