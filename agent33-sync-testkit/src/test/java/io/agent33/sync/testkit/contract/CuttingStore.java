package io.agent33.sync.testkit.contract;

import io.agent33.sync.api.repository.BlobStore;
import io.agent33.sync.api.repository.ObjectId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** Cuts or fills content to the length that was announced, instead of refusing it. */
record CuttingStore(BlobStore right) implements BlobStore {
    @Override
    public ObjectId put(InputStream content, long size) {
        try {
            byte[] bytes = Arrays.copyOf(content.readAllBytes(), (int) size);
            return right.put(new ByteArrayInputStream(bytes), size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InputStream open(ObjectId blob) {
        return right.open(blob);
    }

    @Override
    public long size(ObjectId blob) {
        return right.size(blob);
    }

    @Override
    public boolean contains(ObjectId blob) {
        return right.contains(blob);
    }
}
