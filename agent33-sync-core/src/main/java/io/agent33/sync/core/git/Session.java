package io.agent33.sync.core.git;

import java.io.IOException;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;

/** One connection to a repository, for reading: what it advertises, and at most one fetch. For one thread at a time. */
interface Session extends AutoCloseable {
    Advertisement advertisement();

    /**
     * Brings what {@code wanted} leads to into the repository that the session was opened for.
     *
     * @param wanted advertised ids that the repository lacks
     * @param held what it has whole
     */
    void fetch(Set<ObjectId> wanted, Set<ObjectId> held) throws IOException;

    /** Never throws. */
    @Override
    void close();
}
