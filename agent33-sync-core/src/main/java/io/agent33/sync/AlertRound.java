package io.agent33.sync;

import io.agent33.sync.api.monitor.AlertReport;
import io.agent33.sync.api.monitor.AlertSink;
import io.agent33.sync.api.monitor.FleetStatus;
import io.agent33.sync.api.monitor.SyncAlert;
import io.agent33.sync.core.monitor.alert.Alerts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
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
            AlertBook.Key key = AlertBook.Key.of(reason.alert());
            open.add(key);
            boolean known = book.find(key)
                    .filter(entry -> entry.told() && entry.sameness().equals(reason.sameness()))
                    .isPresent();
            if (!known) {
                boolean told = told(sink -> sink.raise(reason.alert()));
                book.put(new AlertBook.Entry(reason.alert(), reason.sameness(), told));
                raised.add(reason.alert());
            }
        }
        for (AlertBook.Entry entry : book.all()) {
            if (!open.contains(AlertBook.Key.of(entry.alert())) && isKnown(entry.alert(), status)) {
                if (told(sink -> sink.clear(entry.alert(), status.at()))) {
                    book.remove(AlertBook.Key.of(entry.alert()));
                }
                cleared.add(entry.alert());
            }
        }
        book.save();
        List<SyncAlert> left = book.all().stream().map(AlertBook.Entry::alert).toList();
        return new AlertReport(
                status, left.stream().filter(alert -> !cleared.contains(alert)).toList(), raised, cleared);
    }

    /** A rule that could not be read is not known to be well; one that is gone needs nobody any more. */
    private static boolean isKnown(SyncAlert alert, FleetStatus status) {
        return status.objections().isEmpty()
                || status.rules().stream()
                        .anyMatch(rule -> rule.ruleId().equals(alert.ruleId())
                                && rule.repository().equals(alert.repository()));
    }

    /** @return whether every sink has heard it */
    private boolean told(Consumer<AlertSink> message) {
        boolean all = true;
        for (AlertSink sink : sinks) {
            try {
                message.accept(sink);
            } catch (RuntimeException e) {
                LOG.warn(
                        "{} did not take an alert, and hears of it again",
                        sink.getClass().getName(),
                        e);
                all = false;
            }
        }
        return all;
    }
}
