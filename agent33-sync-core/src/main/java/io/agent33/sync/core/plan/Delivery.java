package io.agent33.sync.core.plan;

import io.agent33.sync.api.report.PathNote;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.Settled;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.validate.SyncValidation;
import io.agent33.sync.core.plan.local.LocalState;
import io.agent33.sync.core.rollback.RolledBack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one rule is to deliver to one downstream.
 *
 * @param digest of the rule's canonical form
 * @param selection what it selects
 * @param others what the other active rules that deliver to the same branch select
 * @param local what the downstream holds for it
 * @param rolledBack the releases that were taken back
 * @param digests SHA-256 of content, so far as it is taken for known and not read again
 */
record Delivery(
        SyncRule rule,
        String digest,
        Release release,
        Selection selection,
        Map<SyncRule, Selection> others,
        LocalState local,
        RolledBack rolledBack,
        Map<ObjectId, String> digests) {
    /** This rule's selection, then those of the others by their ids. */
    List<Selection> selections() {
        List<Selection> all = new ArrayList<>(List.of(selection));
        all.addAll(others.values());
        return all;
    }

    Settled settled(RuleOutcome.NothingToApply outcome, List<PathNote> notes, Optional<SyncValidation> validation) {
        return new Settled(rule.id(), rule.targetRepo(), outcome, notes, validation);
    }
}
