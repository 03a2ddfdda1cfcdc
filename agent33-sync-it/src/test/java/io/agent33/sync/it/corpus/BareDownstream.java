package io.agent33.sync.it.corpus;

import io.agent33.sync.it.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A bare repository on disk, and a person's clone of it who merges by plain git. */
final class BareDownstream {
    private final Path bare;
    private final Path clone;

    private BareDownstream(Path bare, Path clone) {
        this.bare = bare;
        this.clone = clone;
    }

    static BareDownstream create(Path folder, String id) {
        Path bare = folder.resolve("bare").resolve(id + ".git");
        Path clone = folder.resolve("clones").resolve(id);
        try {
            Files.createDirectories(bare);
            Files.createDirectories(clone);
            Command.git(bare, "init", "--quiet", "--bare", "--initial-branch=main");
            Command.git(clone, "init", "--quiet", "--initial-branch=main");
            Command.git(clone, "remote", "add", "origin", bare.toString());
            Files.writeString(clone.resolve("README.md"), "# " + id + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Command.git(clone, "add", ".");
        Command.git(clone, "commit", "--quiet", "-m", "init");
        Command.git(clone, "push", "--quiet", "origin", "main");
        return new BareDownstream(bare, clone);
    }

    Path bare() {
        return bare;
    }

    /** Merges a branch into main and deletes it, as a forge does when a person presses the button. */
    void merge(String branch) {
        Command.git(clone, "fetch", "--quiet", "--prune", "origin");
        Command.git(clone, "merge", "--quiet", "--no-ff", "-m", "Merge " + branch, "origin/" + branch);
        Command.git(clone, "push", "--quiet", "origin", "main", ":" + branch);
    }

    /** A person's commit on main: a file with this text. */
    void commit(String path, String text) {
        Command.git(clone, "pull", "--quiet", "--ff-only", "origin", "main");
        Path file = clone.resolve(path);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Command.git(clone, "add", path);
        Command.git(clone, "commit", "--quiet", "-m", "edit " + path);
        Command.git(clone, "push", "--quiet", "origin", "main");
    }

    /** The text of a file of main. */
    String text(String path) {
        return Command.git(bare, "show", "main:" + path);
    }

    /** The paths of all files that rules have delivered to main. */
    List<String> paths() {
        return Command.git(bare, "-c", "core.quotePath=off", "ls-tree", "-r", "--name-only", "main")
                .lines()
                .filter(path -> !path.startsWith(".agent33-") && !path.equals("README.md"))
                .toList();
    }

    /** A file as it lies in the person's clone, after the last merge. */
    Path checkedOut(String path) {
        return clone.resolve(path);
    }

    /** Mode, type, id and path of everything below a folder of main. */
    List<String> below(String folder) {
        return Command.git(bare, "-c", "core.quotePath=off", "ls-tree", "-r", "main:" + folder)
                .lines()
                .sorted()
                .toList();
    }

    /** Every file of the repository with its size and time: equal before and after means that nothing was written. */
    List<String> everything() {
        return everythingBelow(bare);
    }

    /** The same of any folder. */
    static List<String> everythingBelow(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file) + " " + file.toFile().length() + " "
                            + file.toFile().lastModified())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
