package io.agent33.sync.core.plan.local;

import io.agent33.sync.api.merge.MergeLabels;
import io.agent33.sync.api.merge.MergeStrategy;
import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.core.merge.MarkerLines;
import io.agent33.sync.core.merge.Merged;
import io.agent33.sync.core.merge.Merging;
import io.agent33.sync.core.plan.reconcile.Contents;
import io.agent33.sync.core.tree.BlobIds;
import io.agent33.sync.core.tree.Blobs;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;

/** Content as S8's table asks for it: read where it is, merged where two sides changed, kept until it is stored. */
public final class MergeContents implements Contents {
    /** More is nothing that a person merges. */
    private static final int MAX_MERGE = 32 << 20;

    private static final MergeStrategy LINES = MergeChoices.lines();

    private final BlobSource stored;
    private final Remembered remembered;
    private final Map<ObjectId, String> digests;
    private final Map<ObjectId, byte[]> made = new HashMap<>();
    private final MergeChoices strategies;
    private final String release;

    /**
     * @param stored where both repositories' content is read
     * @param sides what the last merged sync left, and the files of the new release
     * @param digests SHA-256 of content, so far as it is known
     * @param strategies by target path
     * @param release the label of the new release
     */
    public MergeContents(
            BlobSource stored, Sides sides, Map<ObjectId, String> digests, MergeChoices strategies, String release) {
        this.stored = stored;
        this.remembered = new Remembered(sides);
        this.digests = new HashMap<>(digests);
        this.strategies = strategies;
        this.release = release;
        sides.rendered().forEach(file -> {
            this.digests.put(file.state().id(), file.sha256());
            file.made().ifPresent(content -> made.put(file.state().id(), content));
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
    public boolean holdsMarkers(ObjectId blob, Set<ObjectId> delivered) {
        Set<String> markers = new HashSet<>(markers(blob));
        if (!markers.isEmpty()) {
            delivered.forEach(upstreams -> markers.removeAll(markers(upstreams)));
        }
        return !markers.isEmpty();
    }

    private Set<String> markers(ObjectId blob) {
        return read(blob).map(MarkerLines::in).orElse(Set.of());
    }

    @Override
    public Outcome mergeLocally(RepoPath target, ObjectId ancestor, ObjectId one, ObjectId other) {
        MergeLabels labels = new MergeLabels("override", "delivered", "edited in place");
        return settled(ancestor, one, other).orElseGet(() -> new Three(target, ancestor, one, other, labels).by(LINES));
    }

    @Override
    public Outcome merge(RepoPath target, Side ancestor, ObjectId local, ObjectId upstream) {
        MergeLabels labels = MergeLabels.ofReleases(ancestor.release(), release);
        return settled(ancestor.blob(), local, upstream)
                .orElseGet(() -> new Three(target, ancestor.blob(), local, upstream, labels).by(strategies.of(target)));
    }

    /** What needs no reading. */
    private static Optional<Outcome> settled(ObjectId ancestor, ObjectId one, ObjectId other) {
        if (one.equals(other) || ancestor.equals(other)) {
            return Optional.of(new Outcome.Clean(one, false));
        }
        return ancestor.equals(one) ? Optional.of(new Outcome.Clean(other, false)) : Optional.empty();
    }

    /** Three files that have to be read. */
    private final class Three {
        private final RepoPath target;
        private final MergeLabels labels;
        private final Optional<byte[]> base;
        private final Optional<byte[]> left;
        private final Optional<byte[]> right;

        Three(RepoPath target, ObjectId ancestor, ObjectId one, ObjectId other, MergeLabels labels) {
            this.target = target;
            this.labels = labels;
            this.base = read(ancestor);
            this.left = read(one);
            this.right = read(other);
        }

        Outcome by(MergeStrategy strategy) {
            if (base.isEmpty() || left.isEmpty() || right.isEmpty()) {
                return new Outcome.Binary();
            }
            Merged merged = merged(strategy);
            if (merged instanceof Merged.Clean clean) {
                boolean decided = strategy != LINES && !isWhatLinesSay(clean);
                return new Outcome.Clean(keep(clean.content()), decided);
            }
            return merged instanceof Merged.Conflicted marked
                    ? new Outcome.Conflicted(keep(marked.content()), marked.conflicts())
                    : new Outcome.Binary();
        }

        private boolean isWhatLinesSay(Merged.Clean clean) {
            return merged(LINES) instanceof Merged.Clean lines && Arrays.equals(lines.content(), clean.content());
        }

        private Merged merged(MergeStrategy strategy) {
            return Merging.merge(target, base.orElseThrow(), left.orElseThrow(), right.orElseThrow(), labels, strategy);
        }
    }

    private ObjectId keep(byte[] content) {
        ObjectId id = BlobIds.of(content);
        made.put(id, content);
        return id;
    }

    private Optional<byte[]> read(ObjectId blob) {
        byte[] content = made.get(blob);
        return content != null ? Optional.of(content) : Blobs.read(known(blob), blob, MAX_MERGE);
    }

    private BlobSource known(ObjectId blob) {
        if (remembered.isLost(blob) || !stored.contains(blob)) {
            throw new LostContent(blob);
        }
        return stored;
    }
}
