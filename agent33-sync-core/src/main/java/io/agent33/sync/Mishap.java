package io.agent33.sync;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.rule.SyncRule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was thrown in the middle of a rule, in words: it costs its own rule and no more (S14). */
final class Mishap {
    private static final Logger LOG = LoggerFactory.getLogger(Mishap.class);

    private Mishap() {}

    static Objection objection(SyncRule rule, Throwable thrown) {
        if (thrown instanceof RepositoryException failure) {
            LOG.debug("rule {} failed", rule.id(), failure);
            return failure.objection(rule.targetRepo().value());
        }
        if (thrown instanceof OutOfMemoryError) {
            return outOfMemory(rule);
        }
        // A plugin's defect, even a stack overflow.
        LOG.error("rule {} met a defect", rule.id(), thrown);
        return Objection.of(
                "internal-error", rule.id(), "", String.valueOf(thrown), "report it with the log's stack trace");
    }

    private static Objection outOfMemory(SyncRule rule) {
        long mebibytes = Runtime.getRuntime().maxMemory() >> 20;
        return Objection.of(
                "out-of-memory",
                rule.id(),
                "",
                "the heap of " + mebibytes + " MiB is too small for what it delivers",
                "give Java a larger one (-Xmx), or work on fewer downstreams at once");
    }
}
