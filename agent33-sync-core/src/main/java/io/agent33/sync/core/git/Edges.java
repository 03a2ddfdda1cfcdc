package io.agent33.sync.core.git;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectDatabase;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Where the history of a cached repository is cut off: git's {@code shallow} file. JGit writes it before the objects come
 * that it speaks of, so what it held before is noted as long as they are on their way.
 */
final class Edges {
    private final ObjectDatabase objects;
    private final Path lock;
    private final Path note;

    Edges(PinnedRepository repository) {
        Path gitDir = repository.getDirectory().toPath();
        this.objects = repository.getObjectDatabase();
        this.lock = gitDir.resolve("shallow.lock");
        this.note = gitDir.resolve("shallow.before");
    }

    /** The commits whose parents were not fetched. */
    Set<ObjectId> read() throws IOException {
        return Set.copyOf(objects.getShallowCommits());
    }

    /** To be called under the slot's lock. */
    void write(Set<ObjectId> edges) throws IOException {
        // Whoever made a lock file is dead, for the slot's lock is ours.
        Files.deleteIfExists(lock);
        objects.setShallowCommits(edges);
    }

    /** Whether objects were on their way when something ended it. */
    boolean areInDoubt() {
        return Files.exists(note);
    }

    /** To be called under the slot's lock. */
    void recover() throws IOException {
        if (areInDoubt()) {
            try (Stream<String> lines = Files.lines(note, US_ASCII)) {
                write(lines.map(ObjectId::fromString).collect(Collectors.toSet()));
            }
            Files.delete(note);
        }
    }

    /** Something that may move them, and must do so wholly or not at all. */
    @FunctionalInterface
    interface Fetch {
        void run() throws IOException;
    }

    /** To be called under the slot's lock. */
    void during(Fetch fetch) throws IOException {
        recover();
        Files.deleteIfExists(lock);
        CacheFolder.replace(note, read().stream().map(id -> id.name() + "\n").collect(Collectors.joining()));
        try {
            fetch.run();
        } catch (IOException | RuntimeException e) {
            recover();
            throw e;
        }
        Files.delete(note);
    }
}
