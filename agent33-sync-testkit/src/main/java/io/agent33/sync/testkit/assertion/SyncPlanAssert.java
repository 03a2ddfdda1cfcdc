package io.agent33.sync.testkit.assertion;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RulePlan;
import io.agent33.sync.api.report.Settled;
import io.agent33.sync.api.report.SyncPlan;
import java.util.Optional;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** Assertions on a {@link SyncPlan}: for each rule, what it would change, or why nothing. */
public final class SyncPlanAssert extends AbstractAssert<SyncPlanAssert, SyncPlan> {
    SyncPlanAssert(SyncPlan actual) {
        super(actual, SyncPlanAssert.class);
    }

    /** These rules, and no others, are in the plan. */
    public SyncPlanAssert hasOnlyRules(String... ruleIds) {
        isNotNull();
        Assertions.assertThat(actual.rules())
                .as("the rules of the plan")
                .extracting(RulePlan::ruleId)
                .containsExactlyInAnyOrder(ruleIds);
        return this;
    }

    /** Some rule could not be read, for a reason with this code. */
    public SyncPlanAssert hasObjection(String code) {
        isNotNull();
        Assertions.assertThat(actual.objections())
                .as("the plan's objections")
                .extracting(Objection::code)
                .contains(code);
        return this;
    }

    /** No rule has anything to apply. */
    public SyncPlanAssert proposesNothing() {
        isNotNull();
        Assertions.assertThat(actual.proposals())
                .as("proposals of the plan\n" + actual)
                .isEmpty();
        return this;
    }

    /** The rule has something to apply. */
    public SyncPlanAssert proposes(String ruleId) {
        return proposes(ruleId, proposal -> {});
    }

    /** The rule has something to apply, of which more can be said. */
    public SyncPlanAssert proposes(String ruleId, Consumer<ProposalAssert> more) {
        if (!(rule(ruleId) instanceof Proposal proposal)) {
            throw failure(
                    "%s",
                    "rule \"" + ruleId + "\": expected a proposal, but it is "
                            + OutcomeCheck.describe(((Settled) rule(ruleId)).outcome()));
        }
        more.accept(new ProposalAssert(proposal));
        return this;
    }

    /** Some proposal adds a file at this path. */
    public SyncPlanAssert adds(String path) {
        return edits(PlannedEdit.Kind.ADDED, path);
    }

    /** Some proposal changes the file at this path. */
    public SyncPlanAssert modifies(String path) {
        return edits(PlannedEdit.Kind.MODIFIED, path);
    }

    /** Some proposal removes the file at this path. */
    public SyncPlanAssert removes(String path) {
        return edits(PlannedEdit.Kind.REMOVED, path);
    }

    /** No proposal touches this path. */
    public SyncPlanAssert leaves(String path) {
        isNotNull();
        actual.proposals().forEach(proposal -> new ProposalAssert(proposal).leaves(path));
        return this;
    }

    /** The merged content is what would be delivered. */
    public SyncPlanAssert isCurrent(String ruleId) {
        return check(OutcomeCheck.kind(ruleId, outcome(ruleId), RuleOutcome.Current.class));
    }

    /** The rule is not due. */
    public SyncPlanAssert isSkipped(String ruleId) {
        return check(OutcomeCheck.kind(ruleId, outcome(ruleId), RuleOutcome.Skipped.class));
    }

    /**
     * The sync must not happen as things stand.
     *
     * @param codes all kinds of objections that there are, in any order; none to accept any
     */
    public SyncPlanAssert isBlocked(String ruleId, String... codes) {
        return check(OutcomeCheck.objections(ruleId, outcome(ruleId), RuleOutcome.Blocked.class, codes));
    }

    /**
     * The world failed.
     *
     * @param codes the kind of failure; none to accept any
     */
    public SyncPlanAssert isFailed(String ruleId, String... codes) {
        return check(OutcomeCheck.objections(ruleId, outcome(ruleId), RuleOutcome.Failed.class, codes));
    }

    private SyncPlanAssert edits(PlannedEdit.Kind kind, String path) {
        isNotNull();
        boolean found = actual.proposals().stream()
                .flatMap(proposal -> proposal.edits().stream())
                .anyMatch(edit -> edit.kind() == kind && edit.path().value().equals(path));
        if (!found) {
            String edits =
                    actual.proposals().stream().map(ProposalAssert::story).reduce("", String::concat);
            failWithMessage(
                    "%s",
                    "expected " + path + " to be " + ProposalAssert.word(kind) + ", but the plan is\n" + actual
                            + edits);
        }
        return this;
    }

    private RuleOutcome outcome(String ruleId) {
        if (rule(ruleId) instanceof Settled settled) {
            return settled.outcome();
        }
        throw failure(
                "%s",
                "rule \"" + ruleId + "\": expected nothing to apply, but there is a proposal"
                        + ProposalAssert.story((Proposal) rule(ruleId)));
    }

    private RulePlan rule(String ruleId) {
        isNotNull();
        return actual.rules().stream()
                .filter(rule -> rule.ruleId().equals(ruleId))
                .findFirst()
                .orElseThrow(() ->
                        failure("%s", "rule \"" + ruleId + "\": expected it in the plan, but that is\n" + actual));
    }

    private SyncPlanAssert check(Optional<String> problem) {
        problem.ifPresent(text -> failWithMessage("%s", text));
        return this;
    }
}
