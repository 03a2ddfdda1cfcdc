package io.agent33.sync.core.plan.reconcile;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.RepoPath;

/**
 * S8's table as a function. A path that the last merged sync knows goes to {@link KnownPath}, any other to
 * {@link NewPath}. As thread-safe as the contents are.
 */
public final class Reconciliation {
    private final Policy policy;
    private final Contents contents;

    /** For one sync of one rule. */
    public Reconciliation(Policy policy, Contents contents) {
        this.policy = policy;
        this.contents = contents;
    }

    /** What becomes of a path. Reads content only where two sides changed. */
    public Verdict of(PathFacts facts) {
        return facts.record()
                .map(record -> new KnownPath(policy, contents, facts, record).verdict())
                .orElseGet(() -> new NewPath(policy, contents, facts).verdict());
    }

    /** A file that nobody delivered stands where one is to be delivered, and the rule says that it must not be replaced. */
    public static Objection unmanaged(RepoPath target, FileState found) {
        return Objection.of(
                "unmanaged-file",
                target.value(),
                "nothing, or exactly what is delivered",
                "another file (blob " + found.id().abbreviated() + ")",
                "move it away, choose another target_path, or let the rule say on_existing: replace");
    }
}
