package io.agent33.sync.core.registry;

import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.monitor.FleetStatus;
import io.agent33.sync.core.markdown.Heading;
import io.agent33.sync.core.markdown.MarkdownText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The Markdown table of the specification's "Downstream Registry", by itself or within a document (S13). To be called; immutable and
 * thread-safe.
 */
public final class RegistryTable {
    /** Under which a document has it. */
    public static final String HEADING = "Downstream Registry";

    private static final String HEAD = "| Repo | Sync Rule ID | Strategy | Frequency | Last Sync | Version | Status |";
    private static final String RULE = "|------|-------------|----------|-----------|-----------|---------|--------|";
    /** A head that begins so, its rule, and the rows below. */
    private static final Pattern TABLE = Pattern.compile(
            "(?m)^ {0,3}\\|\\s*Repo\\s*\\|\\s*Sync Rule ID\\s*\\|[^\\n]*(?:\\r?\\n {0,3}\\|[^\\n]*)*",
            Pattern.CASE_INSENSITIVE);

    private final List<RegistryRow> rows;

    private RegistryTable(List<RegistryRow> rows) {
        this.rows = rows;
    }

    /** A row for each rule, in their order. */
    public static RegistryTable of(FleetStatus status) {
        return new RegistryTable(status.rules().stream().map(RegistryRow::of).toList());
    }

    /** The table, each line ended by {@code \n}. */
    public String markdown() {
        return table(rows.stream().map(RegistryRow::line).toList(), "\n") + "\n";
    }

    /**
     * A document with this table in place of the one between the heading {@value #HEADING} and the next; below the heading's text
     * if there is none yet. Everything else stays as it is, and rows that were there keep their order.
     *
     * @param name of the document, for messages
     * @throws ConfigurationException if the document has no such heading, or several
     */
    public String in(String name, String document) {
        return changed(name, document, lines -> {
            List<RegistryRow> ordered = inOrderOf(lines);
            lines.clear();
            ordered.forEach(row -> lines.add(row.line()));
        });
    }

    /**
     * A document with other rows in its table, which is made if there is none.
     *
     * @param change is given the rows that are there, and leaves those that are to be
     */
    static String changed(String name, String document, Consumer<List<String>> change) {
        Section section = Section.of(name, document);
        String lineEnd = document.contains("\r\n") ? "\r\n" : "\n";
        String body = document.substring(section.start(), section.end());
        Matcher known = TABLE.matcher(body);
        boolean found = known.find();
        List<String> rows =
                new ArrayList<>(found ? known.group().lines().skip(2).toList() : List.of());
        change.accept(rows);
        if (found) {
            return document.substring(0, section.start() + known.start())
                    + table(rows, lineEnd)
                    + (known.group().endsWith("\r") ? "\r" : "")
                    + document.substring(section.start() + known.end());
        }
        String text = body.stripTrailing();
        String rest = body.substring(text.length());
        boolean last = section.end() == document.length();
        return document.substring(0, section.start())
                + text
                + (text.isEmpty() ? lineEnd : lineEnd + lineEnd)
                + table(rows, lineEnd)
                + (last || rest.isEmpty() ? lineEnd : rest)
                + document.substring(section.end());
    }

    private static String table(List<String> rows, String lineEnd) {
        List<String> lines = new ArrayList<>(List.of(HEAD, RULE));
        lines.addAll(rows);
        return String.join(lineEnd, lines);
    }

    /** New ones come last. */
    private List<RegistryRow> inOrderOf(List<String> before) {
        List<RegistryRow> left = new ArrayList<>(rows);
        List<RegistryRow> ordered = new ArrayList<>();
        for (String line : before) {
            left.stream().filter(row -> row.isAboutWhat(line)).findFirst().ifPresent(row -> {
                ordered.add(row);
                left.remove(row);
            });
        }
        ordered.addAll(left);
        return ordered;
    }

    /** What stands between a heading and the next. */
    private record Section(int start, int end) {
        static Section of(String name, String document) {
            List<Heading> headings = MarkdownText.parse(document).headings();
            List<Heading> found = headings.stream()
                    .filter(heading -> heading.text().strip().equalsIgnoreCase(HEADING))
                    .toList();
            if (found.size() != 1) {
                String all = headings.stream()
                        .limit(10)
                        .map(heading -> heading.text().strip())
                        .collect(Collectors.joining(", "));
                throw new ConfigurationException(Objection.of(
                        "no-registry",
                        name,
                        "one heading \"" + HEADING + "\"",
                        found.isEmpty() ? "none among: " + all : String.format(Locale.ROOT, "%d", found.size()),
                        "write the heading where the table is to stand"));
            }
            int end = found.get(0).range().end();
            int next = headings.stream()
                    .mapToInt(heading -> heading.range().start())
                    .filter(start -> start >= end)
                    .min()
                    .orElse(document.length());
            return new Section(end, next);
        }
    }
}
