package io.agent33.sync.core.registry;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.monitor.DriftOutcome;
import io.agent33.sync.api.monitor.FleetStatus;
import io.agent33.sync.api.monitor.RuleStatus;
import io.agent33.sync.api.monitor.Standing;
import io.agent33.sync.core.text.OneLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The fleet at a glance: one HTML file without a script, and without anything from elsewhere, for light and dark screens of any width
 * (S13). What needs somebody comes first. To be called; immutable and thread-safe.
 */
public final class RegistryPage {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

    /** In which order people look. */
    private static final List<Standing> ORDER = List.of(
            Standing.FAILING, Standing.STALE, Standing.BEHIND, Standing.PROPOSED, Standing.NEVER, Standing.CURRENT);

    private static final String STYLE = style();

    private final FleetStatus status;

    private RegistryPage(FleetStatus status) {
        this.status = status;
    }

    /** Of this status. */
    public static RegistryPage of(FleetStatus status) {
        return new RegistryPage(status);
    }

    /** The page: HTML that is XML too, in UTF-8 when it is written. */
    public String html() {
        StringBuilder page = new StringBuilder(4096 + 1024 * status.rules().size())
                .append("<!DOCTYPE html>\n<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n")
                .append("<meta charset=\"utf-8\"/>\n")
                .append(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
                .append("<title>Downstream Registry</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<main>\n<h1>Downstream Registry</h1>\n<p>")
                .append(time(status.at()))
                .append("</p>\n");
        counts(page);
        objections(page);
        table(page);
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    private void counts(StringBuilder page) {
        page.append("<ul class=\"counts\">\n");
        for (Standing standing : ORDER) {
            long count = status.rules().stream()
                    .filter(rule -> rule.standing() == standing)
                    .count();
            page.append("<li class=\"")
                    .append(css(standing))
                    .append("\"><b>")
                    .append(count)
                    .append("</b>")
                    .append(standing.label())
                    .append("</li>\n");
        }
        page.append("</ul>\n");
    }

    private void objections(StringBuilder page) {
        if (!status.objections().isEmpty()) {
            page.append("<section>\n<h2 class=\"failing\">Rules that could not be read</h2>\n<ul>\n");
            for (Objection objection : status.objections()) {
                page.append("<li>").append(text(objection.message())).append("</li>\n");
            }
            page.append("</ul>\n</section>\n");
        }
    }

    private void table(StringBuilder page) {
        page.append("<table>\n<caption>Rules by downstream; what needs somebody comes first</caption>\n<thead>\n<tr>");
        for (String name : List.of(
                "Repository",
                "Rule",
                "Status",
                "Version",
                "Last sync",
                "Missed",
                "Failures",
                "Drift",
                "Pull request")) {
            page.append("<th scope=\"col\">").append(name).append("</th>");
        }
        page.append("</tr>\n</thead>\n<tbody>\n");
        status.rules().stream()
                .sorted(Comparator.comparingInt((RuleStatus rule) -> ORDER.indexOf(rule.standing()))
                        .thenComparing(RuleStatus::repository)
                        .thenComparing(RuleStatus::ruleId))
                .forEach(rule -> row(page, rule));
        page.append("</tbody>\n</table>\n");
    }

    private void row(StringBuilder page, RuleStatus rule) {
        page.append("<tr>");
        cell(page, "Repository", code(rule.repository().value()));
        cell(
                page,
                "Rule",
                code(rule.ruleId())
                        + small(rule.strategy().name().toLowerCase(Locale.ROOT) + ", "
                                + rule.frequency().name().toLowerCase(Locale.ROOT)));
        cell(
                page,
                "Status",
                "<span class=\"status " + css(rule.standing()) + "\">"
                        + rule.standing().label() + "</span>"
                        + rule.trouble().map(why -> small(why.message())).orElse(""));
        cell(page, "Version", version(rule));
        cell(page, "Last sync", age(rule));
        cell(page, "Missed", number(rule.releasesMissed()));
        cell(
                page,
                "Failures",
                number(rule.failures())
                        + rule.lastError().map(RegistryPage::small).orElse(""));
        cell(page, "Drift", drift(rule.drift()));
        cell(page, "Pull request", rule.pullRequest().map(RegistryPage::code).orElse(""));
        page.append("</tr>\n");
    }

    private static void cell(StringBuilder page, String name, String content) {
        page.append("<td data-name=\"")
                .append(name)
                .append("\">")
                .append(content)
                .append("</td>");
    }

    private static String version(RuleStatus rule) {
        String merged = rule.version().map(RegistryPage::text).orElse("");
        return rule.latest()
                .filter(latest -> !rule.version().equals(Optional.of(latest)))
                .map(latest -> merged + (merged.isEmpty() ? "" : " ") + "\u2192 " + text(latest))
                .orElse(merged);
    }

    private String age(RuleStatus rule) {
        return rule.lastSync()
                .map(last -> "<span class=\"number\">" + DAY.format(last) + "</span>"
                        + small(days(Duration.between(last, status.at()).toDays())))
                .orElse("never");
    }

    private static String days(long days) {
        return days <= 0 ? "today" : days == 1 ? "1 day ago" : days + " days ago";
    }

    private static String drift(DriftOutcome drift) {
        if (drift instanceof DriftOutcome.Drifted drifted) {
            int files = drifted.files().size();
            return "<span class=\"stale\">" + files + (files == 1 ? " file" : " files") + "</span>";
        }
        return drift instanceof DriftOutcome.Failed ? "unknown" : "";
    }

    private static String number(int number) {
        return number == 0 ? "" : "<span class=\"number\">" + number + "</span>";
    }

    private static String code(String text) {
        return "<code>" + text(text) + "</code>";
    }

    private static String small(String text) {
        return "<small>" + text(text) + "</small>";
    }

    /** Foreign text, of which everything shows and nothing acts. */
    private static String text(String text) {
        return OneLine.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String css(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String style() {
        String name = "/io/agent33/sync/registry.css";
        try (InputStream in = Objects.requireNonNull(RegistryPage.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
