package io.agent33.sync.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.transform.Delivered;
import io.agent33.sync.api.transform.TransformNote;
import io.agent33.sync.api.transform.UpstreamFiles;
import io.agent33.sync.api.validate.DeliveredFile;
import io.agent33.sync.api.validate.TargetFiles;
import io.agent33.sync.core.text.TextFile;
import io.agent33.sync.core.tree.BlobIds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a folder in memory, which lie downstream where they lie upstream. */
final class FolderFiles implements TargetFiles, UpstreamFiles, Delivered {
    private final Map<String, InMemory> files = new TreeMap<>();
    private final Set<String> folders = new HashSet<>();

    private FolderFiles() {}

    static FolderFiles none() {
        return new FolderFiles();
    }

    static FolderFiles below(Path folder) throws IOException {
        FolderFiles read = new FolderFiles();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile)
                    .filter(it -> !it.startsWith(folder.resolve(".git")))
                    .toList()) {
                read.add(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return read;
    }

    private void add(String path, byte[] content) {
        FileState state = new FileState(FileMode.REGULAR, BlobIds.of(content));
        files.put(path, new InMemory(path, state, content));
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            folders.add(path.substring(0, slash));
        }
    }

    /** So many files made of these, in folders of their own: each text has a line more, so that no two blobs are the same. */
    FolderFiles copied(int number) {
        FolderFiles copies = new FolderFiles();
        for (int round = 0; copies.files.size() < number; round++) {
            for (InMemory file : files.values()) {
                if (copies.files.size() < number) {
                    String text = file.text().map(it -> it + "\n").orElse("");
                    byte[] content = text.isEmpty()
                            ? file.bytes
                            : text.concat("Copy " + round + "\n").getBytes(UTF_8);
                    copies.add("copy" + round + "/" + file.path, content);
                }
            }
        }
        return copies;
    }

    /** What of it is Markdown. */
    List<String> markdown() {
        return files.values().stream()
                .filter(file -> file.path.endsWith(".md"))
                .flatMap(file -> file.text().stream())
                .toList();
    }

    List<InMemory> delivered() {
        return List.copyOf(files.values());
    }

    @Override
    public boolean has(String path) {
        return files.containsKey(path) || folders.contains(path);
    }

    @Override
    public boolean everHad(String path) {
        return has(path);
    }

    @Override
    public Optional<String> text(String path) {
        return Optional.ofNullable(files.get(path)).flatMap(InMemory::text);
    }

    @Override
    public List<String> names(String folder) {
        String prefix = folder.isEmpty() ? "" : folder + "/";
        return Stream.concat(files.keySet().stream(), folders.stream())
                .filter(path -> path.startsWith(prefix) && path.indexOf('/', prefix.length()) < 0)
                .map(path -> path.substring(prefix.length()))
                .sorted()
                .toList();
    }

    @Override
    public Optional<RepoPath> file(String source) {
        return Optional.ofNullable(files.get(source)).map(InMemory::target);
    }

    @Override
    public Optional<String> folder(String source) {
        return Optional.of(source).filter(folders::contains);
    }

    @Override
    public Optional<String> source(String target) {
        return Optional.of(target).filter(files::containsKey);
    }

    @Override
    public boolean reaches(String target) {
        return has(target);
    }

    @Override
    public String toString() {
        double bytes =
                files.values().stream().mapToLong(file -> file.bytes.length).sum();
        return String.format(Locale.ROOT, "%d files, %.2f MB", files.size(), bytes / 1e6);
    }

    /** A file; its text is decoded each time, as that of a real one is. */
    static final class InMemory implements DeliveredFile {
        private final String path;
        private final FileState state;
        private final byte[] bytes;

        InMemory(String path, FileState state, byte[] bytes) {
            this.path = path;
            this.state = state;
            this.bytes = bytes;
        }

        @Override
        public String source() {
            return path;
        }

        @Override
        public RepoPath target() {
            return RepoPath.of(path);
        }

        @Override
        public FileState state() {
            return state;
        }

        @Override
        public boolean customised() {
            return false;
        }

        @Override
        public boolean conflicted() {
            return false;
        }

        @Override
        public List<TransformNote> notes() {
            return List.of();
        }

        @Override
        public byte[] start(int length) {
            return Arrays.copyOf(bytes, Math.min(length, bytes.length));
        }

        @Override
        public Optional<byte[]> content() {
            return Optional.of(bytes.clone());
        }

        @Override
        public Optional<String> text() {
            return TextFile.of(bytes).map(TextFile::text);
        }
    }
}
