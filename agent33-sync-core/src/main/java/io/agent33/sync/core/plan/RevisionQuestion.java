package io.agent33.sync.core.plan;

import io.agent33.sync.api.error.RepositoryException;
import java.util.function.BooleanSupplier;

/** A question about revisions of which one may be gone: then the answer is no, and not a failure. */
final class RevisionQuestion {
    private RevisionQuestion() {}

    /** @throws RepositoryException if it fails for any other reason */
    static boolean ask(BooleanSupplier question) {
        try {
            return question.getAsBoolean();
        } catch (RepositoryException e) {
            if (e.reason() == RepositoryException.Reason.NO_SUCH_REVISION) {
                return false;
            }
            throw e;
        }
    }
}
