package io.agent33.sync.core.plan.local;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.core.tree.Blobs;
import io.agent33.sync.core.tree.CachedTree;
import java.util.Optional;

/** A file of the downstream's own to which the engine only ever adds. */
public final class OwnFile {
    /** A million lines. */
    private static final int MAX_LENGTH = 32 << 20;

    private final RepoPath place;
    private final byte[] content;
    private final Optional<Objection> objection;

    private OwnFile(RepoPath place, byte[] content, Optional<Objection> objection) {
        this.place = place;
        this.content = content;
        this.objection = objection;
    }

    /** Where it lies. */
    public RepoPath place() {
        return place;
    }

    /** All of it, not copied; empty if there is none, or it cannot be added to. */
    public byte[] content() {
        return content;
    }

    /** Why it cannot be added to. */
    public Optional<Objection> objection() {
        return objection;
    }

    /** As it lies there. */
    public static OwnFile read(RepoPath place, CachedTree tree, BlobSource blobs) {
        Optional<TreeEntry> entry = tree.find(place.value());
        if (entry.isEmpty()) {
            return new OwnFile(place, new byte[0], Optional.empty());
        }
        Optional<byte[]> content = entry.filter(found -> found.mode().isFile())
                .flatMap(found -> Blobs.read(blobs, found.id(), MAX_LENGTH));
        return new OwnFile(
                place,
                content.orElseGet(() -> new byte[0]),
                content.isPresent() ? Optional.empty() : Optional.of(objection(place, entry.get())));
    }

    private static Objection objection(RepoPath place, TreeEntry entry) {
        return Objection.of(
                "own-file-unfit",
                place.value(),
                "a file of at most " + MAX_LENGTH + " bytes, to which a line can be added",
                entry.mode().isFile() ? "a longer one" : entry.mode().toString(),
                "put a file there");
    }
}
