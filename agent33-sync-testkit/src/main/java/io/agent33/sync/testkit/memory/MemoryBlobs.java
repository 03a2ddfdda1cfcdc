package io.agent33.sync.testkit.memory;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.repository.BlobStore;
import io.agent33.sync.api.repository.ObjectId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The blobs of a database. */
final class MemoryBlobs implements BlobStore {
    private final ObjectDatabase objects;

    MemoryBlobs(ObjectDatabase objects) {
        this.objects = objects;
    }

    @Override
    public InputStream open(ObjectId blob) {
        return new ByteArrayInputStream(objects.get(blob, GitObject.Kind.BLOB).bytes());
    }

    @Override
    public long size(ObjectId blob) {
        return objects.get(blob, GitObject.Kind.BLOB).bytes().length;
    }

    @Override
    public boolean contains(ObjectId blob) {
        return objects.find(blob)
                .filter(object -> object.kind() == GitObject.Kind.BLOB)
                .isPresent();
    }

    @Override
    public ObjectId put(InputStream content, long size) {
        try {
            byte[] bytes = content.readAllBytes();
            if (bytes.length != size) {
                throw new RepositoryException(
                        RepositoryException.Reason.STORAGE,
                        "a blob was announced with " + size + " bytes and came with " + bytes.length);
            }
            return objects.put(GitObject.blob(bytes));
        } catch (IOException e) {
            throw new RepositoryException(
                    RepositoryException.Reason.STORAGE, "a blob could not be read: " + e.getMessage(), e);
        }
    }
}
