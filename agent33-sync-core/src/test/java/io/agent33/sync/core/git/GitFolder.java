package io.agent33.sync.core.git;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.testkit.memory.GitObject;
import io.agent33.sync.testkit.memory.RepositoryFixture;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.DeflaterOutputStream;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;

/** A bare repository in a folder, written object by object, without the room under test. */
final class GitFolder {
    private final Path path;

    private GitFolder(Path path) {
        this.path = path;
    }

    /** Makes the repository {@code name} below a folder. */
    static GitFolder make(Path parent, String name, RepositoryFixture fixture) {
        GitFolder folder = new GitFolder(parent.resolve(name));
        folder.become(fixture);
        return folder;
    }

    /** One that is there already. */
    static GitFolder at(Path path) {
        return new GitFolder(path);
    }

    Path path() {
        return path;
    }

    void become(RepositoryFixture fixture) {
        unchecked(() -> {
            Files.createDirectories(path.resolve("objects/pack"));
            Files.writeString(path.resolve("config"), "[core]\n\trepositoryformatversion = 0\n\tbare = true\n");
            for (GitObject object : fixture.objects()) {
                store(object);
            }
            Files.deleteIfExists(path.resolve("packed-refs"));
            CacheFolder.delete(Files.createDirectories(path.resolve("refs")));
            Files.createDirectories(path.resolve("refs/heads"));
            for (Map.Entry<String, ObjectId> ref : fixture.refs().entrySet()) {
                Path file = path.resolve(ref.getKey());
                Files.createDirectories(file.getParent());
                Files.writeString(file, ref.getValue() + "\n");
            }
            return Files.writeString(path.resolve("HEAD"), "ref: " + fixture.head() + "\n");
        });
    }

    private void store(GitObject object) throws IOException {
        String id = object.id().hex();
        Path file = path.resolve("objects").resolve(id.substring(0, 2)).resolve(id.substring(2));
        if (Files.notExists(file)) {
            Files.createDirectories(file.getParent());
            byte[] content = object.content();
            String header = object.kind().name().toLowerCase(Locale.ROOT) + " " + content.length + "\0";
            try (OutputStream out = new DeflaterOutputStream(Files.newOutputStream(file))) {
                out.write(header.getBytes(US_ASCII));
                out.write(content);
            }
        }
    }

    void vanish() {
        unchecked(() -> Files.move(path, path.resolveSibling(path.getFileName() + ".gone")));
    }

    /** A hook script; {@code body} is a shell's. */
    void hook(String name, String body) {
        unchecked(() -> {
            Path hook = path.resolve("hooks").resolve(name);
            Files.createDirectories(hook.getParent());
            Files.writeString(hook, "#!/bin/sh\n" + body + "\n");
            return hook.toFile().setExecutable(true);
        });
    }

    void protect(String branch) {
        hook("pre-receive", "if grep -q ' refs/heads/" + branch + "$'; then echo 'protected by a hook'; exit 1; fi");
    }

    Map<String, ObjectId> branches() {
        return read(repository -> unchecked(() -> {
            Map<String, ObjectId> branches = new TreeMap<>();
            for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_HEADS)) {
                branches.put(ref.getName().substring(Constants.R_HEADS.length()), Ids.of(ref.getObjectId()));
            }
            return branches;
        }));
    }

    Optional<GitObject> object(ObjectId id) {
        return read(repository -> unchecked(() -> {
            try {
                ObjectLoader object = repository.open(Ids.in(id));
                GitObject.Kind kind = GitObject.Kind.valueOf(
                        Constants.typeString(object.getType()).toUpperCase(Locale.ROOT));
                return Optional.of(GitObject.of(kind, object.getBytes()));
            } catch (MissingObjectException e) {
                return Optional.empty();
            }
        }));
    }

    <T> T read(Function<Repository, T> reading) {
        return unchecked(() -> {
            try (Repository repository = new FileRepository(path.toFile())) {
                return reading.apply(repository);
            }
        });
    }

    interface Action<T> {
        T run() throws IOException;
    }

    static <T> T unchecked(Action<T> action) {
        try {
            return action.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
