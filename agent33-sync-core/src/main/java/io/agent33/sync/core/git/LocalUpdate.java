package io.agent33.sync.core.git;

import io.agent33.sync.api.repository.BranchUpdate;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jgit.internal.storage.file.RefDirectory;
import org.eclipse.jgit.lib.RefUpdate;

/** One change of a reference of a repository on this machine, as git's own receiving end would make it. */
final class LocalUpdate {
    private static final int ATTEMPTS = 40;
    private static final Duration PAUSE = Duration.ofMillis(25);

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
        return change.settledIn(to.getRefDatabase());
    }

    private BranchUpdate moved() throws IOException {
        try (MarkedLocks locks = intent.declare(change)) {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Optional<BranchUpdate> refused = inTheWay();
                if (refused.isPresent()) {
                    return refused.get();
                }
                if (attempt(locks)) {
                    return change.done();
                }
                Optional<BranchUpdate> settled = settled();
                if (settled.isPresent()) {
                    return settled.get();
                }
                Interrupts.sleep(PAUSE, "the wait for a lock of git");
            }
            return locked();
        }
    }

    private boolean attempt(MarkedLocks locks) throws IOException {
        return to.getRefDatabase() instanceof RefDirectory files
                ? new RefFiles(to, files, change, locks).attempt()
                : attemptInTables();
    }

    /** References that do not lie in files each (git's reftable): JGit's locks, which a killed process leaves behind. */
    private boolean attemptInTables() throws IOException {
        RefUpdate update = to.updateRef(change.ref(), true);
        update.setExpectedOldObjectId(change.expected());
        update.setNewObjectId(change.wanted());
        update.setRefLogIdent(RefFiles.LOGGED_AS);
        update.setRefLogMessage("push", false);
        update.setForceUpdate(true);
        return switch (change.deletes() ? update.delete() : update.update()) {
            case NEW, FORCED, FAST_FORWARD, NO_CHANGE -> true;
            default -> false;
        };
    }

    private Optional<BranchUpdate> inTheWay() throws IOException {
        Collection<String> conflicts =
                change.deletes() ? List.of() : to.getRefDatabase().getConflictingNames(change.ref());
        return conflicts.stream()
                .findFirst()
                .map(name -> new BranchUpdate.Refused(name + " stands in the way of " + change.ref()));
    }

    private BranchUpdate locked() {
        String locks = intent.locks(change).stream()
                .filter(Files::exists)
                .map(lock -> " by " + lock)
                .collect(Collectors.joining(" and"));
        return new BranchUpdate.Refused(change.ref() + " is locked" + locks
                + ", which this run did not make; if no git process works there, delete it");
    }
}
