package io.agent33.sync.core.plan;

import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.Revision;
import io.agent33.sync.api.repository.UpstreamRefs;
import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.core.tree.Blobs;
import io.agent33.sync.core.tree.Original;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/** What one plan sees of the upstream: its names at one moment, and trees and digests read once. Thread-safe. */
final class UpstreamView {
    private final UpstreamRepository upstream;
    private final UpstreamRefs refs;
    private final Releases releases;
    private @Nullable UpstreamView fresh;
    private final ConcurrentMap<ObjectId, SourceTree> trees = new ConcurrentHashMap<>();
    private final Originals originals;
    private final Function<ObjectId, String> digesting;
    private final ConcurrentMap<ObjectId, String> digests = new ConcurrentHashMap<>();
    private final Texts texts = new Texts();
    private final ConcurrentMap<ObjectId, Boolean> reached = new ConcurrentHashMap<>();
    private final ConcurrentMap<ObjectId, Set<String>> pastPaths = new ConcurrentHashMap<>();

    UpstreamView(UpstreamRepository upstream) {
        this(upstream, upstream.refs(), new Originals(upstream), blob -> Blobs.sha256(upstream.blobs(), blob));
    }

    private UpstreamView(
            UpstreamRepository upstream, UpstreamRefs refs, Originals originals, Function<ObjectId, String> digesting) {
        this.upstream = upstream;
        this.refs = refs;
        this.originals = originals;
        this.digesting = digesting;
        this.releases = Releases.among(refs.tags());
    }

    /** The same names, and nothing else that was read; the same view each time. */
    synchronized UpstreamView afresh() {
        if (fresh == null) {
            Originals read = new Originals(upstream);
            fresh = new UpstreamView(upstream, refs, read, read::sha256);
        }
        return fresh;
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

    /**
     * Whether a name leads to a commit now. History that was rewritten decides nothing, though a cache may still hold it: the
     * plan would not be the same on every machine (S2).
     */
    boolean reaches(ObjectId commit) {
        return reached.computeIfAbsent(commit, this::isReached);
    }

    private boolean isReached(ObjectId commit) {
        List<ObjectId> tips = Stream.concat(Stream.of(refs.head()), refs.tags().stream())
                .map(Revision::commit)
                .toList();
        return tips.contains(commit) || tips.stream().anyMatch(tip -> isAncestor(commit, tip));
    }

    private boolean isAncestor(ObjectId commit, ObjectId tip) {
        return RevisionQuestion.ask(() -> upstream.isAncestor(commit, tip));
    }

    SourceTree at(ObjectId commit) {
        return trees.computeIfAbsent(commit, id -> new SourceTree(upstream.tree(id)));
    }

    /** Every path that a commit or one before it has. */
    Set<String> pastPaths(ObjectId commit) {
        return pastPaths.computeIfAbsent(commit, id -> PastPaths.of(upstream, id));
    }

    /** Blobs of the upstream, and of downstreams, which are the same where they have the same id. */
    Texts texts() {
        return texts;
    }

    /** SHA-256, in hex, of an upstream blob. */
    String sha256(ObjectId blob) {
        return digests.computeIfAbsent(blob, digesting);
    }

    /** What an upstream blob is, as its content has it; empty if the upstream has no such blob. */
    Optional<Original> original(ObjectId blob) {
        return originals.of(blob);
    }
}
