package io.agent33.sync.core.plan;

import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.core.tree.Blobs;
import io.agent33.sync.core.tree.Original;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The upstream's blobs, each read once however many downstreams get it, and held as long as there is room. Thread-safe.
 */
final class Originals {
    private static final int SHARE_OF_HEAP = 32;
    private static final int MOST_OF_ONE = 1 << 20;

    private final UpstreamRepository upstream;
    private final AtomicLong room;
    private final ConcurrentMap<ObjectId, Optional<Original>> known = new ConcurrentHashMap<>();

    Originals(UpstreamRepository upstream) {
        this(upstream, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }

    /** @param room how many bytes may be held, of all blobs together */
    Originals(UpstreamRepository upstream, long room) {
        this.upstream = upstream;
        this.room = new AtomicLong(room);
    }

    /** Empty if the upstream has no such blob. */
    Optional<Original> of(ObjectId blob) {
        return known.computeIfAbsent(blob, this::read);
    }

    /** Of a blob that the upstream has. */
    String sha256(ObjectId blob) {
        return of(blob).map(original -> original.sha256().get()).orElseGet(() -> Blobs.sha256(upstream.blobs(), blob));
    }

    private Optional<Original> read(ObjectId blob) {
        BlobSource blobs = upstream.blobs();
        return blobs.contains(blob)
                ? held(blobs, blob).or(() -> Optional.of(Original.hashed(Blobs.hash(blobs, blob))))
                : Optional.empty();
    }

    private Optional<Original> held(BlobSource blobs, ObjectId blob) {
        long size = blobs.size(blob);
        return size <= MOST_OF_ONE && takes(size)
                ? Blobs.read(blobs, blob, (int) size).map(Original::held)
                : Optional.empty();
    }

    /** What is too large for the room that is left leaves it to what is smaller. */
    private boolean takes(long size) {
        return room.getAndUpdate(left -> size <= left ? left - size : left) >= size;
    }
}
