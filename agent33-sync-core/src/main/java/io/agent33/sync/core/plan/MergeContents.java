package io.agent33.sync.core.plan;

import io.agent33.sync.api.merge.MergeLabels;
import io.agent33.sync.api.merge.MergeStrategy;
import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.core.merge.MarkerLines;
import io.agent33.sync.core.merge.Merging;
import io.agent33.sync.core.plan.reconcile.Contents;
import io.agent33.sync.core.tree.BlobIds;
import io.agent33.sync.core.tree.Blobs;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/** Content as S8's table asks for it: read where it is, merged where two sides changed, kept until it is stored. */
final class MergeContents implements Contents {
    /** More is nothing that a person merges. */
    private static final int MAX_MERGE = 32 << 20;

    private static final MergeStrategy LINES = MergeChoices.lines();

    private final BlobSource stored;
    private final Map<ObjectId, String> digests;
    private final Map<ObjectId, byte[]> made = new HashMap<>();
    private final MergeChoices strategies;
    private final String release;

    /**
     * @param stored where both repositories' content is read
     * @param rendered the files of the new release
     * @param digests SHA-256 of content, so far as it is known
     * @param strategies by target path
     * @param release the label of the new release
     */
    MergeContents(
            BlobSource stored,
            RenderedFiles rendered,
            Map<ObjectId, String> digests,
            MergeChoices strategies,
            String release) {
        this.stored = stored;
        this.digests = new HashMap<>(digests);
        this.strategies = strategies;
        this.release = release;
        rendered.files().forEach(file -> {
            this.digests.put(file.state().id(), file.sha256());
            file.content().ifPresent(content -> made.put(file.state().id(), content));
        });
    }

    /** Everything that can be read. */
    BlobSource source() {
        return new BlobSource() {
            @Override
            public InputStream open(ObjectId blob) {
                byte[] content = made.get(blob);
                return content != null
                        ? new ByteArrayInputStream(content)
                        : known(blob).open(blob);
            }

            @Override
            public long size(ObjectId blob) {
                byte[] content = made.get(blob);
                return content != null ? content.length : known(blob).size(blob);
            }

            @Override
            public boolean contains(ObjectId blob) {
                return made.containsKey(blob) || stored.contains(blob);
            }
        };
    }

    /** What neither repository has, by its id. */
    Map<ObjectId, byte[]> made() {
        return made;
    }

    @Override
    public String sha256(ObjectId blob) {
        return digests.computeIfAbsent(blob, id -> {
            byte[] content = made.get(id);
            return content != null ? DigestUtils.sha256Hex(content) : Blobs.sha256(known(id), id);
        });
    }

    @Override
    public boolean holdsMarkers(ObjectId blob) {
        return read(blob).filter(MarkerLines::holdsOurs).isPresent();
    }

    @Override
    public Merged mergeLocally(RepoPath target, ObjectId ancestor, ObjectId one, ObjectId other) {
        MergeLabels labels = new MergeLabels("override", "delivered", "edited in place");
        return of(ancestor, one, other, (a, b, c) -> Merging.merge(target, a, b, c, labels, LINES));
    }

    @Override
    public Merged merge(RepoPath target, Side ancestor, ObjectId local, ObjectId upstream) {
        MergeLabels labels = MergeLabels.ofReleases(ancestor.release(), release);
        MergeStrategy chosen = strategies.of(target);
        Merged merged =
                of(ancestor.blob(), local, upstream, (a, b, c) -> Merging.merge(target, a, b, c, labels, chosen));
        boolean decided = merged instanceof Merged.Clean
                && chosen != LINES
                && !(of(ancestor.blob(), local, upstream, (a, b, c) -> Merging.merge(target, a, b, c, labels, LINES))
                        instanceof Merged.Clean);
        return decided ? new Merged.Clean(((Merged.Clean) merged).blob(), true) : merged;
    }

    private interface Bytes {
        io.agent33.sync.core.merge.Merged merge(byte[] ancestor, byte[] one, byte[] other);
    }

    private Merged of(ObjectId ancestor, ObjectId one, ObjectId other, Bytes merging) {
        if (one.equals(other) || ancestor.equals(other)) {
            return new Merged.Clean(one, false);
        }
        if (ancestor.equals(one)) {
            return new Merged.Clean(other, false);
        }
        Optional<byte[]> base = read(ancestor);
        Optional<byte[]> left = read(one);
        Optional<byte[]> right = read(other);
        if (base.isEmpty() || left.isEmpty() || right.isEmpty()) {
            return new Merged.Binary();
        }
        return kept(merging.merge(base.get(), left.get(), right.get()));
    }

    private Merged kept(io.agent33.sync.core.merge.Merged merged) {
        if (merged instanceof io.agent33.sync.core.merge.Merged.Clean clean) {
            return new Merged.Clean(keep(clean.content()), false);
        }
        if (merged instanceof io.agent33.sync.core.merge.Merged.Conflicted marked) {
            return new Merged.Conflicted(keep(marked.content()), marked.conflicts());
        }
        return new Merged.Binary();
    }

    private ObjectId keep(byte[] content) {
        ObjectId id = BlobIds.of(content);
        if (!stored.contains(id)) {
            made.put(id, content);
        }
        return id;
    }

    private Optional<byte[]> read(ObjectId blob) {
        byte[] content = made.get(blob);
        return content != null ? Optional.of(content) : Blobs.read(known(blob), blob, MAX_MERGE);
    }

    private BlobSource known(ObjectId blob) {
        if (!stored.contains(blob)) {
            throw new LostContent(blob);
        }
        return stored;
    }
}
