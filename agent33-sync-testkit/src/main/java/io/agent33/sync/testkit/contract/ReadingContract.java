package io.agent33.sync.testkit.contract;

import io.agent33.sync.testkit.memory.RepositoryFixture;
import java.util.function.Consumer;

/** A contract on what both ports read. */
interface ReadingContract {
    /** Opens a port to a repository as described, lets the test look, and closes the port. */
    void look(RepositoryFixture fixture, Consumer<RepositoryView> test);
}
