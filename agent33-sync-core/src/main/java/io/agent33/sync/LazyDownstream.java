package io.agent33.sync;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.repository.DownstreamRepositories;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.repository.Traffic;
import java.util.function.Supplier;
import javax.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens a downstream when it is first needed: rules that are not due, or blocked by themselves, need none. One that cannot
 * be opened is asked once, not once a rule.
 */
final class LazyDownstream implements Supplier<DownstreamRepository>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LazyDownstream.class);

    private final DownstreamRepositories downstreams;
    private final RepositoryId id;
    private final Watch watch;
    private @Nullable DownstreamRepository opened;
    private @Nullable RepositoryException failure;

    LazyDownstream(DownstreamRepositories downstreams, RepositoryId id, Watch watch) {
        this.downstreams = downstreams;
        this.id = id;
        this.watch = watch;
    }

    /** What was transferred so far; none while it is not open. */
    Traffic traffic() {
        return opened == null ? Traffic.NONE : opened.traffic();
    }

    /** @throws RepositoryException if it cannot be opened */
    @Override
    public DownstreamRepository get() {
        if (failure != null) {
            throw failure;
        }
        if (opened == null) {
            opened = open();
        }
        return opened;
    }

    private DownstreamRepository open() {
        try {
            return new WatchedDownstream(downstreams.open(id), watch);
        } catch (RepositoryException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            if (opened != null) {
                opened.close();
            }
        } catch (RuntimeException e) {
            // Its law forbids it; the outcomes of its rules stand all the same.
            LOG.warn("{} could not be closed", id, e);
        }
    }
}
