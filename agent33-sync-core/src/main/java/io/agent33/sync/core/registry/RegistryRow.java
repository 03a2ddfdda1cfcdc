package io.agent33.sync.core.registry;

import io.agent33.sync.api.monitor.RuleStatus;
import io.agent33.sync.core.text.OneLine;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** One line of the table, and what it is about. */
record RegistryRow(String repository, String ruleId, String line) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);
    private static final String NOTHING = "—";

    static RegistryRow of(RuleStatus status) {
        String repository = status.repository().value();
        List<String> cells = List.of(
                "`" + repository + "`",
                "`" + status.ruleId() + "`",
                status.strategy().name().toLowerCase(Locale.ROOT),
                status.frequency().name().toLowerCase(Locale.ROOT),
                status.lastSync().map(DAY::format).orElse(NOTHING),
                status.version().map(RegistryRow::cell).orElse(NOTHING),
                status.standing().label());
        return new RegistryRow(repository, status.ruleId(), "| " + String.join(" | ", cells) + " |");
    }

    /** A version comes from a manifest, which anybody can have written. */
    private static String cell(String text) {
        return OneLine.of(text)
                .replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("<", "\\<")
                .replace("`", "\\`");
    }

    /** Whether a line of a document is about the same rule of the same downstream. */
    boolean isAboutWhat(String written) {
        String[] cells = written.strip().split("\\|", -1);
        return cells.length > 2
                && bare(cells[1]).equalsIgnoreCase(repository)
                && bare(cells[2]).equals(ruleId);
    }

    private static String bare(String cell) {
        return cell.strip().replace("`", "");
    }
}
