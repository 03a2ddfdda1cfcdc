package io.agent33.sync.core.git;

import io.agent33.sync.api.repository.Traffic;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.LongAdder;

/** Counts what is transferred. Thread-safe. */
final class Tally {
    private final LongAdder received = new LongAdder();
    private final LongAdder sent = new LongAdder();

    Traffic traffic() {
        return new Traffic(received.sum(), sent.sum());
    }

    void received(long bytes) {
        received.add(bytes);
    }

    void sent(long bytes) {
        sent.add(bytes);
    }

    InputStream counting(InputStream stream) {
        return new FilterInputStream(stream) {
            @Override
            public int read() throws IOException {
                int next = in.read();
                received(next < 0 ? 0 : 1);
                return next;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int count = in.read(bytes, offset, length);
                received(Math.max(0, count));
                return count;
            }
        };
    }

    OutputStream counting(OutputStream stream) {
        return new FilterOutputStream(stream) {
            @Override
            public void write(int next) throws IOException {
                out.write(next);
                sent(1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
                sent(length);
            }
        };
    }
}
