package io.agent33.sync.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.publish.PullRequestDraft;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.testkit.fault.Fault;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether a report says what is. */
final class Truth {
    private Truth() {}

    /** What the report says was proposed really is; what it says failed is named, and why. */
    static void assertTold(SyncReport report, SyncReport undisturbed, Stage stage) {
        Map<String, RuleOutcome> expected = outcomes(undisturbed);
        assertThat(expected.keySet()).containsAll(outcomes(report).keySet());
        Set<String> unread = new HashSet<>(expected.keySet());
        unread.removeAll(outcomes(report).keySet());
        assertThat(report.objections())
                .hasSize(unread.size())
                .allSatisfy(objection -> assertThat(objection.message()).contains(Fault.MARK));
        for (RuleResult result : report.results()) {
            RuleOutcome outcome = result.outcome();
            RuleOutcome usual = expected.get(result.ruleId());
            if (outcome instanceof RuleOutcome.Proposed proposed) {
                assertProposed(result, proposed.head(), stage);
            } else if (outcome instanceof RuleOutcome.Waiting waiting) {
                assertProposed(result, waiting.head(), stage);
            } else if (outcome instanceof RuleOutcome.Failed failed) {
                assertThat(failed.objection().message())
                        .contains(Fault.MARK)
                        .containsAnyOf(result.ruleId(), result.repository().value());
                assertThat(failed.objection().code()).isIn("unreachable", "internal-error", "storage", "corrupt");
            } else {
                assertThat(outcome).as(result.toString()).isEqualTo(usual);
            }
        }
        assertThat(report.successful())
                .isEqualTo(report.results().stream().noneMatch(result -> result.outcome() instanceof RuleOutcome.Failed)
                        && report.objections().isEmpty());
    }

    private static void assertProposed(RuleResult result, BranchTip head, Stage stage) {
        Map<String, ObjectId> branches =
                stage.downstreams.get(result.repository().value()).git().branches();
        assertThat(branches).as(result.toString()).containsEntry(head.branch(), head.commit());
        assertThat(stage.publisher.open())
                .as(result.toString())
                .filteredOn(draft -> draft.repository().equals(result.repository()))
                .extracting(PullRequestDraft::head)
                .containsOnlyOnce(head);
    }

    /** The rules that ended otherwise than usual. */
    static List<RuleResult> failed(SyncReport report) {
        return report.results().stream()
                .filter(result -> result.outcome() instanceof RuleOutcome.Failed)
                .toList();
    }

    private static Map<String, RuleOutcome> outcomes(SyncReport report) {
        Map<String, RuleOutcome> outcomes = new HashMap<>();
        report.results()
                .forEach(result -> assertThat(outcomes.put(result.ruleId(), result.outcome()))
                        .isNull());
        return outcomes;
    }
}
