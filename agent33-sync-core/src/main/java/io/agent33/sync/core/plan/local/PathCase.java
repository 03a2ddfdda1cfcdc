package io.agent33.sync.core.plan.local;

import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.core.plan.reconcile.PathFacts;
import io.agent33.sync.core.plan.reconcile.Verdict;
import java.util.Optional;

/**
 * One path on its way through S8's table.
 *
 * @param facts what is known of it
 * @param verdict what becomes of it
 * @param override where its override lies, or would; empty if it cannot have one
 * @param oldTarget where it was delivered before, if that is elsewhere
 * @param oldOverride where its override was before, if that is elsewhere
 */
public record PathCase(
        PathFacts facts,
        Verdict verdict,
        Optional<RepoPath> override,
        Optional<RepoPath> oldTarget,
        Optional<RepoPath> oldOverride) {}
