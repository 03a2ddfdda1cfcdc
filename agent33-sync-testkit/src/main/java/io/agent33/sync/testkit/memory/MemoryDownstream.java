package io.agent33.sync.testkit.memory;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.BranchUpdate;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepositoryId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A downstream in memory as its forge and the people there see it, to be called by tests. The engine sees it through
 * {@link #open}: each such clone has objects of its own, of which only a push shows anything here. Thread-safe.
 */
public final class MemoryDownstream {
    private final RepositoryId id;
    private final MemoryGit git = new MemoryGit();
    private final ObjectDatabase cache;
    private final Availability availability;
    private final Map<String, String> refusals = new ConcurrentHashMap<>();
    private final AtomicInteger writeRequests = new AtomicInteger();
    private final AtomicInteger writes = new AtomicInteger();
    private final AtomicInteger openClones = new AtomicInteger();

    MemoryDownstream(RepositoryId id) {
        this.id = id;
        this.availability = new Availability(id);
        this.cache = new ObjectDatabase(git.objects());
    }

    /** Its name. */
    public RepositoryId id() {
        return id;
    }

    /** Starts a person's commit on the default branch. */
    public MemoryCommit commit(String message) {
        return git.commit(message);
    }

    /** Starts a person's commit on a branch. A branch that does not exist begins at the default branch's tip. */
    public MemoryCommit commitOn(String branch, String message) {
        return git.commitOn(branch, message);
    }

    /** The repository itself, for everything else that a person can do to it. */
    public MemoryGit git() {
        return git;
    }

    /**
     * Merges a branch into the default branch by a merge commit, as a forge's button does. The branch stays.
     *
     * @return the new tip
     * @throws IllegalArgumentException if there is no such branch
     * @throws IllegalStateException if both sides changed the same file differently
     */
    public ObjectId merge(String branch) {
        return new ForgeMerge(git).merge(branch);
    }

    /** The same by one commit with the branch's changes and this message. */
    public ObjectId squash(String branch, String message) {
        return new ForgeMerge(git).squash(branch, message);
    }

    /** The same by a copy of each of the branch's commits. */
    public ObjectId rebase(String branch) {
        return new ForgeMerge(git).rebase(branch);
    }

    /** From now on engines' pushes to this branch, and its deletion, are refused. */
    public MemoryDownstream protect(String branch, String reason) {
        refusals.put(branch, reason);
        return this;
    }

    /** Takes {@link #protect} back. */
    public MemoryDownstream unprotect(String branch) {
        refusals.remove(branch);
        return this;
    }

    /** From now on every request of an engine fails with {@code NOT_FOUND}. */
    public MemoryDownstream vanish() {
        return fail(RepositoryException.Reason.NOT_FOUND);
    }

    /** From now on every request of an engine fails so. */
    public MemoryDownstream fail(RepositoryException.Reason reason) {
        availability.fail(reason);
        return this;
    }

    /** From now on it answers again. */
    public MemoryDownstream recover() {
        availability.recover();
        return this;
    }

    /** The files at the default branch's tip. */
    public FileTree tree() {
        return tree(git.defaultBranch());
    }

    /** The files at a branch's tip. @throws IllegalArgumentException if there is no such branch */
    public FileTree tree(String branch) {
        return git.tree(git.existing(branch));
    }

    /** The content of everything that was ever committed or pushed here. */
    public BlobSource blobs() {
        return new MemoryBlobs(git.objects());
    }

    /** How many pushes and deletions engines asked for, whatever came of it. */
    public int writeRequests() {
        return writeRequests.get();
    }

    /** How many of them changed a branch. */
    public int writes() {
        return writes.get();
    }

    /** How many clones were opened and not closed. */
    public int openClones() {
        return openClones.get();
    }

    /** A fresh clone, as an engine opens it for one run; {@link MemoryDownstreams#open} gives the same. */
    public DownstreamRepository open() {
        availability.check();
        openClones.incrementAndGet();
        return new MemoryClone(this);
    }

    @Override
    public String toString() {
        return id + " in memory " + git.branches();
    }

    void check() {
        availability.check();
    }

    /** What engines built and put here and nobody else sees. Like a cache folder, it outlives each clone. */
    ObjectDatabase cache() {
        return cache;
    }

    void closed() {
        openClones.decrementAndGet();
    }

    /** An engine's request to move, make or delete a branch; the objects come from its cache. */
    BranchUpdate update(String branch, Optional<ObjectId> expected, Optional<ObjectId> wanted) {
        writeRequests.incrementAndGet();
        availability.check();
        synchronized (git) {
            Optional<ObjectId> actual = git.tip(branch);
            if (actual.equals(wanted)) {
                return new BranchUpdate.Done(wanted.or(() -> expected).orElseThrow());
            }
            Optional<BranchUpdate.Refused> refusal = refusal(branch, wanted.isPresent());
            if (refusal.isPresent()) {
                return refusal.get();
            }
            wanted.ifPresent(this::receive);
            BranchUpdate update = git.update(branch, expected, wanted);
            if (update instanceof BranchUpdate.Done) {
                writes.incrementAndGet();
            }
            return update;
        }
    }

    private void receive(ObjectId commit) {
        git.fetch(commit, id -> git.object(id).isPresent() ? Optional.empty() : cache.find(id));
    }

    private Optional<BranchUpdate.Refused> refusal(String branch, boolean creates) {
        String reason = refusals.get(branch);
        if (reason != null) {
            return Optional.of(new BranchUpdate.Refused(reason));
        }
        return git.branches().keySet().stream()
                .filter(other -> creates && (other.startsWith(branch + "/") || branch.startsWith(other + "/")))
                .findFirst()
                .map(other -> new BranchUpdate.Refused("the branch " + other + " stands in the way of " + branch));
    }
}
