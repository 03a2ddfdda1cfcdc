package io.agent33.sync.core.git;

import io.agent33.sync.api.repository.BranchUpdate;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefDatabase;
import org.eclipse.jgit.lib.RepositoryCache;
import org.eclipse.jgit.util.FS;

/** A repository on this machine: read where it lies, and written without a server between. */
final class LocalRemote implements Remote {
    private final Address address;
    private final Duration deadline;
    private final Tally tally;

    LocalRemote(Address address, Duration deadline, Tally tally) {
        this.address = address;
        this.deadline = deadline;
        this.tally = tally;
    }

    /** Its git folder: itself, or the {@code .git} in it. */
    private Path gitDir() throws NoRemoteRepositoryException {
        File found = RepositoryCache.FileKey.resolve(address.path().toFile(), FS.DETECTED);
        if (found == null) {
            throw new NoRemoteRepositoryException(address.uri(), "there is no git repository in this folder");
        }
        return found.toPath();
    }

    @Override
    public Optional<Path> lender() throws IOException {
        return Optional.of(gitDir());
    }

    @Override
    public Session open(Mirror into, OptionalInt depth, Set<String> further) throws IOException {
        Leases.Lease lease = Leases.of(gitDir());
        try {
            recover(into, lease.repository());
            return new LocalSession(lease, advertisement(lease.repository(), further), into, tally);
        } catch (IOException | RuntimeException e) {
            lease.close();
            throw e;
        }
    }

    /** Whoever looks first clears up, as there may be nothing to change. */
    private static void recover(Mirror into, PinnedRepository repository) throws IOException {
        PushIntent intent = new PushIntent(into, repository);
        if (intent.isOpen()) {
            into.locked(() -> {
                intent.recover();
                return intent;
            });
        }
    }

    private static Advertisement advertisement(PinnedRepository repository, Set<String> further) throws IOException {
        RefDatabase database = repository.getRefDatabase();
        List<Ref> refs = new ArrayList<>(database.getRefsByPrefix(Constants.R_HEADS));
        for (Ref tag : database.getRefsByPrefix(Constants.R_TAGS)) {
            refs.add(database.peel(tag));
        }
        for (String name : further) {
            Ref ref = database.exactRef(name);
            if (ref != null) {
                refs.add(database.peel(ref));
            }
        }
        Ref head = database.exactRef(Constants.HEAD);
        if (head != null) {
            refs.add(head);
        }
        return Advertisement.of(refs);
    }

    @Override
    public BranchUpdate update(Mirror from, RefChange change) throws IOException {
        try (Leases.Lease lease = Leases.of(gitDir())) {
            return from.locked(new LocalUpdate(from, lease.repository(), change, deadline, tally)::run);
        }
    }

    /** What it advertises, and the objects themselves. */
    private record LocalSession(Leases.Lease lease, Advertisement advertisement, Mirror into, Tally tally)
            implements Session {
        @Override
        public void fetch(Set<ObjectId> wanted, Set<ObjectId> held) throws IOException {
            PackCopy copy = new PackCopy(lease.repository(), into.repository(), false);
            copy.reachable(wanted, held);
            tally.received(copy.bytes());
        }

        @Override
        public void close() {
            lease.close();
        }
    }
}
