package io.agent33.sync;

import io.agent33.sync.api.monitor.AlertReport;
import io.agent33.sync.api.monitor.AlertSink;
import io.agent33.sync.api.monitor.DriftOutcome;
import io.agent33.sync.api.monitor.FleetStatus;
import io.agent33.sync.api.monitor.RuleStatus;
import io.agent33.sync.api.monitor.SyncAlert;
import io.agent33.sync.core.monitor.alert.Alerts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells sinks what a status gives reason for, once, and when the cause is gone (S13). For one thread at a time. */
final class AlertRound {
    private static final Logger LOG = LoggerFactory.getLogger(AlertRound.class);

    private final AlertBook book;
    private final List<AlertSink> sinks;

    AlertRound(AlertBook book, List<AlertSink> sinks) {
        this.book = book;
        this.sinks = List.copyOf(sinks);
    }

    synchronized AlertReport tell(FleetStatus status) {
        List<SyncAlert> raised = new ArrayList<>();
        List<SyncAlert> cleared = new ArrayList<>();
        Set<AlertBook.Key> open = new HashSet<>();
        for (Alerts.Reason reason : Alerts.of(status)) {
            open.add(AlertBook.Key.of(reason.alert()));
            if (raise(reason)) {
                raised.add(reason.alert());
            }
        }
        for (AlertBook.Entry entry : book.all()) {
            if (!open.contains(AlertBook.Key.of(entry.alert())) && isKnown(entry.alert(), status)) {
                clear(entry, status.at());
                cleared.add(entry.alert());
            }
        }
        book.save();
        List<SyncAlert> left = book.all().stream()
                .map(AlertBook.Entry::alert)
                .filter(alert -> !cleared.contains(alert))
                .toList();
        return new AlertReport(status, left, raised, cleared);
    }

    /** @return whether it is new, or says something else than before */
    private boolean raise(Alerts.Reason reason) {
        Optional<AlertBook.Entry> known = book.find(AlertBook.Key.of(reason.alert()));
        Optional<AlertBook.Entry> same = known.filter(entry -> entry.sameness().equals(reason.sameness()));
        SyncAlert alert = same.map(AlertBook.Entry::alert).orElse(reason.alert());
        Set<String> told = new HashSet<>(same.map(AlertBook.Entry::told).orElse(Set.of()));
        told.addAll(tell(name -> !told.contains(name), sink -> sink.raise(alert)));
        Set<String> heard = new HashSet<>(told);
        known.ifPresent(entry -> heard.addAll(entry.heard()));
        book.put(new AlertBook.Entry(alert, reason.sameness(), told, heard));
        return same.isEmpty();
    }

    /** It stays in the book until all who heard of it have heard that it is over. */
    private void clear(AlertBook.Entry entry, Instant at) {
        Set<String> left = new HashSet<>(entry.heard());
        left.removeAll(tell(entry.heard()::contains, sink -> sink.clear(entry.alert(), at)));
        if (left.isEmpty()) {
            book.remove(AlertBook.Key.of(entry.alert()));
        } else {
            Set<String> told = new HashSet<>(entry.told());
            told.retainAll(left);
            book.put(new AlertBook.Entry(entry.alert(), entry.sameness(), told, left));
        }
    }

    /** What cannot be read is not known to be well; a rule that is gone needs nobody any more. */
    private static boolean isKnown(SyncAlert alert, FleetStatus status) {
        Optional<RuleStatus> rule = status.rules().stream()
                .filter(each -> each.ruleId().equals(alert.ruleId()))
                .filter(each -> each.repository().equals(alert.repository()))
                .findFirst();
        if (rule.isEmpty()) {
            return status.objections().isEmpty();
        }
        return alert.type() == SyncAlert.Type.FAILURE || !(rule.get().drift() instanceof DriftOutcome.Failed);
    }

    /** @return the names of those that took it; a sink's name is its number */
    private Set<String> tell(Predicate<String> meant, Consumer<AlertSink> message) {
        Set<String> took = new HashSet<>();
        for (int i = 0; i < sinks.size(); i++) {
            String name = String.valueOf(i);
            if (meant.test(name) && took(sinks.get(i), message)) {
                took.add(name);
            }
        }
        return took;
    }

    private static boolean took(AlertSink sink, Consumer<AlertSink> message) {
        try {
            message.accept(sink);
            return true;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            LOG.warn(
                    "{} did not take an alert, and hears of it again",
                    sink.getClass().getName(),
                    e);
            return false;
        }
    }
}
