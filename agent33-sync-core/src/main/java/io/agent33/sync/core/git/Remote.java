package io.agent33.sync.core.git;

import io.agent33.sync.api.repository.BranchUpdate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A repository elsewhere. Thread-safe; each method connects anew. */
interface Remote {
    /** By the way that suits the address; counts what is transferred. */
    static Remote at(Address address, Access access, Tally tally) {
        return address.isLocal() && !Files.isRegularFile(address.path())
                ? new LocalRemote(address, access.deadline(), tally)
                : new WireRemote(address, access, tally);
    }

    /** Where it lies, if its objects can be read there without fetching them. */
    Optional<Path> lender() throws IOException;

    /**
     * Connects for reading.
     *
     * @param into where a fetch will put what it brings
     * @param depth how many commits of history a fetch brings, from 1; empty for all
     * @param further names of references beyond {@code HEAD}, branches and tags that shall be advertised
     */
    Session open(Mirror into, OptionalInt depth, Set<String> further) throws IOException;

    /** Moves, makes or deletes one reference, if it is what it is expected to be. */
    BranchUpdate update(Mirror from, RefChange change) throws IOException;
}
