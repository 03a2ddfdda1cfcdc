package io.agent33.sync.core.git;

import java.io.IOException;
import org.eclipse.jgit.lib.AnyObjectId;

/** A commit that somebody asked for by its id is not there. */
final class NoSuchCommit extends IOException {
    private static final long serialVersionUID = 1L;

    NoSuchCommit(AnyObjectId id) {
        super("there is no commit " + id.name());
    }
}
