package io.agent33.sync.core.validate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.transform.Delivered;
import io.agent33.sync.api.transform.TransformNote;
import io.agent33.sync.api.transform.UpstreamFiles;
import io.agent33.sync.api.validate.DeliveredFile;
import io.agent33.sync.api.validate.Finding;
import io.agent33.sync.api.validate.TargetFiles;
import io.agent33.sync.api.validate.ValidationContext;
import io.agent33.sync.core.link.LinkReader;
import io.agent33.sync.core.tree.BlobIds;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Files upstream that lie as they are below {@code docs/} downstream, for the check alone, and how much it asks for. */
final class LinkWorld {
    private final Map<String, String> files = new TreeMap<>();
    private final LinkIntegrityCheck check = new LinkIntegrityCheck(LinkReader.keepingNothing());
    private int asked;
    private int read;

    /** A file below {@code core/}, and the same below {@code docs/}. */
    LinkWorld both(String source, String text) {
        files.put(source.substring("core/".length()), text);
        return this;
    }

    List<Finding> inspect() {
        List<DeliveredFile> delivered =
                files.keySet().stream().<DeliveredFile>map(Copied::new).toList();
        Below upstream = new Below("core");
        ValidationContext context = new ValidationContext(
                "docs",
                new RepositoryId("agent33/agent33"),
                new RepositoryId("org/webapp"),
                new Release("1.0.0", ObjectId.none(), Optional.of("v1.0.0")),
                delivered,
                new Below("docs"),
                new Moved(),
                upstream);
        return check.inspect(context, "").found().stream().map(Found::finding).toList();
    }

    /** How often somebody asked whether there is a path. */
    int asked() {
        return asked;
    }

    /** How many delivered files were read. */
    int read() {
        return read;
    }

    private final class Copied implements DeliveredFile {
        private final String path;

        Copied(String path) {
            this.path = path;
        }

        @Override
        public String source() {
            return "core/" + path;
        }

        @Override
        public RepoPath target() {
            return RepoPath.of("docs/" + path);
        }

        @Override
        public FileState state() {
            return new FileState(FileMode.REGULAR, BlobIds.of(files.get(path).getBytes(UTF_8)));
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
            byte[] all = files.get(path).getBytes(UTF_8);
            return Arrays.copyOf(all, Math.min(length, all.length));
        }

        @Override
        public Optional<byte[]> content() {
            return Optional.of(files.get(path).getBytes(UTF_8));
        }

        @Override
        public Optional<String> text() {
            read++;
            return Optional.of(files.get(path)).filter(text -> text.indexOf(0) < 0);
        }
    }

    /** The files below a folder. */
    private final class Below implements TargetFiles, UpstreamFiles {
        private final String folder;

        Below(String folder) {
            this.folder = folder;
        }

        @Override
        public boolean has(String path) {
            asked++;
            return path.equals(folder)
                    || inside(path).filter(LinkWorld.this::isThere).isPresent();
        }

        @Override
        public boolean everHad(String path) {
            return has(path);
        }

        @Override
        public List<String> names(String path) {
            String prefix = path.isEmpty() ? "" : path + "/";
            return files.keySet().stream()
                    .map(file -> folder + "/" + file)
                    .filter(file -> file.startsWith(prefix))
                    .map(file -> file.substring(prefix.length()).split("/", 2)[0])
                    .distinct()
                    .toList();
        }

        @Override
        public Optional<String> text(String path) {
            return inside(path).map(files::get).filter(text -> text.indexOf(0) < 0);
        }

        private Optional<String> inside(String path) {
            return Optional.of(path)
                    .filter(it -> it.startsWith(folder + "/"))
                    .map(it -> it.substring(folder.length() + 1));
        }
    }

    private boolean isThere(String path) {
        return Stream.concat(Stream.of(path), files.keySet().stream())
                .skip(files.containsKey(path) ? 0 : 1)
                .anyMatch(file -> file.equals(path) || file.startsWith(path + "/"));
    }

    private final class Moved implements Delivered {
        @Override
        public Optional<RepoPath> file(String source) {
            return Optional.of(source)
                    .filter(it -> it.startsWith("core/") && files.containsKey(it.substring(5)))
                    .map(it -> RepoPath.of("docs/" + it.substring(5)));
        }

        @Override
        public Optional<String> folder(String source) {
            return Optional.empty();
        }

        @Override
        public Optional<String> source(String target) {
            return Optional.of(target)
                    .filter(it -> it.startsWith("docs/") && files.containsKey(it.substring(5)))
                    .map(it -> "core/" + it.substring(5));
        }

        @Override
        public boolean reaches(String target) {
            return target.equals("docs") || (target.startsWith("docs/") && isThere(target.substring(5)));
        }
    }
}
