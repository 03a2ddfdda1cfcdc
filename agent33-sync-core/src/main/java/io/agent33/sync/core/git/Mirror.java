package io.agent33.sync.core.git;

import io.agent33.sync.api.repository.Commit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/** The cached repository of an upstream or a downstream, open. Thread-safe. */
final class Mirror implements AutoCloseable {
    private final CacheSlot slot;
    private final Duration patience;
    private final List<Leases.Lease> lenders;
    private final Leases.Lease lease;
    private final Tips tips;
    private final Edges edges;

    private Mirror(CacheSlot slot, Duration patience, List<Leases.Lease> lenders, Leases.Lease lease) {
        this.slot = slot;
        this.patience = patience;
        this.lenders = lenders;
        this.lease = lease;
        this.tips = new Tips(gitDir());
        this.edges = new Edges(repository());
    }

    /**
     * Opens it, and makes it if need be.
     *
     * @param lenders git folders whose objects it can use without a copy
     */
    static Mirror open(CacheSlot slot, Collection<Path> lenders, Duration patience) throws IOException {
        List<Leases.Lease> leases = new ArrayList<>();
        try {
            List<Path> objects = new ArrayList<>();
            for (Path lender : lenders) {
                Leases.Lease lease = Leases.of(lender);
                leases.add(lease);
                objects.add(lease.repository().getObjectsDirectory().toPath());
            }
            Path gitDir = slot.repository(objects, patience);
            Mirror mirror = new Mirror(slot, patience, leases, Leases.of(gitDir));
            mirror.recover();
            return mirror;
        } catch (IOException | RuntimeException e) {
            leases.forEach(Leases.Lease::close);
            throw e;
        }
    }

    private void recover() throws IOException {
        if (edges.areInDoubt()) {
            locked(() -> {
                edges.recover();
                return edges;
            });
        }
    }

    PinnedRepository repository() {
        return lease.repository();
    }

    /** Of those that it borrows from, the one that lends to other downstreams too; the last is its own other end. */
    Optional<PinnedRepository> upstream() {
        return lenders.size() < 2
                ? Optional.empty()
                : Optional.of(lenders.get(0).repository());
    }

    /** Whether one of those has it that it borrows from. */
    boolean borrows(ObjectId object) throws IOException {
        for (Leases.Lease lender : lenders) {
            if (lender.repository().getObjectDatabase().has(object)) {
                return true;
            }
        }
        return false;
    }

    Path gitDir() {
        return repository().getDirectory().toPath();
    }

    <T> T locked(CacheLock.Work<T> work) throws IOException {
        return slot.locked(patience, work);
    }

    /** Whether these were fetched whole. */
    boolean holds(Collection<ObjectId> ids) throws IOException {
        return tips.read().containsAll(ids);
    }

    /** Has the session bring what is not held yet. */
    void fetch(Session session, Collection<ObjectId> wanted) throws IOException {
        if (!holds(wanted)) {
            locked(() -> {
                Set<ObjectId> missing = new HashSet<>(wanted);
                missing.removeAll(tips.read());
                return bring(session, missing);
            });
        }
    }

    /** Has the session bring these even if they are held, for their history. */
    void deepen(Session session, Set<ObjectId> wanted) throws IOException {
        locked(() -> bring(session, wanted));
    }

    private Set<ObjectId> bring(Session session, Set<ObjectId> wanted) throws IOException {
        if (!wanted.isEmpty()) {
            CacheSlot.sweepPacks(gitDir());
            edges.during(() -> session.fetch(wanted, tips.read()));
            tips.add(wanted);
        }
        return wanted;
    }

    /**
     * A commit that is here.
     *
     * @throws NoSuchCommit if it is not
     * @throws MissingObjectException if it is not, although it was fetched
     */
    Commit commit(io.agent33.sync.api.repository.ObjectId id) throws IOException {
        ObjectId commit = Ids.in(id);
        try (ObjectReader reader = repository().newObjectReader()) {
            return Commits.read(reader, commit);
        } catch (NoSuchCommit e) {
            if (holds(Set.of(commit))) {
                throw new MissingObjectException(commit, Constants.TYPE_COMMIT);
            }
            throw e;
        }
    }

    /** Remembers what was made here and is now at the other end too. */
    void keep(ObjectId pushed) throws IOException {
        locked(() -> {
            tips.add(Set.of(pushed));
            return pushed;
        });
    }

    /** The commits whose parents were not fetched. */
    Set<ObjectId> edges() throws IOException {
        return edges.read();
    }

    /** Takes over where the history of those it borrows from is cut off. */
    void adoptEdges() throws IOException {
        Set<ObjectId> theirs = new HashSet<>();
        for (Leases.Lease lender : lenders) {
            theirs.addAll(lender.repository().getObjectDatabase().getShallowCommits());
        }
        if (!theirs.equals(edges())) {
            locked(() -> {
                edges.write(theirs);
                return theirs;
            });
        }
    }

    /** Something is missing that should be there: from the next run on, another repository takes its place. */
    void markDamaged() {
        CacheSlot.markDamaged(gitDir());
    }

    @Override
    public void close() {
        lease.close();
        lenders.forEach(Leases.Lease::close);
    }
}
