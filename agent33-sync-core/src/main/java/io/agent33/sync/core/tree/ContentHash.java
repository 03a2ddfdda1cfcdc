package io.agent33.sync.core.tree;

import io.agent33.sync.api.repository.ObjectId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What content is, by its bytes and not by the name under which it was found.
 *
 * @param git git's id of it
 * @param sha256 in hex
 */
public record ContentHash(ObjectId git, String sha256) {
    /** @param size that the content is said to have; if it has another, {@link #git} is no id of anything */
    static ContentHash of(InputStream content, long size) throws IOException {
        MessageDigest sha1 = DigestUtils.getSha1Digest();
        MessageDigest sha256 = DigestUtils.getSha256Digest();
        sha1.update(("blob " + size + "\0").getBytes(StandardCharsets.US_ASCII));
        byte[] buffer = new byte[8192];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            sha1.update(buffer, 0, read);
            sha256.update(buffer, 0, read);
        }
        return new ContentHash(new ObjectId(Hex.encodeHexString(sha1.digest())), Hex.encodeHexString(sha256.digest()));
    }

    /** Of content that is at hand. */
    public static ContentHash of(byte[] content) {
        return new ContentHash(BlobIds.of(content), DigestUtils.sha256Hex(content));
    }
}
