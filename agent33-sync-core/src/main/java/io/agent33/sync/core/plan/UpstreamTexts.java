package io.agent33.sync.core.plan;

import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.transform.UpstreamFiles;
import java.util.Optional;

/** The upstream's files at one commit, for transforms. Thread-safe. */
final class UpstreamTexts implements UpstreamFiles {
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
                .filter(entry -> entry.mode().isFile())
                .flatMap(entry -> view.texts().of(view.repository().blobs(), entry.id()));
    }
}
