package io.agent33.sync;

import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.core.merge.MarkerLines;
import io.agent33.sync.core.monitor.drift.Customisation;
import io.agent33.sync.core.plan.local.OverrideFiles;
import io.agent33.sync.core.tree.Blobs;
import io.agent33.sync.core.tree.CachedTree;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.annotation.Nullable;

/** Reads the folder of customisations when it is first asked. For one thread. */
final class Customised implements Customisation {
    /** More is nothing that anybody merges. */
    private static final int MAX_LENGTH = 32 << 20;

    private final CachedTree tree;
    private final BlobSource blobs;
    private final String prefix;
    private @Nullable OverrideFiles overrides;

    Customised(CachedTree tree, BlobSource blobs, String prefix) {
        this.tree = tree;
        this.blobs = blobs;
        this.prefix = prefix;
    }

    @Override
    public boolean optedOut(String source) {
        return overrides().optedOut(source);
    }

    @Override
    public Optional<RepoPath> place(String source) {
        return overrides().place(source);
    }

    private OverrideFiles overrides() {
        if (overrides == null) {
            overrides = new OverrideFiles(tree, blobs, prefix);
        }
        return overrides;
    }

    @Override
    public boolean holdsMarkers(ObjectId blob, Set<ObjectId> upstreams) {
        Set<String> markers = new HashSet<>(markers(blob));
        if (!markers.isEmpty()) {
            upstreams.forEach(upstream -> markers.removeAll(markers(upstream)));
        }
        return !markers.isEmpty();
    }

    private Set<String> markers(ObjectId blob) {
        return Blobs.read(blobs, blob, MAX_LENGTH).map(MarkerLines::in).orElse(Set.of());
    }
}
