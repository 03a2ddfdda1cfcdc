package io.agent33.sync.core.plan;

import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.transform.UpstreamFiles;
import io.agent33.sync.core.text.TextFile;
import io.agent33.sync.core.tree.Blobs;
import java.util.Optional;

/** The upstream's files at one commit, for transforms. Thread-safe. */
final class UpstreamTexts implements UpstreamFiles {
    /** What is longer is no text to work on. */
    static final int MOST_BYTES = 16 << 20;

    private final UpstreamView view;
    private final ObjectId commit;

    UpstreamTexts(UpstreamView view, ObjectId commit) {
        this.view = view;
        this.commit = commit;
    }

    @Override
    public boolean has(String path) {
        return view.at(commit).tree().find(path).isPresent();
    }

    @Override
    public boolean everHad(String path) {
        return has(path) || view.pastPaths(commit).contains(path);
    }

    @Override
    public Optional<String> text(String path) {
        return view.at(commit)
                .tree()
                .find(path)
                .filter(entry -> entry.mode() != FileMode.FOLDER && entry.mode().isFile())
                .flatMap(entry -> Blobs.read(view.repository().blobs(), entry.id(), MOST_BYTES))
                .flatMap(TextFile::of)
                .map(TextFile::text);
    }
}
