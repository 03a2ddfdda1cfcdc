package io.agent33.sync;

import io.agent33.sync.api.repository.DownstreamRepositories;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.RepositoryId;
import java.util.function.Supplier;
import javax.annotation.Nullable;

/** Opens a downstream when it is first needed: rules that are not due, or blocked by themselves, need none. */
final class LazyDownstream implements Supplier<DownstreamRepository>, AutoCloseable {
    private final DownstreamRepositories downstreams;
    private final RepositoryId id;
    private @Nullable DownstreamRepository opened;

    LazyDownstream(DownstreamRepositories downstreams, RepositoryId id) {
        this.downstreams = downstreams;
        this.id = id;
    }

    /** @throws io.agent33.sync.api.error.RepositoryException if it cannot be opened */
    @Override
    public DownstreamRepository get() {
        if (opened == null) {
            opened = downstreams.open(id);
        }
        return opened;
    }

    @Override
    public void close() {
        if (opened != null) {
            opened.close();
        }
    }
}
