package io.agent33.sync.core.git;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;

/** What the configuration of a repository on this machine forbids those who push to it ({@code receive.*}). */
final class ReceiveRules {
    private static final String RECEIVE = "receive";

    private final Repository repository;
    private final RefChange change;
    private final Config config;

    ReceiveRules(Repository repository, RefChange change) {
        this.repository = repository;
        this.change = change;
        this.config = repository.getConfig();
    }

    /** Why the change is not allowed, as far as it can be told before the objects are there. */
    Optional<String> refusal() throws IOException {
        if (!Repository.isValidRefName(change.ref())) {
            return Optional.of("git cannot hold a branch with the name " + change.ref());
        }
        if (change.deletes() && config.getBoolean(RECEIVE, "denyDeletes", false)) {
            return Optional.of("receive.denyDeletes forbids it");
        }
        return isCurrent() ? refusalOfCurrent() : Optional.empty();
    }

    private Optional<String> refusalOfCurrent() {
        if (change.deletes()) {
            return forbids("denyDeleteCurrent") ? Optional.of("it is the current branch") : Optional.empty();
        }
        return !repository.isBare() && forbids("denyCurrentBranch")
                ? Optional.of("it is checked out, and receive.denyCurrentBranch forbids to move it")
                : Optional.empty();
    }

    private boolean forbids(String key) {
        String value = config.getString(RECEIVE, null, key);
        return value == null || !value.toLowerCase(Locale.ROOT).matches("ignore|warn|false|no|off");
    }

    private boolean isCurrent() throws IOException {
        Ref head = repository.getRefDatabase().exactRef(Constants.HEAD);
        return head != null && head.isSymbolic() && head.getTarget().getName().equals(change.ref());
    }

    /** Why the change is not allowed, seen from the history, which is there now. */
    Optional<String> refusalOfHistory() throws IOException {
        boolean creates = change.expected().equals(ObjectId.zeroId());
        if (creates || !config.getBoolean(RECEIVE, "denyNonFastForwards", false)) {
            return Optional.empty();
        }
        try (RevWalk walk = new RevWalk(repository)) {
            return walk.isMergedInto(walk.parseCommit(change.expected()), walk.parseCommit(change.wanted()))
                    ? Optional.empty()
                    : Optional.of("receive.denyNonFastForwards forbids it");
        }
    }
}
