package io.agent33.sync.core.git;

import io.agent33.sync.api.repository.ObjectId;
import org.eclipse.jgit.lib.AnyObjectId;

/** Object ids as the API and as JGit have them. */
final class Ids {
    private Ids() {}

    static ObjectId of(AnyObjectId id) {
        return ObjectId.of(id.name());
    }

    static org.eclipse.jgit.lib.ObjectId in(ObjectId id) {
        return org.eclipse.jgit.lib.ObjectId.fromString(id.hex());
    }
}
