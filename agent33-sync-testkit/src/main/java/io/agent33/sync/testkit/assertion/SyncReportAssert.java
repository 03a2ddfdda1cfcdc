package io.agent33.sync.testkit.assertion;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.report.SyncReport;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** Assertions on a {@link SyncReport}: for each rule, how it ended. */
public final class SyncReportAssert extends AbstractAssert<SyncReportAssert, SyncReport> {
    SyncReportAssert(SyncReport actual) {
        super(actual, SyncReportAssert.class);
    }

    /** No rule failed, was blocked, or could not be read. */
    public SyncReportAssert isSuccessful() {
        isNotNull();
        if (!actual.successful()) {
            failWithMessage("%s", "expected a successful run, but " + story());
        }
        return this;
    }

    /** These rules, and no others, have an outcome. */
    public SyncReportAssert hasOnlyRules(String... ruleIds) {
        isNotNull();
        Assertions.assertThat(actual.results())
                .as("the rules of the report")
                .extracting(RuleResult::ruleId)
                .containsExactlyInAnyOrder(ruleIds);
        return this;
    }

    /** Some rule could not be read, for a reason with this code. */
    public SyncReportAssert hasObjection(String code) {
        isNotNull();
        Assertions.assertThat(actual.objections())
                .as("the report's objections")
                .extracting(Objection::code)
                .contains(code);
        return this;
    }

    /** A branch was pushed, or a pull request was opened or updated. */
    public SyncReportAssert proposed(String ruleId) {
        return is(ruleId, RuleOutcome.Proposed.class);
    }

    /** The pull request of an earlier run waits. */
    public SyncReportAssert isWaiting(String ruleId) {
        return is(ruleId, RuleOutcome.Waiting.class);
    }

    /** The merged content is what would be delivered. */
    public SyncReportAssert isCurrent(String ruleId) {
        return is(ruleId, RuleOutcome.Current.class);
    }

    /** The rule was not due. */
    public SyncReportAssert isSkipped(String ruleId) {
        return is(ruleId, RuleOutcome.Skipped.class);
    }

    /** A person has taken the branch or the pull request over. */
    public SyncReportAssert isLeftAlone(String ruleId) {
        return is(ruleId, RuleOutcome.LeftAlone.class);
    }

    /**
     * The sync must not happen as things stand.
     *
     * @param codes all kinds of objections that there are, in any order; none to accept any
     */
    public SyncReportAssert isBlocked(String ruleId, String... codes) {
        return check(OutcomeCheck.objections(ruleId, outcome(ruleId), RuleOutcome.Blocked.class, codes));
    }

    /**
     * The world failed.
     *
     * @param codes the kind of failure; none to accept any
     */
    public SyncReportAssert isFailed(String ruleId, String... codes) {
        return check(OutcomeCheck.objections(ruleId, outcome(ruleId), RuleOutcome.Failed.class, codes));
    }

    private SyncReportAssert is(String ruleId, Class<? extends RuleOutcome> kind) {
        return check(OutcomeCheck.kind(ruleId, outcome(ruleId), kind));
    }

    private RuleOutcome outcome(String ruleId) {
        isNotNull();
        return actual.results().stream()
                .filter(result -> result.ruleId().equals(ruleId))
                .map(RuleResult::outcome)
                .findFirst()
                .orElseThrow(() -> failure("%s", "rule \"" + ruleId + "\": expected an outcome, but " + story()));
    }

    private SyncReportAssert check(Optional<String> problem) {
        problem.ifPresent(text -> failWithMessage("%s", text));
        return this;
    }

    private String story() {
        StringBuilder story = new StringBuilder("the run ended like this:");
        actual.results()
                .forEach(result -> story.append("\n")
                        .append(result.repository())
                        .append(' ')
                        .append(result.ruleId())
                        .append(": ")
                        .append(OutcomeCheck.describe(result.outcome())));
        actual.objections().forEach(objection -> story.append("\n").append(objection.message()));
        return story.toString();
    }
}
