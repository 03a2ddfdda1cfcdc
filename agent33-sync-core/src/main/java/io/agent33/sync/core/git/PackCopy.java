package io.agent33.sync.core.git;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.Deflater;
import org.eclipse.jgit.internal.storage.pack.PackWriter;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.pack.PackConfig;

/**
 * Copies objects from one repository on this machine into another one, as one pack: compressed data is taken over as it
 * is, nothing is negotiated, and no second thread unpacks what the first one packs.
 */
final class PackCopy {
    /** Under this name git itself removes what a killed process left. */
    static final String UNFINISHED = "tmp_pack_";

    private static final int BUFFER = 1 << 16;

    private final Repository from;
    private final PinnedRepository to;
    private final boolean durable;
    private long bytes;

    /** @param durable whether the copy must be on the disk, not only with the system, before this says it is there */
    PackCopy(Repository from, PinnedRepository to, boolean durable) {
        this.from = from;
        this.to = to;
        this.durable = durable;
    }

    /** How large what was copied so far is, packed. */
    long bytes() {
        return bytes;
    }

    /** Copies what {@code wanted} leads to and {@code held} does not. */
    void reachable(Set<ObjectId> wanted, Set<ObjectId> held) throws IOException {
        try (ObjectReader reader = from.newObjectReader();
                PackWriter writer = writer(reader)) {
            writer.preparePack(NullProgressMonitor.INSTANCE, wanted, held);
            store(writer);
        }
    }

    /**
     * Copies a commit and what its tree has beyond the tree of its parent: work in proportion to the difference.
     *
     * @param upstream of which other downstreams get the same
     */
    void commit(ObjectId commit, Optional<PinnedRepository> upstream) throws IOException {
        try (ObjectReader reader = from.newObjectReader();
                RevWalk walk = new RevWalk(reader)) {
            RevCommit made = walk.parseCommit(commit);
            if (made.getParentCount() != 1 || !to.getObjectDatabase().has(made.getParent(0))) {
                reachable(Set.of(commit), Set.of());
                return;
            }
            NewObjects found = NewObjects.of(made, walk, folder -> prepared(folder, upstream, reader));
            for (PreparedPack pack : found.packs()) {
                store(pack.name(), pack::write, pack::writeIndex);
            }
            try (PackWriter writer = writer(reader)) {
                writer.preparePack(found.objects().iterator());
                store(writer);
            }
        }
    }

    private static Optional<PreparedPack> prepared(
            ObjectId folder, Optional<PinnedRepository> upstream, ObjectReader reader) throws IOException {
        return upstream.isEmpty()
                ? Optional.empty()
                : upstream.get()
                        .preparedPacks()
                        .of(folder, upstream.get(), (fewest, most) -> pack(folder, reader, fewest, most));
    }

    private static Optional<PreparedPack> pack(ObjectId folder, ObjectReader reader, int fewest, long most)
            throws IOException {
        try (RevWalk walk = new RevWalk(reader);
                PackWriter writer = writer(reader)) {
            Map<ObjectId, RevObject> objects = NewObjects.below(folder, walk);
            if (objects.size() < fewest) {
                return Optional.empty();
            }
            writer.preparePack(objects.values().iterator());
            return PreparedPack.of(writer, objects.keySet(), most);
        }
    }

    private static PackWriter writer(ObjectReader reader) {
        PackConfig config = new PackConfig();
        config.setThreads(1);
        config.setDeltaCompress(false);
        config.setCompressionLevel(Deflater.BEST_SPEED);
        PackWriter writer = new PackWriter(config, reader);
        writer.setDeltaBaseAsOffset(true);
        writer.setReuseDeltaCommits(true);
        writer.setThin(false);
        writer.setUseBitmaps(false);
        return writer;
    }

    private void store(PackWriter writer) throws IOException {
        if (writer.getObjectCount() > 0) {
            store(
                    writer.computeName().name(),
                    out -> writer.writePack(NullProgressMonitor.INSTANCE, NullProgressMonitor.INSTANCE, out),
                    writer::writeIndex);
        }
    }

    private void store(String name, Part pack, Part index) throws IOException {
        Path folder = to.getObjectDatabase().getPackDirectory().toPath();
        Path packFile = folder.resolve("pack-" + name + ".pack");
        Path indexFile = folder.resolve("pack-" + name + ".idx");
        if (!(Files.exists(packFile) && Files.exists(indexFile))) {
            Files.createDirectories(folder);
            Leftovers.sweepPacks(folder);
            String unfinished = UNFINISHED + UUID.randomUUID();
            put(folder.resolve(unfinished + ".pack"), packFile, pack);
            // Git takes note of a pack by its index, so that comes last.
            put(folder.resolve(unfinished + ".idx"), indexFile, index);
            bytes += Files.size(packFile);
        }
        to.openPack(packFile.toFile());
    }

    /** Writes a part of a pack. */
    @FunctionalInterface
    private interface Part {
        void write(OutputStream out) throws IOException;
    }

    private void put(Path unfinished, Path finished, Part part) throws IOException {
        try {
            // Not by Files.createTempFile, whose files nobody but their owner can read.
            write(unfinished, part);
            Files.move(unfinished, finished, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private void write(Path file, Part part) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER)) {
            part.write(out);
            out.flush();
            if (durable) {
                channel.force(true);
            }
        }
        if (!file.toFile().setReadOnly()) {
            throw new IOException("cannot make " + file + " read-only");
        }
    }
}
