package io.agent33.sync.it;

import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.testkit.memory.GitObject;
import io.agent33.sync.testkit.memory.RepositoryFixture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;

/** Writes a repository of the testkit to disk as git keeps it: loose objects, references and HEAD. */
public final class OnDisk {
    private static final String CONFIG = """
            [core]
            \trepositoryformatversion = 0
            \tfilemode = true
            \tbare = true
            """;

    private OnDisk() {}

    /** The folder, new or brought to what the fixture says: the references are exactly those of it. */
    public static Path bare(RepositoryFixture fixture, Path folder) {
        try {
            Files.createDirectories(folder.resolve("objects"));
            clear(folder.resolve("refs"));
            Files.deleteIfExists(folder.resolve("packed-refs"));
            Files.createDirectories(folder.resolve("refs/heads"));
            Files.writeString(folder.resolve("config"), CONFIG);
            for (GitObject object : fixture.objects()) {
                write(folder, object);
            }
            for (Map.Entry<String, ObjectId> ref : fixture.refs().entrySet()) {
                Path file = folder.resolve(ref.getKey());
                Files.createDirectories(file.getParent());
                Files.writeString(file, ref.getValue() + "\n");
            }
            Files.writeString(folder.resolve("HEAD"), "ref: " + fixture.head() + "\n");
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.filter(Files::isRegularFile).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static void write(Path folder, GitObject object) throws IOException {
        String hex = object.id().hex();
        Path file = folder.resolve("objects").resolve(hex.substring(0, 2)).resolve(hex.substring(2));
        if (Files.exists(file)) {
            return;
        }
        Files.createDirectories(file.getParent());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(bytes)) {
            String head = object.kind().name().toLowerCase(Locale.ROOT) + " " + object.content().length + "\0";
            deflated.write(head.getBytes(StandardCharsets.US_ASCII));
            deflated.write(object.content());
        }
        Files.write(file, bytes.toByteArray());
    }
}
