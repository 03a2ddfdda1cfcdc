package io.agent33.sync.core.tree;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.ObjectId;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/** Reading and joining sources of content. */
public final class Blobs {
    private static final int BUFFER = 8192;

    private Blobs() {}

    /**
     * A whole blob.
     *
     * @return empty if it is longer than {@code limit} bytes
     * @throws RepositoryException if reading fails
     */
    public static Optional<byte[]> read(BlobSource source, ObjectId blob, int limit) {
        byte[] content = start(source, blob, limit + 1);
        return content.length > limit ? Optional.empty() : Optional.of(content);
    }

    /**
     * The first bytes of a blob, at most {@code length}.
     *
     * @throws RepositoryException if reading fails
     */
    public static byte[] start(BlobSource source, ObjectId blob, int length) {
        return reading(source, blob, in -> in.readNBytes(length));
    }

    /**
     * SHA-256 of a blob, in hex; the content is not held.
     *
     * @throws RepositoryException if reading fails
     */
    public static String sha256(BlobSource source, ObjectId blob) {
        return reading(source, blob, DigestUtils::sha256Hex);
    }

    /**
     * What a blob's content is, computed from its bytes; they are not held.
     *
     * @throws RepositoryException if reading fails
     */
    public static ContentHash hash(BlobSource source, ObjectId blob) {
        return reading(source, blob, in -> ContentHash.of(in, source.size(blob)));
    }

    /**
     * Whether a blob is exactly this content.
     *
     * @throws RepositoryException if reading fails
     */
    static boolean holds(BlobSource source, ObjectId blob, byte[] content) {
        return reading(source, blob, in -> isAllOf(in, content));
    }

    private static boolean isAllOf(InputStream in, byte[] content) throws IOException {
        byte[] buffer = new byte[BUFFER];
        int at = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            if (read > content.length - at || !Arrays.equals(buffer, 0, read, content, at, at + read)) {
                return false;
            }
            at += read;
        }
        return at == content.length;
    }

    private interface Reading<T> {
        T from(InputStream in) throws IOException;
    }

    private static <T> T reading(BlobSource source, ObjectId blob, Reading<T> reading) {
        try (InputStream in = source.open(blob)) {
            return reading.from(in);
        } catch (IOException e) {
            throw new RepositoryException(
                    RepositoryException.Reason.CORRUPT, "blob " + blob + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Reads from the first that contains a blob; the last is asked for what none has. */
    public static BlobSource firstOf(BlobSource first, BlobSource last) {
        return new BlobSource() {
            @Override
            public InputStream open(ObjectId blob) {
                return of(blob).open(blob);
            }

            @Override
            public long size(ObjectId blob) {
                return of(blob).size(blob);
            }

            @Override
            public boolean contains(ObjectId blob) {
                return Stream.of(first, last).anyMatch(source -> source.contains(blob));
            }

            private BlobSource of(ObjectId blob) {
                return first.contains(blob) ? first : last;
            }
        };
    }
}
