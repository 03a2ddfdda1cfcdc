package io.agent33.sync.core.git;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Content of an announced length: reading it fails as soon as it turns out shorter or longer. */
final class ExactStream extends FilterInputStream {
    private final long size;
    private long read;

    /** Looks at once whether empty content is empty, because nobody reads on if it should be. */
    ExactStream(InputStream in, long size) throws IOException {
        super(in);
        this.size = size;
        checkEnd();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (read == size) {
            return -1;
        }
        int count = in.read(buffer, offset, (int) Math.min(length, size - read));
        if (count < 0) {
            throw new EOFException("the content ends after " + read + " bytes instead of " + size);
        }
        read += count;
        checkEnd();
        return count;
    }

    private void checkEnd() throws IOException {
        if (read == size && in.read() >= 0) {
            throw new IOException("the content is longer than " + size + " bytes");
        }
    }

    @Override
    public long skip(long count) {
        throw new UnsupportedOperationException();
    }

    /** It belongs to somebody else. */
    @Override
    public void close() {}
}
