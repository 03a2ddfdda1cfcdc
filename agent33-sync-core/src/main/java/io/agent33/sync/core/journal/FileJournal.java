package io.agent33.sync.core.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.monitor.JournalContent;
import io.agent33.sync.api.monitor.JournalEntry;
import io.agent33.sync.api.monitor.RunJournal;
import io.agent33.sync.core.file.FolderLock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

/**
 * The journal in a file, {@code journal} in a folder of its own: one record a line, each with a checksum, in the order of their end.
 *
 * <p>Records are on the disk when they are appended. A line that a crash cut off is ended by the next append, is told as damage, and
 * costs no other one. Processes that meet wait for each other by the file {@code .lock}, for a minute at most. Beyond 16 MiB old
 * records are dropped, as {@link RunJournal#read} allows it: the new file takes the old one's place as a whole. Immutable;
 * thread-safe.
 */
public final class FileJournal implements RunJournal {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long LARGE = 16L << 20;

    private final Path folder;
    private final Path file;
    private final long large;

    private FileJournal(Path folder, long large) {
        this.folder = folder;
        this.file = folder.resolve("journal");
        this.large = large;
    }

    /** Keeps it in a folder, which is made when it is first needed. */
    public static FileJournal in(Path folder) {
        return new FileJournal(requireNonNull(folder, "folder"), LARGE);
    }

    /** For tests: beyond how many bytes it is compacted. */
    FileJournal large(long bytes) {
        return new FileJournal(folder, bytes);
    }

    @Override
    public void append(List<JournalEntry> entries) {
        if (!entries.isEmpty()) {
            locked("written", () -> {
                if (appended(entries) > large) {
                    replace(Compaction.of(Records.in(file)));
                }
                return true;
            });
        }
    }

    @Override
    public JournalContent read() {
        return locked("read", () -> Records.in(file).content());
    }

    private <T> T locked(String what, FolderLock.Work<T> work) {
        try {
            return FolderLock.on(folder, PATIENCE).during(work);
        } catch (IOException e) {
            throw new RepositoryException(
                    RepositoryException.Reason.STORAGE,
                    "the journal " + file + " cannot be " + what + ": " + e
                            + "; check free space and permissions of its folder",
                    e);
        }
    }

    /** @return how large the file is now */
    private long appended(List<JournalEntry> entries) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long before = channel.size();
            try {
                write(channel.position(before), lines(entries, !endsLine(channel)));
                return channel.size();
            } catch (IOException e) {
                channel.truncate(before);
                throw e;
            }
        }
    }

    private static boolean endsLine(FileChannel channel) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return channel.size() == 0 || (channel.read(last, channel.size() - 1) == 1 && last.get(0) == '\n');
    }

    private static byte[] lines(List<JournalEntry> entries, boolean afterTornOne) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        if (afterTornOne) {
            lines.write('\n');
        }
        entries.forEach(entry -> lines.writeBytes(Line.of(entry)));
        return lines.toByteArray();
    }

    private static void write(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
        channel.force(true);
    }

    private void replace(List<String> lines) throws IOException {
        Path next = folder.resolve("journal.next");
        try (FileChannel channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            write(
                    channel,
                    String.join("", lines.stream().map(line -> line + "\n").toList())
                            .getBytes(UTF_8));
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public String toString() {
        return "the journal " + file;
    }
}
