package io.agent33.sync.core.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agent33.sync.api.monitor.JournalContent;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a journal's file.
 *
 * @param all in their order, empty ones left out
 */
record Records(List<Records.Numbered> all) {
    /** A line longer than this was not written here. */
    private static final int LONGEST = 1 << 20;

    /**
     * One line.
     *
     * @param number from 1
     * @param text without its end
     */
    record Numbered(long number, String text, Line.Reading reading) {}

    /** Of a file; none if there is no file. */
    static Records in(Path file) throws IOException {
        List<Numbered> all = new ArrayList<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            long number = 1;
            for (Optional<byte[]> line = next(in); line.isPresent(); line = next(in), number++) {
                if (line.get().length > 0) {
                    all.add(new Numbered(number, new String(line.get(), UTF_8), Line.read(line.get())));
                }
            }
        } catch (NoSuchFileException e) {
            return new Records(List.of());
        }
        return new Records(all);
    }

    /** Empty at the end. The rest of one that is too long is skipped. */
    private static Optional<byte[]> next(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        int read = in.read();
        if (read < 0) {
            return Optional.empty();
        }
        for (; read >= 0 && read != '\n'; read = in.read()) {
            if (line.size() < LONGEST) {
                line.write(read);
            }
        }
        return Optional.of(line.toByteArray());
    }

    JournalContent content() {
        return new JournalContent(
                all.stream().flatMap(line -> line.reading().entry().stream()).toList(),
                all.stream()
                        .filter(line -> line.reading().entry().isEmpty())
                        .map(line -> new JournalContent.Damage(
                                line.number(), line.reading().problem()))
                        .toList());
    }
}
