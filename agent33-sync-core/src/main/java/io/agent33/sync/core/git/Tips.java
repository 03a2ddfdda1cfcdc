package io.agent33.sync.core.git;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;

/**
 * The objects that were fetched whole, with everything that they lead to: references of the cached repository, named by
 * where they point. An object that merely exists may lack its parts, if a process was killed; one that is named here does
 * not.
 *
 * <p>They are written as git's packed references, all at once, so that there is no lock file that could be left behind.
 * To be changed under the slot's lock.
 */
final class Tips {
    private static final String PREFIX = "refs/tips/";

    private final Path file;

    Tips(Path gitDir) {
        this.file = gitDir.resolve("packed-refs");
    }

    Set<ObjectId> read() throws IOException {
        if (Files.notExists(file)) {
            return Set.of();
        }
        try (Stream<String> lines = Files.lines(file, US_ASCII)) {
            return lines.filter(line -> line.indexOf(" " + PREFIX) == 40)
                    .map(line -> ObjectId.fromString(line.substring(0, 40)))
                    .collect(Collectors.toSet());
        }
    }

    void add(Collection<? extends ObjectId> tips) throws IOException {
        Set<ObjectId> all = new TreeSet<>(read());
        if (all.addAll(tips)) {
            write(all);
        }
    }

    /** Names these and no others. */
    void write(Collection<? extends ObjectId> tips) throws IOException {
        CacheFolder.replace(
                file,
                tips.stream()
                        .map(ObjectId::name)
                        .sorted()
                        .map(name -> name + " " + PREFIX + name + "\n")
                        .collect(Collectors.joining()));
    }
}
