package io.agent33.sync.core.tree;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.ObjectId;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What content is at its source, by its bytes and not by the name under which it was found. Copies are compared with it.
 *
 * @param git git's id of it
 * @param sha256 in hex
 * @param content empty if there is too much of it to be held
 */
public record Original(ObjectId git, Supplier<String> sha256, Optional<byte[]> content) {
    /** Content that is held. */
    public static Original held(byte[] content) {
        return made(BlobIds.of(content), content);
    }

    /** @param git what {@link BlobIds} gave for this content */
    public static Original made(ObjectId git, byte[] content) {
        return new Original(git, () -> DigestUtils.sha256Hex(content), Optional.of(content));
    }

    /** Content that is not held. */
    public static Original hashed(ContentHash hash) {
        return new Original(hash.git(), hash::sha256, Optional.empty());
    }

    /**
     * Whether a copy has the same bytes, each of them compared if they are held, by id and SHA-256 if not.
     *
     * @throws RepositoryException if reading fails
     */
    public boolean isCopiedTo(BlobSource copies, ObjectId blob) {
        if (content.isPresent()) {
            return Blobs.holds(copies, blob, content.get());
        }
        return Blobs.hash(copies, blob).equals(new ContentHash(git, sha256.get()));
    }
}
