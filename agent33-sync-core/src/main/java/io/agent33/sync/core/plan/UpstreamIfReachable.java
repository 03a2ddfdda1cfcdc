package io.agent33.sync.core.plan;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.api.transform.UpstreamFiles;
import java.util.Optional;
import java.util.function.Function;
import javax.annotation.Nullable;

/**
 * The upstream's files at one commit, for what must go on without them: an upstream that cannot be asked, or does not know the
 * commit any more, has none. Nothing is asked before a file is. Thread-safe.
 */
public final class UpstreamIfReachable implements UpstreamFiles {
    private final UpstreamRepository upstream;
    private final ObjectId commit;
    private @Nullable UpstreamTexts texts;

    public UpstreamIfReachable(UpstreamRepository upstream, ObjectId commit) {
        this.upstream = upstream;
        this.commit = commit;
    }

    @Override
    public boolean has(String path) {
        return asked(files -> files.has(path), false);
    }

    @Override
    public boolean everHad(String path) {
        return asked(files -> files.everHad(path), false);
    }

    @Override
    public Optional<String> text(String path) {
        return asked(files -> files.text(path), Optional.empty());
    }

    private synchronized <T> T asked(Function<UpstreamFiles, T> question, T otherwise) {
        try {
            if (texts == null) {
                texts = new UpstreamTexts(new UpstreamView(upstream), commit);
            }
            return question.apply(texts);
        } catch (RepositoryException e) {
            return otherwise;
        }
    }
}
