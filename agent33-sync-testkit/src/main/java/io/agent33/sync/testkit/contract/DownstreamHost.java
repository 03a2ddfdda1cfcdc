package io.agent33.sync.testkit.contract;

import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.testkit.memory.GitObject;
import java.util.Map;
import java.util.Optional;

/** The place where a downstream lives. To be implemented beside a {@link DownstreamRepository}. */
public interface DownstreamHost extends RepositoryHost {
    /**
     * A fresh port to it, as a new run on another machine would open it; the test closes it. Two of them may be in use
     * at the same time, each by a thread of its own.
     */
    DownstreamRepository open();

    /**
     * A fresh port on the machine of the last {@link #open}, as that machine's next run would open it; the test closes it.
     * Default: the same as {@link #open}.
     */
    default DownstreamRepository openAgain() {
        return open();
    }

    /** From now on it refuses, of everyone who comes through the port, to move or delete this branch. */
    void protect(String branch);

    /** The short names of its branches and where they point, read without the port. */
    Map<String, ObjectId> branches();

    /** An object of it, read without the port; empty if it is not there. */
    Optional<GitObject> object(ObjectId id);
}
