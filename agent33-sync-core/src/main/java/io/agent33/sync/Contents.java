package io.agent33.sync;

import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.DownstreamRepositories;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.core.tree.Blobs;
import java.util.HashMap;
import java.util.Map;

/** What is needed to print a plan's contents: each downstream opened once, and closed at the end. For one thread. */
final class Contents implements AutoCloseable {
    private final DownstreamRepositories downstreams;
    private final UpstreamRepository upstream;
    private final Map<RepositoryId, LazyDownstream> opened = new HashMap<>();

    Contents(DownstreamRepositories downstreams, UpstreamRepository upstream) {
        this.downstreams = downstreams;
        this.upstream = upstream;
    }

    /** The contents of a downstream's files and of what is delivered to it. */
    BlobSource of(RepositoryId repository) {
        LazyDownstream downstream =
                opened.computeIfAbsent(repository, id -> new LazyDownstream(downstreams, id, Watch.none()));
        return Blobs.firstOf(downstream.get().blobs(), upstream.blobs());
    }

    @Override
    public void close() {
        opened.values().forEach(LazyDownstream::close);
    }
}
