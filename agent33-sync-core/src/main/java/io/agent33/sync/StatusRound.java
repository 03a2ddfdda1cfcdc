package io.agent33.sync;

import io.agent33.sync.api.event.SyncEvent;
import io.agent33.sync.api.monitor.FleetStatus;
import io.agent33.sync.api.monitor.JournalContent;
import io.agent33.sync.api.monitor.RuleStatus;
import io.agent33.sync.api.monitor.RunJournal;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.RuleSet;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.core.monitor.status.Attempts;
import io.agent33.sync.core.plan.Planner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Finds out how every rule stands, on the same course as a plan (S13). For one use. */
final class StatusRound {
    private final Equipment equipment;

    StatusRound(Equipment equipment) {
        this.equipment = equipment;
    }

    FleetStatus status() {
        Instant now = equipment.clock().instant();
        Attempts.Book attempts = new Attempts.Book(equipment
                .journal()
                .map(RunJournal::read)
                .map(JournalContent::entries)
                .orElse(List.of()));
        Course course = equipment.course(SyncEvent.Verb.STATUS, SyncTrigger.due());
        List<Batch<RuleStatus>> batches = new ArrayList<>();
        String[] scheduled = ids(course.rules(), rule -> rule.frequency() != Frequency.MANUAL);
        if (scheduled.length > 0) {
            batches.add(batch(course, SyncTrigger.due().only(scheduled), attempts, now));
        }
        String[] manual = ids(course.rules(), rule -> rule.frequency() == Frequency.MANUAL);
        if (manual.length > 0) {
            batches.add(batch(course, SyncTrigger.manual(manual), attempts, now));
        }
        List<RuleStatus> found =
                course.results(batches, List.of(), status -> status.trouble().isPresent());
        return new FleetStatus(
                found.stream()
                        .sorted(Comparator.comparing(RuleStatus::repository).thenComparing(RuleStatus::ruleId))
                        .toList(),
                course.rules().objections(),
                now);
    }

    private static String[] ids(RuleSet rules, Predicate<SyncRule> meant) {
        return rules.rules().stream()
                .map(RuleSet.Entry::rule)
                .filter(meant)
                .map(SyncRule::id)
                .toArray(String[]::new);
    }

    private Batch<RuleStatus> batch(Course course, SyncTrigger trigger, Attempts.Book attempts, Instant now) {
        Planner planner = course.planner(trigger);
        return Batch.of(planner, new StatusWork(equipment, planner, attempts, now));
    }
}
