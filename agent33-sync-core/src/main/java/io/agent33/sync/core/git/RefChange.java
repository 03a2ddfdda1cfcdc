package io.agent33.sync.core.git;

import io.agent33.sync.api.repository.BranchUpdate;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefDatabase;

/**
 * What a reference is to become.
 *
 * @param ref its full name
 * @param expected where it must point; zero if it must not exist
 * @param wanted where it shall point; zero if it shall not exist
 */
record RefChange(String ref, ObjectId expected, ObjectId wanted) {
    boolean deletes() {
        return wanted.equals(ObjectId.zeroId());
    }

    /** How it ends without doing anything, seen where the reference points now: it is so already, or it has moved. */
    Optional<BranchUpdate> settledBy(ObjectId actual) {
        if (actual.equals(wanted)) {
            return Optional.of(done());
        }
        return actual.equals(expected) ? Optional.empty() : Optional.of(stale(actual));
    }

    /** The same, seen in the references of a repository. */
    Optional<BranchUpdate> settledIn(RefDatabase refs) throws IOException {
        Ref now = refs.exactRef(ref);
        return settledBy(now == null || now.getObjectId() == null ? ObjectId.zeroId() : now.getObjectId());
    }

    BranchUpdate done() {
        return new BranchUpdate.Done(Ids.of(deletes() ? expected : wanted));
    }

    private static BranchUpdate stale(ObjectId actual) {
        return new BranchUpdate.Stale(
                actual.equals(ObjectId.zeroId()) ? Optional.empty() : Optional.of(Ids.of(actual)));
    }
}
