package io.agent33.sync.core.monitor.alert;

import io.agent33.sync.api.monitor.DriftOutcome;
import io.agent33.sync.api.monitor.FleetStatus;
import io.agent33.sync.api.monitor.RuleStatus;
import io.agent33.sync.api.monitor.SyncAlert;
import io.agent33.sync.api.monitor.SyncAlert.Audience;
import io.agent33.sync.core.text.OneLine;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a status gives reason for, by the specification's thresholds and channels. A function of the status. */
public final class Alerts {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);
    private static final int MOST_FILES = 10;

    private Alerts() {}

    /**
     * An alert, and what it is known by: so long as that is the same, it is no news that another day has passed.
     *
     * @param alert the alert
     * @param sameness what it says, less what changes by itself
     */
    public record Reason(SyncAlert alert, String sameness) {}

    /** In the order of the rules, at most one of a type for each. */
    public static List<Reason> of(FleetStatus status) {
        List<Reason> reasons = new ArrayList<>();
        for (RuleStatus rule : status.rules()) {
            failure(rule, status.at(), reasons);
            staleness(rule, status.at(), reasons);
            drift(rule, status.at(), reasons);
        }
        return reasons;
    }

    private static void failure(RuleStatus rule, Instant now, List<Reason> reasons) {
        if (rule.failures() > rule.threshold().failures()) {
            String error = rule.lastError().map(OneLine::of).orElse("no reason was recorded");
            reasons.add(reason(
                    rule,
                    now,
                    SyncAlert.Type.FAILURE,
                    rule.failures() + " failures in a row, the last: " + error,
                    "Mend what the message says, then trigger a manual re-sync",
                    EnumSet.allOf(Audience.class),
                    error));
        }
    }

    private static void staleness(RuleStatus rule, Instant now, List<Reason> reasons) {
        List<String> details = new ArrayList<>();
        Set<Audience> audience = EnumSet.noneOf(Audience.class);
        String sameness = "";
        if (rule.isOverAge(now)) {
            Instant last = rule.lastSync().orElseThrow();
            details.add("last sync " + DAY.format(last) + ", more than "
                    + time(rule.threshold().age()) + " ago");
            audience.add(Audience.ORCHESTRATOR);
            sameness = "since " + last;
        }
        if (rule.releasesMissed() > rule.threshold().releasesMissed()) {
            details.add(rule.releasesMissed() + " releases missed" + versions(rule));
            audience.add(Audience.REPOSITORY_OWNER);
            sameness += " missed " + rule.releasesMissed();
        }
        if (!details.isEmpty()) {
            reasons.add(reason(
                    rule, now, SyncAlert.Type.STALENESS, String.join("; ", details), remedy(rule), audience, sameness));
        }
    }

    private static String time(Duration time) {
        return time.toDays() > 0 ? time.toDays() + (time.toDays() == 1 ? " day" : " days") : time.toHours() + " hours";
    }

    private static String versions(RuleStatus rule) {
        return rule.version().map(merged -> ", merged is " + OneLine.of(merged)).orElse("")
                + rule.latest()
                        .map(latest -> ", the latest is " + OneLine.of(latest))
                        .orElse("");
    }

    private static String remedy(RuleStatus rule) {
        return rule.pullRequest()
                .map(branch -> "Review and merge the sync's pull request from " + OneLine.of(branch))
                .orElse("Trigger a manual re-sync, and merge its pull request");
    }

    private static void drift(RuleStatus rule, Instant now, List<Reason> reasons) {
        if (rule.drift() instanceof DriftOutcome.Drifted drifted) {
            String files = drifted.files().stream()
                    .limit(MOST_FILES)
                    .map(file -> OneLine.of(file.path().value()) + " ("
                            + file.kind().key().replace('-', ' ') + ")")
                    .collect(Collectors.joining(", "));
            int count = drifted.files().size();
            String details = count
                    + (count == 1 ? " file drifted: " : " files drifted: ")
                    + files
                    + (count > MOST_FILES ? ", and more" : "");
            reasons.add(reason(
                    rule,
                    now,
                    SyncAlert.Type.DRIFT,
                    details,
                    "Re-sync, or move the changes to .agent33-overrides/",
                    EnumSet.of(Audience.REPOSITORY_OWNER),
                    drifted.files().toString()));
        }
    }

    private static Reason reason(
            RuleStatus rule,
            Instant now,
            SyncAlert.Type type,
            String details,
            String action,
            Set<Audience> audience,
            String sameness) {
        SyncAlert alert =
                new SyncAlert(type, rule.ruleId(), rule.repository(), now, details, action, audience, rule.owners());
        return new Reason(alert, sameness);
    }
}
