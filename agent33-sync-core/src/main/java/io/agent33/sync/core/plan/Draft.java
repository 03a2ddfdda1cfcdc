package io.agent33.sync.core.plan;

import io.agent33.sync.api.report.Settled;
import io.agent33.sync.api.transform.TransformContext;
import io.agent33.sync.core.plan.local.Reconciled;
import io.agent33.sync.core.plan.local.Reconciler;

/** How far a rule comes before its checks and words. */
sealed interface Draft {
    /** No further. */
    record Ended(Settled plan) implements Draft {}

    /**
     * All that changes is known.
     *
     * @param reconciler has the content that is new
     * @param context in which it was rendered
     */
    record Edited(Reconciler reconciler, Reconciled reconciled, Editing.Edits edits, TransformContext context)
            implements Draft {}
}
