package io.agent33.sync.testkit.assertion;

import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.testkit.memory.GitObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** Assertions on the files of a {@link FileTree} (SHA-1 ids). */
public final class FileTreeAssert extends AbstractAssert<FileTreeAssert, FileTree> {
    private final Optional<BlobSource> blobs;

    FileTreeAssert(FileTree actual, Optional<BlobSource> blobs) {
        super(actual, FileTreeAssert.class);
        this.blobs = blobs;
    }

    /** A file, executable or not, lies there. */
    public FileTreeAssert hasFile(String path) {
        file(path);
        return this;
    }

    /** A file with exactly this text, in UTF-8, lies there. */
    public FileTreeAssert hasFile(String path, String text) {
        ObjectId found = file(path).id();
        ObjectId wanted = GitObject.blob(text).id();
        if (!found.equals(wanted)) {
            blobs.ifPresent(source ->
                    Assertions.assertThat(text(source, found)).as(path).isEqualTo(text));
            failWithMessage(
                    "%s",
                    "expected " + path + " to hold \"" + text + "\" (blob " + wanted + "), but it is blob " + found
                            + "; assertThat(tree, blobs) would show it");
        }
        return this;
    }

    /** A file with the executable bit lies there. */
    public FileTreeAssert hasExecutable(String path) {
        FileMode mode = file(path).mode();
        if (mode != FileMode.EXECUTABLE) {
            failWithMessage("%s", "expected " + path + " to be executable, but its mode is " + mode.octal());
        }
        return this;
    }

    /** Nothing lies there: no file, no folder. */
    public FileTreeAssert hasNoFile(String path) {
        isNotNull();
        actual.find(path)
                .ifPresent(entry -> failWithMessage(
                        "%s",
                        "expected nothing at " + path + ", but there is "
                                + entry.mode().octal() + " " + entry.id()));
        return this;
    }

    /** These paths, and no others, are there; links and submodules count as files. */
    public FileTreeAssert hasExactlyFiles(String... paths) {
        isNotNull();
        Assertions.assertThat(paths("").toList()).as("files").containsExactlyInAnyOrder(paths);
        return this;
    }

    /**
     * These paths, and no others, are there below a folder.
     *
     * @param folder without a slash at the end
     * @param paths from the tree's root
     */
    public FileTreeAssert hasExactlyFilesBelow(String folder, String... paths) {
        isNotNull();
        Assertions.assertThat(paths(folder).toList())
                .as("files below " + folder)
                .containsExactlyInAnyOrder(paths);
        return this;
    }

    private TreeEntry file(String path) {
        isNotNull();
        return actual.find(path)
                .filter(entry -> entry.mode().isFile())
                .orElseThrow(() -> failure(
                        "%s",
                        "expected a file at " + path + ", but the files are "
                                + paths("").toList()));
    }

    private Stream<String> paths(String folder) {
        List<TreeEntry> children = actual.children(folder);
        return children.stream()
                .flatMap(entry -> entry.mode() == FileMode.FOLDER ? paths(entry.path()) : Stream.of(entry.path()));
    }

    private static String text(BlobSource blobs, ObjectId blob) {
        try (InputStream content = blobs.open(blob)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
