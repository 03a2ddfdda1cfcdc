package io.agent33.sync.core.git;

import io.agent33.sync.api.repository.BranchUpdate;
import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.TreeEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A downstream's cached repository while it is in use, and the way to fill it. For one thread. */
final class DownstreamMirror implements AutoCloseable {
    private static final String KIND = "downstream";

    private final Remote remote;
    private final Mirror mirror;
    private final Looks looks;
    private final Deepening deepening;
    private final Failures failures;
    private final boolean lent;

    private DownstreamMirror(Remote remote, Mirror mirror, Failures failures, boolean lent) {
        this.remote = remote;
        this.mirror = mirror;
        this.looks = new Looks(remote, mirror);
        this.deepening = new Deepening(remote, mirror, looks);
        this.failures = failures;
        this.lent = lent;
    }

    /** Where the names point now, if that can be told without opening it, and nothing was left that has to be cleared up. */
    static Optional<Advertisement> glance(Address address, GitCache cache) {
        return PushIntent.isOpen(CacheSlot.folder(cache.folder(), KIND, address))
                ? Optional.empty()
                : Glance.at(address);
    }

    static DownstreamMirror open(Address address, Access access, GitCache cache, Failures failures, Tally tally)
            throws IOException {
        Remote remote = Remote.at(address, access, tally);
        Optional<Path> lender = remote.lender();
        List<Path> lenders = new ArrayList<>(LentObjects.of(cache));
        lender.ifPresent(lenders::add);
        Mirror mirror = Mirror.open(CacheSlot.open(cache, KIND, address), lenders, access.deadline());
        if (lender.isPresent()) {
            mirror.adoptEdges();
        }
        return new DownstreamMirror(remote, mirror, failures.ofMirror(mirror), lender.isPresent());
    }

    PinnedRepository repository() {
        return mirror.repository();
    }

    boolean borrows(ObjectId blob) throws IOException {
        return mirror.borrows(Ids.in(blob));
    }

    Failures failures() {
        return failures;
    }

    Looks looks() {
        return looks;
    }

    /** Fetches it if need be. */
    Commit commit(ObjectId id) throws IOException {
        if (!lent) {
            fetch(Ids.in(id));
        }
        return deepening.until(new Deepening.Search<>() {
            @Override
            public Commit look() throws IOException {
                return read(id);
            }

            @Override
            public boolean isFinal(Commit answer) {
                return true;
            }
        });
    }

    private void fetch(org.eclipse.jgit.lib.ObjectId tip) throws IOException {
        if (!mirror.holds(Set.of(tip))) {
            looks.atLeastOnce();
            if (looks.hasSeen(tip)) {
                looks.fetch(tip);
            }
        }
    }

    private Commit read(ObjectId id) throws IOException {
        return mirror.commit(id);
    }

    boolean isAncestor(ObjectId ancestor, ObjectId descendant) throws IOException {
        commit(descendant);
        return deepening.until(new Deepening.Search<Boolean>() {
            @Override
            public Boolean look() throws IOException {
                return new History(repository()).isAncestor(ancestor, descendant);
            }

            @Override
            public boolean isFinal(Boolean answer) {
                return answer;
            }
        });
    }

    /** What was found, and whether the search ended where history was cut off. */
    private record LastChange(Optional<Commit> commit, boolean cutOff) {}

    Optional<Commit> lastChange(ObjectId from, String path) throws IOException {
        commit(from);
        return deepening
                .until(new Deepening.Search<LastChange>() {
                    @Override
                    public LastChange look() throws IOException {
                        return lastChangeHere(from, path);
                    }

                    @Override
                    public boolean isFinal(LastChange answer) {
                        return !answer.cutOff();
                    }
                })
                .commit();
    }

    private LastChange lastChangeHere(ObjectId from, String path) throws IOException {
        Commit commit = read(from);
        Optional<TreeEntry> entry = entry(commit, path);
        while (!commit.parents().isEmpty()) {
            Commit parent;
            try {
                parent = read(commit.parents().get(0));
            } catch (NoSuchCommit e) {
                return new LastChange(foundAt(commit, entry), true);
            }
            Optional<TreeEntry> before = parent.tree().equals(commit.tree()) ? entry : entry(parent, path);
            if (!before.equals(entry)) {
                return new LastChange(Optional.of(commit), false);
            }
            commit = parent;
            entry = before;
        }
        return new LastChange(foundAt(commit, entry), false);
    }

    /** The first commit of all, or the first that is known, changed what lies there. */
    private static Optional<Commit> foundAt(Commit first, Optional<TreeEntry> entry) {
        return entry.isPresent() ? Optional.of(first) : Optional.empty();
    }

    private Optional<TreeEntry> entry(Commit commit, String path) {
        return new GitTree(repository(), failures, commit.tree()).find(path);
    }

    /** Moves or deletes a branch at the other end. */
    BranchUpdate update(RefChange change) throws IOException {
        BranchUpdate update = remote.update(mirror, change);
        looks.forget();
        if (update instanceof BranchUpdate.Done && !change.deletes() && !lent) {
            mirror.keep(change.wanted());
        }
        return update;
    }

    @Override
    public void close() {
        looks.close();
        mirror.close();
    }
}
