package org.example.nightly;

import io.agent33.sync.SyncEngine;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.report.SyncReport;
import java.util.stream.Collectors;

/** What a host does around the engine: runs what is due, and tells in a sentence whether a person is needed. */
public final class NightlySync {
    private final SyncEngine engine;

    public NightlySync(SyncEngine engine) {
        this.engine = engine;
    }

    public String run() {
        SyncReport report = engine.run();
        if (report.successful()) {
            return "Nothing to look at.";
        }
        return report.results().stream()
                .filter(result -> result.outcome().needsAttention())
                .map(RuleResult::ruleId)
                .collect(Collectors.joining(", ", "Please look at ", "."));
    }
}
