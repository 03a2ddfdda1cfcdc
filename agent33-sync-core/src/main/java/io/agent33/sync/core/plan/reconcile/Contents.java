package io.agent33.sync.core.plan.reconcile;

import io.agent33.sync.api.merge.Conflict;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import java.util.List;
import java.util.Set;

/** What the table asks about content, by id. */
public interface Contents {
    /** SHA-256 of content, in hex. */
    String sha256(ObjectId blob);

    /**
     * Whether it holds conflict markers of this engine.
     *
     * @param delivered what upstream itself rendered: a line that stands there is its own, whatever it looks like
     */
    boolean holdsMarkers(ObjectId blob, Set<ObjectId> delivered);

    /**
     * Merges two local versions, line by line, whatever strategy the rule chose: neither side may win silently.
     *
     * @param ancestor what both started from
     */
    Outcome mergeLocally(RepoPath target, ObjectId ancestor, ObjectId one, ObjectId other);

    /** Merges the local side and upstream's by the strategy that the rule chose for the path. */
    Outcome merge(RepoPath target, Side ancestor, ObjectId local, ObjectId upstream);

    /** An ancestor and the label of the release that it came with. */
    record Side(ObjectId blob, String release) {}

    /** How a merge ended. */
    sealed interface Outcome {
        /**
         * Every change of both sides is in it.
         *
         * @param decided whether a strategy came to something else than the merge of lines, be that a conflict or another text
         */
        record Clean(ObjectId blob, boolean decided) implements Outcome {}

        /** With markers where both sides changed the same lines. */
        record Conflicted(ObjectId blob, List<Conflict> lines) implements Outcome {}

        /** Nothing that has lines. */
        record Binary() implements Outcome {}
    }
}
