package io.agent33.sync.cli.quickstart;

import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.Identity;
import io.agent33.sync.api.repository.ObjectId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;

/**
 * A bare repository written with the JDK alone: no library of git is loaded and no git binary is needed to build the
 * sample. It knows what the sample needs and no more: loose objects, branches and lightweight tags.
 */
final class BareRepository {
    static final String MAIN = "main";

    private final Path folder;

    private BareRepository(Path folder) {
        this.folder = folder;
    }

    /** Makes an empty repository whose default branch is {@link #MAIN}. */
    static BareRepository create(Path folder) {
        BareRepository repository = new BareRepository(folder);
        repository.write("HEAD", "ref: refs/heads/" + MAIN + "\n");
        repository.write("config", "[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = true\n");
        try {
            Files.createDirectories(folder.resolve("objects"));
            Files.createDirectories(folder.resolve("refs/tags"));
            Files.createDirectories(folder.resolve("refs/heads"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a repository in " + folder, e);
        }
        return repository;
    }

    /** One that is there already. */
    static BareRepository at(Path folder) {
        return new BareRepository(folder);
    }

    ObjectId blob(byte[] content) {
        return object("blob", content);
    }

    /** The tree of these files, with the trees below it. */
    ObjectId tree(SortedMap<String, FileState> files) {
        // Git sorts a folder as if its name ended with a slash.
        SortedMap<String, SortedMap<String, FileState>> folders = new TreeMap<>();
        SortedMap<String, FileState> entries = new TreeMap<>();
        files.forEach((path, state) -> {
            int slash = path.indexOf('/');
            if (slash < 0) {
                entries.put(path, state);
            } else {
                folders.computeIfAbsent(path.substring(0, slash + 1), unused -> new TreeMap<>())
                        .put(path.substring(slash + 1), state);
            }
        });
        SortedMap<String, byte[]> lines = new TreeMap<>();
        entries.forEach((name, state) -> lines.put(name, entry(state.mode(), name, state.id())));
        folders.forEach((name, below) ->
                lines.put(name, entry(FileMode.FOLDER, name.substring(0, name.length() - 1), tree(below))));
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        lines.values().forEach(content::writeBytes);
        return object("tree", content.toByteArray());
    }

    private static byte[] entry(FileMode mode, String name, ObjectId id) {
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        // Git writes no leading zero here.
        String octal = mode == FileMode.FOLDER ? "40000" : mode.octal();
        entry.writeBytes((octal + " " + name + "\0").getBytes(StandardCharsets.UTF_8));
        entry.writeBytes(HexFormat.of().parseHex(id.hex()));
        return entry.toByteArray();
    }

    ObjectId commit(ObjectId tree, List<ObjectId> parents, Identity author, Instant time, String message) {
        StringBuilder content = new StringBuilder("tree ").append(tree).append('\n');
        parents.forEach(parent -> content.append("parent ").append(parent).append('\n'));
        String signature = author + " " + time.getEpochSecond() + " +0000\n";
        content.append("author ").append(signature).append("committer ").append(signature);
        return object("commit", content.append('\n').append(message).toString().getBytes(StandardCharsets.UTF_8));
    }

    void branch(String name, ObjectId commit) {
        write("refs/heads/" + name, commit + "\n");
    }

    void tag(String name, ObjectId commit) {
        write("refs/tags/" + name, commit + "\n");
    }

    private ObjectId object(String type, byte[] content) {
        byte[] header = (type + " " + content.length + "\0").getBytes(StandardCharsets.UTF_8);
        MessageDigest digest = sha1();
        digest.update(header);
        String hex = HexFormat.of().formatHex(digest.digest(content));
        Path file = folder.resolve("objects").resolve(hex.substring(0, 2)).resolve(hex.substring(2));
        if (!Files.exists(file)) {
            store(file, header, content);
        }
        return ObjectId.of(hex);
    }

    private static void store(Path file, byte[] header, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            try (OutputStream out = new DeflaterOutputStream(Files.newOutputStream(file))) {
                out.write(header);
                out.write(content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private void write(String name, String content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + name + " in " + folder, e);
        }
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
