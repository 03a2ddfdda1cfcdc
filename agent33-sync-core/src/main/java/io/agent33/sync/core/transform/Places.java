package io.agent33.sync.core.transform;

import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.transform.Delivered;
import java.util.Optional;

/** Where things lie downstream. */
final class Places {
    private Places() {}

    /** Of a file or a folder upstream, without a slash at its end; empty if it is not delivered. */
    static Optional<String> of(String path, Delivered delivered) {
        return delivered.file(path).map(RepoPath::value).or(() -> delivered.folder(path));
    }
}
