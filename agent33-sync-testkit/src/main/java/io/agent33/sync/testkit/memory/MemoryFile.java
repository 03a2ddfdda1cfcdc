package io.agent33.sync.testkit.memory;

import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.transform.TransformNote;
import io.agent33.sync.api.validate.DeliveredFile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A delivered file that nobody customised. */
final class MemoryFile implements DeliveredFile {
    private final String source;
    private final RepoPath target;
    private final byte[] content;
    private final boolean conflicted;

    MemoryFile(String source, RepoPath target, byte[] content, boolean conflicted) {
        this.source = source;
        this.target = target;
        this.content = content;
        this.conflicted = conflicted;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public RepoPath target() {
        return target;
    }

    @Override
    public FileState state() {
        return new FileState(FileMode.REGULAR, GitObject.blob(content).id());
    }

    @Override
    public boolean customised() {
        return conflicted;
    }

    @Override
    public boolean conflicted() {
        return conflicted;
    }

    @Override
    public List<TransformNote> notes() {
        return List.of();
    }

    @Override
    public byte[] start(int length) {
        return Arrays.copyOf(content, Math.min(length, content.length));
    }

    @Override
    public Optional<byte[]> content() {
        return Optional.of(content.clone());
    }

    @Override
    public Optional<String> text() {
        return MemoryPlace.text(content);
    }
}
