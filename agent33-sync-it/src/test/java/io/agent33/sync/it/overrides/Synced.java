package io.agent33.sync.it.overrides;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.report.PathNote;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RuleResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What came of one sync.
 *
 * @param ruleResult the rule's result
 * @param body of the pull request; empty if there is none
 * @param draft whether it is a draft
 * @param world as it is now
 */
record Synced(RuleResult ruleResult, String body, boolean draft, OverrideWorld world) {
    Optional<RuleOutcome> result() {
        return Optional.of(ruleResult.outcome());
    }

    /** {@code adopted-drift docs/a.md}, in order. */
    List<String> notes() {
        return ruleResult.notes().stream()
                .map(note -> note.kind().key() + " " + note.path())
                .toList();
    }

    List<PathNote> noted() {
        return ruleResult.notes();
    }

    List<String> codes() {
        return ruleResult.outcome() instanceof RuleOutcome.Blocked blocked
                ? blocked.objections().stream().map(Objection::code).toList()
                : List.of();
    }

    /** Why it is blocked, in full. */
    String words() {
        return ruleResult.outcome() instanceof RuleOutcome.Blocked blocked
                ? blocked.objections().stream().map(Objection::message).collect(Collectors.joining("\n"))
                : "";
    }

    boolean isCurrent() {
        return ruleResult.outcome() instanceof RuleOutcome.Current;
    }

    Optional<String> target(String path) {
        return world.text("docs/" + path);
    }

    Optional<String> override(String path) {
        return world.text(".agent33-overrides/" + path);
    }

    Optional<String> manifest() {
        return world.text(".agent33-sync-state/docs/manifest.yaml");
    }
}
