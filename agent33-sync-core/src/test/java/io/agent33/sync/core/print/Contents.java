package io.agent33.sync.core.print;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.ObjectId;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;

/** Blobs in memory under git's own ids. */
class Contents implements BlobSource {
    private final Map<ObjectId, byte[]> blobs = new HashMap<>();

    FileState put(FileMode mode, byte[] content) {
        var sha1 = DigestUtils.getSha1Digest();
        sha1.update(("blob " + content.length + "\0").getBytes(StandardCharsets.UTF_8));
        ObjectId id = ObjectId.of(java.util.HexFormat.of().formatHex(sha1.digest(content)));
        blobs.put(id, content);
        return new FileState(mode, id);
    }

    FileState put(String content) {
        return put(FileMode.REGULAR, content.getBytes(StandardCharsets.UTF_8));
    }

    byte[] bytes(ObjectId blob) {
        byte[] content = blobs.get(blob);
        if (content == null) {
            throw new RepositoryException(RepositoryException.Reason.CORRUPT, "no blob " + blob);
        }
        return content;
    }

    @Override
    public InputStream open(ObjectId blob) {
        return new ByteArrayInputStream(bytes(blob));
    }

    @Override
    public long size(ObjectId blob) {
        return bytes(blob).length;
    }

    @Override
    public boolean contains(ObjectId blob) {
        return blobs.containsKey(blob);
    }
}
