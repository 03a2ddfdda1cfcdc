package io.agent33.sync.core.plan;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.repository.Release;

/** Whether a rule is to be synced now, and to what (S10). */
sealed interface Due {
    /** It is, to this release. */
    record At(Release release) implements Due {}

    /** It is not. */
    record NotYet(String reason) implements Due {}

    /** It was asked for, and must not happen. */
    record Refused(Objection objection) implements Due {}
}
