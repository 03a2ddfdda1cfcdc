package io.agent33.sync.core.plan;

import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.UpstreamRefs;
import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.core.tree.Blobs;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What one plan sees of the upstream: its names at one moment, and trees and digests read once. Thread-safe. */
final class UpstreamView {
    private final UpstreamRepository upstream;
    private final UpstreamRefs refs;
    private final Releases releases;
    private final ConcurrentMap<ObjectId, SourceTree> trees = new ConcurrentHashMap<>();
    private final ConcurrentMap<ObjectId, String> digests = new ConcurrentHashMap<>();

    UpstreamView(UpstreamRepository upstream) {
        this.upstream = upstream;
        this.refs = upstream.refs();
        this.releases = Releases.among(refs.tags());
    }

    UpstreamRepository repository() {
        return upstream;
    }

    UpstreamRefs refs() {
        return refs;
    }

    Releases releases() {
        return releases;
    }

    SourceTree at(ObjectId commit) {
        return trees.computeIfAbsent(commit, id -> new SourceTree(upstream.tree(id)));
    }

    /** SHA-256, in hex, of an upstream blob. */
    String sha256(ObjectId blob) {
        return digests.computeIfAbsent(blob, id -> Blobs.sha256(upstream.blobs(), id));
    }
}
