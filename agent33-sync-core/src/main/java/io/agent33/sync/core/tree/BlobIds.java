package io.agent33.sync.core.tree;

import io.agent33.sync.api.repository.ObjectId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/** Git's name for content, computed without a repository. */
public final class BlobIds {
    private BlobIds() {}

    /** The SHA-1 id of a blob with this content. */
    public static ObjectId of(byte[] content) {
        MessageDigest sha1 = DigestUtils.getSha1Digest();
        sha1.update(("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII));
        return new ObjectId(Hex.encodeHexString(sha1.digest(content)));
    }
}
