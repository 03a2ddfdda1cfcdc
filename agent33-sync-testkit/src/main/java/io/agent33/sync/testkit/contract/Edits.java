package io.agent33.sync.testkit.contract;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.TreeEdit;
import io.agent33.sync.testkit.memory.GitObject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Edits of small text files, and where their content is read. */
final class Edits {
    /** Content of every file that an edit here can put: texts of one digit, and a few more. */
    static final BlobSource CONTENTS = new Texts(
            Stream.of("1", "2", "3", "4", "5", "a\n", "hello, world\n").collect(blobs()));

    /** Edits of {@link Samples#everyMode}. */
    static final List<TreeEdit> SAMPLE =
            List.of(put("new/deep/guide.md", "a\n"), delete("docs/a.md"), put("README.md", "hello, world\n"));

    /** What git's tree is then. */
    static final ObjectId SAMPLE_TREE = ObjectId.of("60e4d27a8c6daad9b8fca2987672b168624670bf");

    private Edits() {}

    static TreeEdit put(String path, String text) {
        return put(path, FileMode.REGULAR, text);
    }

    static TreeEdit put(String path, FileMode mode, String text) {
        return TreeEdit.put(
                RepoPath.of(path), new FileState(mode, GitObject.blob(text).id()));
    }

    static TreeEdit delete(String path) {
        return TreeEdit.delete(RepoPath.of(path));
    }

    private static Collector<String, ?, Map<ObjectId, GitObject>> blobs() {
        return Collectors.toMap(text -> GitObject.blob(text).id(), GitObject::blob);
    }

    private record Texts(Map<ObjectId, GitObject> blobs) implements BlobSource {
        @Override
        public InputStream open(ObjectId blob) {
            return new ByteArrayInputStream(get(blob).content());
        }

        @Override
        public long size(ObjectId blob) {
            return get(blob).content().length;
        }

        @Override
        public boolean contains(ObjectId blob) {
            return blobs.containsKey(blob);
        }

        private GitObject get(ObjectId blob) {
            return Optional.ofNullable(blobs.get(blob))
                    .orElseThrow(() -> new RepositoryException(
                            RepositoryException.Reason.CORRUPT, "the test offers no blob " + blob));
        }
    }
}
