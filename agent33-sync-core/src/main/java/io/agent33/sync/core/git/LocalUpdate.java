package io.agent33.sync.core.git;

import io.agent33.sync.api.repository.BranchUpdate;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;

/** One change of a reference of a repository on this machine, as git's own receiving end would make it. */
final class LocalUpdate {
    private static final int ATTEMPTS = 40;
    private static final Duration PAUSE = Duration.ofMillis(25);
    /** Else JGit asks the network for the name of this machine. */
    private static final PersonIdent LOGGED_AS = new PersonIdent("agent33-sync", "");

    private final Mirror from;
    private final PinnedRepository to;
    private final RefChange change;
    private final LocalHooks hooks;
    private final PushIntent intent;
    private final Tally tally;

    LocalUpdate(Mirror from, PinnedRepository to, RefChange change, Duration deadline, Tally tally) {
        this.from = from;
        this.to = to;
        this.change = change;
        this.hooks = new LocalHooks(to, change, deadline);
        this.tally = tally;
        this.intent = new PushIntent(from, to);
    }

    /** To be called under the lock of the mirror. */
    BranchUpdate run() throws IOException {
        intent.recover();
        Optional<BranchUpdate> settled = settled();
        if (settled.isPresent()) {
            return settled.get();
        }
        Optional<String> refusal = new ReceiveRules(to, change).refusal();
        if (refusal.isEmpty() && !change.deletes()) {
            PackCopy copy = new PackCopy(from.repository(), to, true);
            copy.commit(change.wanted(), from.upstream());
            tally.sent(copy.bytes());
            refusal = new ReceiveRules(to, change).refusalOfHistory();
        }
        refusal = refusal.isPresent() ? refusal : hooks.refusal();
        if (refusal.isPresent()) {
            return new BranchUpdate.Refused(refusal.get());
        }
        BranchUpdate update = moved();
        if (update instanceof BranchUpdate.Done) {
            hooks.tellDone();
        }
        return update;
    }

    private Optional<BranchUpdate> settled() throws IOException {
        Ref ref = to.getRefDatabase().exactRef(change.ref());
        return change.settledBy(ref == null || ref.getObjectId() == null ? ObjectId.zeroId() : ref.getObjectId());
    }

    private BranchUpdate moved() throws IOException {
        intent.declare(change);
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                RefUpdate.Result result = attempt();
                if (isDone(result)) {
                    return change.done();
                }
                Optional<BranchUpdate> settled = settled();
                if (settled.isPresent()) {
                    return settled.get();
                }
                if (result != RefUpdate.Result.LOCK_FAILURE || !conflicts().isEmpty()) {
                    return refused(result);
                }
                Interrupts.sleep(PAUSE, "the wait for a lock of git");
            }
            return refused(RefUpdate.Result.LOCK_FAILURE);
        } finally {
            intent.clear();
        }
    }

    private RefUpdate.Result attempt() throws IOException {
        RefUpdate update = to.updateRef(change.ref(), true);
        update.setExpectedOldObjectId(change.expected());
        update.setNewObjectId(change.wanted());
        update.setRefLogIdent(LOGGED_AS);
        update.setRefLogMessage("push", false);
        update.setForceUpdate(true);
        return change.deletes() ? update.delete() : update.update();
    }

    private static boolean isDone(RefUpdate.Result result) {
        return switch (result) {
            case NEW, FORCED, FAST_FORWARD, NO_CHANGE -> true;
            default -> false;
        };
    }

    private Collection<String> conflicts() throws IOException {
        return change.deletes() ? List.of() : to.getRefDatabase().getConflictingNames(change.ref());
    }

    private BranchUpdate refused(RefUpdate.Result result) throws IOException {
        Collection<String> conflicts = conflicts();
        if (!conflicts.isEmpty()) {
            return new BranchUpdate.Refused(conflicts.iterator().next() + " stands in the way of " + change.ref());
        }
        return new BranchUpdate.Refused(
                result == RefUpdate.Result.LOCK_FAILURE
                        ? change.ref() + " is locked; if no git process works there, delete " + to.getDirectory() + "/"
                                + change.ref() + ".lock"
                        : "git says " + result);
    }
}
