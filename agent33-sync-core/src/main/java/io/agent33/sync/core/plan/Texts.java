package io.agent33.sync.core.plan;

import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.core.strategy.SourceText;
import io.agent33.sync.core.tree.Memo;
import java.util.Optional;

/** Blobs as texts, each read and decoded once for all checks and downstreams as long as there is room. Thread-safe. */
final class Texts {
    private static final int SHARE_OF_HEAP = 64;

    private final Memo<ObjectId, Optional<String>> known;

    Texts() {
        this((int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP));
    }

    /** @param room in characters */
    Texts(int room) {
        this.known = new Memo<>(room, text -> 1 + text.map(String::length).orElse(0));
    }

    /** Without a byte-order mark; empty if it is no text, or one that is too long to work on. */
    Optional<String> of(BlobSource blobs, ObjectId blob) {
        return known.get(
                blob,
                () -> SourceText.read(blobs, blob) instanceof SourceText.Text text
                        ? Optional.of(text.file().text())
                        : Optional.empty());
    }
}
