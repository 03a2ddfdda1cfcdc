package io.agent33.sync.core.plan;

import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.transform.TransformNote;
import io.agent33.sync.api.validate.DeliveredFile;
import java.util.List;
import java.util.Optional;

/**
 * A file in the tree that would be pushed.
 *
 * @param tree where its content is
 */
public record CheckedFile(
        String source,
        RepoPath target,
        FileState state,
        boolean customised,
        boolean conflicted,
        List<TransformNote> notes,
        PushedTree tree)
        implements DeliveredFile {
    public CheckedFile {
        notes = List.copyOf(notes);
    }

    @Override
    public byte[] start(int length) {
        return tree.start(state.id(), length);
    }

    @Override
    public Optional<byte[]> content() {
        return tree.content(state.id());
    }

    @Override
    public Optional<String> text() {
        return tree.text(state.id());
    }
}
