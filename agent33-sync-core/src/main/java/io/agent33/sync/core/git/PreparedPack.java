package io.agent33.sync.core.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.internal.storage.pack.PackWriter;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;

/** A pack in memory. Never changed. */
final class PreparedPack {
    private final String name;
    private final Set<ObjectId> objects;
    private final byte[] pack;
    private final byte[] index;

    private PreparedPack(String name, Set<ObjectId> objects, byte[] pack, byte[] index) {
        this.name = name;
        this.objects = objects;
        this.pack = pack;
        this.index = index;
    }

    /** Empty if it is longer than {@code most} bytes. */
    static Optional<PreparedPack> of(PackWriter writer, Set<ObjectId> objects, long most) throws IOException {
        String name = writer.computeName().name();
        ByteArrayOutputStream pack = new ByteArrayOutputStream();
        try {
            writer.writePack(NullProgressMonitor.INSTANCE, NullProgressMonitor.INSTANCE, new BoundedStream(pack, most));
        } catch (TooLong e) {
            return Optional.empty();
        }
        ByteArrayOutputStream index = new ByteArrayOutputStream();
        writer.writeIndex(index);
        return Optional.of(new PreparedPack(name, objects, pack.toByteArray(), index.toByteArray()));
    }

    /** As git names it. */
    String name() {
        return name;
    }

    Set<ObjectId> objects() {
        return objects;
    }

    void write(OutputStream out) throws IOException {
        out.write(pack);
    }

    void writeIndex(OutputStream out) throws IOException {
        out.write(index);
    }

    private static final class TooLong extends IOException {
        private static final long serialVersionUID = 1;
    }

    private static final class BoundedStream extends OutputStream {
        private final OutputStream out;
        private long left;

        BoundedStream(OutputStream out, long left) {
            this.out = out;
            this.left = left;
        }

        @Override
        public void write(int value) throws IOException {
            spend(1);
            out.write(value);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            spend(length);
            out.write(bytes, from, length);
        }

        private void spend(int length) throws TooLong {
            left -= length;
            if (left < 0) {
                throw new TooLong();
            }
        }
    }
}
