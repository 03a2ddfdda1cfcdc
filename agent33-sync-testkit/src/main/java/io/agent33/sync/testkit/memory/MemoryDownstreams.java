package io.agent33.sync.testkit.memory;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.repository.DownstreamRepositories;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.RepositoryId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Downstreams in memory, to be called by tests. As on a forge, names are found whatever their case. Thread-safe.
 *
 * <pre>{@code
 * MemoryDownstreams downstreams = MemoryDownstreams.empty();
 * downstreams.create("org/webapp").commit("init").file("README.md", "hi\n");
 * }</pre>
 */
public final class MemoryDownstreams implements DownstreamRepositories {
    private final Map<String, MemoryDownstream> repositories = new ConcurrentSkipListMap<>();

    private MemoryDownstreams() {}

    /** No repository yet. */
    public static MemoryDownstreams empty() {
        return new MemoryDownstreams();
    }

    /** Repositories of these names, each with one commit that holds a {@code README.md}. */
    public static MemoryDownstreams of(String... ids) {
        MemoryDownstreams downstreams = new MemoryDownstreams();
        for (String id : ids) {
            downstreams.create(id).commit("init").file("README.md", "# " + id + "\n");
        }
        return downstreams;
    }

    /**
     * A repository without a commit.
     *
     * @throws IllegalArgumentException if it is not of the form {@code owner/name}, or is there already
     */
    public MemoryDownstream create(String id) {
        MemoryDownstream created = new MemoryDownstream(RepositoryId.of(id));
        if (repositories.putIfAbsent(key(created.id()), created) != null) {
            throw new IllegalArgumentException(id + " is there already");
        }
        return created;
    }

    /** The one that was created. @throws IllegalArgumentException if there is none */
    public MemoryDownstream get(String id) {
        return find(RepositoryId.of(id))
                .orElseThrow(() -> new IllegalArgumentException("there is no downstream " + id));
    }

    /** All of them, in the order of their names. */
    public Collection<MemoryDownstream> all() {
        return List.copyOf(repositories.values());
    }

    /** How many pushes and deletions engines asked of all of them together, whatever came of it. */
    public int writeRequests() {
        return all().stream().mapToInt(MemoryDownstream::writeRequests).sum();
    }

    @Override
    public DownstreamRepository open(RepositoryId id) {
        return find(id).orElseThrow(() ->
                        new RepositoryException(RepositoryException.Reason.NOT_FOUND, "there is no downstream " + id))
                .open();
    }

    private Optional<MemoryDownstream> find(RepositoryId id) {
        return Optional.ofNullable(repositories.get(key(id)));
    }

    private static String key(RepositoryId id) {
        return id.value().toLowerCase(Locale.ROOT);
    }
}
