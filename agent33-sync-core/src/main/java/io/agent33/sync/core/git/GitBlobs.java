package io.agent33.sync.core.git;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.repository.BlobStore;
import io.agent33.sync.api.repository.ObjectId;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/** The blobs of a cached repository, and of those that it borrows from. Thread-safe. */
final class GitBlobs implements BlobStore {
    private final Repository repository;
    private final Failures failures;

    GitBlobs(Repository repository, Failures failures) {
        this.repository = repository;
        this.failures = failures;
    }

    @Override
    public InputStream open(ObjectId blob) {
        return failures.attempt("read the blob " + blob, () -> {
            try {
                return repository.open(Ids.in(blob), Constants.OBJ_BLOB).openStream();
            } catch (MissingObjectException | IncorrectObjectTypeException e) {
                throw missing(blob);
            }
        });
    }

    private RepositoryException missing(ObjectId blob) {
        return failures.failure(
                RepositoryException.Reason.CORRUPT,
                "has no blob " + blob
                        + " among what was fetched; if it should be there, delete the cache and run it again");
    }

    @Override
    public long size(ObjectId blob) {
        return failures.attempt("read the blob " + blob, () -> {
            try (ObjectReader reader = repository.newObjectReader()) {
                return reader.getObjectSize(Ids.in(blob), Constants.OBJ_BLOB);
            } catch (MissingObjectException | IncorrectObjectTypeException e) {
                throw missing(blob);
            }
        });
    }

    @Override
    public boolean contains(ObjectId blob) {
        return failures.attempt(
                "look for the blob " + blob,
                () -> repository.getObjectDatabase().has(Ids.in(blob)));
    }

    @Override
    public ObjectId put(InputStream content, long size) {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId id = Ids.of(inserter.insert(Constants.OBJ_BLOB, size, new ExactStream(content, size)));
            inserter.flush();
            return id;
        } catch (IOException e) {
            throw failures.failure(RepositoryException.Reason.STORAGE, "store a blob of " + size + " bytes", e);
        }
    }
}
