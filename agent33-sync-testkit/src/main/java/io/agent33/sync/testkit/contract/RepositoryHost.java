package io.agent33.sync.testkit.contract;

import io.agent33.sync.testkit.memory.RepositoryFixture;

/**
 * The place where a repository lives, behind the port under test: a folder, a server. Contract tests act on it as people
 * do who never heard of the port. To be implemented beside the implementation of a port; used by one thread at a time.
 */
public interface RepositoryHost {
    /**
     * Makes the repository what the fixture describes, as if people had pushed: keeps its objects, points every
     * reference that it names, whatever it pointed at before, deletes all others, and sets {@code HEAD}. Takes effect
     * at once, for ports that are open already too.
     */
    void become(RepositoryFixture fixture);

    /** Takes the repository away: from now on whoever asks for it learns that there is none. */
    void vanish();
}
