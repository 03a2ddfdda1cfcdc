package io.agent33.sync.core.rename;

import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.core.tree.Blobs;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The fingerprints of those files that are text, not empty, and within the limits. Each content is read once. */
final class Fingerprints {
    private final BlobSource contents;
    private final Limits limits;
    private final Map<ObjectId, Optional<Fingerprint>> known = new HashMap<>();
    private int pieces;

    Fingerprints(BlobSource contents, Limits limits) {
        this.contents = contents;
        this.limits = limits;
    }

    NavigableMap<String, Fingerprint> of(NavigableMap<String, ObjectId> files) {
        NavigableMap<String, Fingerprint> found = new TreeMap<>();
        files.forEach((path, blob) ->
                known.computeIfAbsent(blob, this::read).ifPresent(fingerprint -> found.put(path, fingerprint)));
        return found;
    }

    private Optional<Fingerprint> read(ObjectId blob) {
        if (contents.size(blob) > limits.bytes()) {
            return Optional.empty();
        }
        Optional<Fingerprint> fingerprint = Blobs.read(contents, blob, limits.bytes())
                .filter(content -> content.length > 0 && isText(content))
                .map(Fingerprint::of)
                .filter(it -> it.pieces() <= limits.pieces() - pieces);
        pieces += fingerprint.map(Fingerprint::pieces).orElse(0);
        return fingerprint;
    }

    /** What S4 calls binary is none: a file that holds a NUL or is not UTF-8. */
    private static boolean isText(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .chars()
                    .noneMatch(c -> c == 0);
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }
}
