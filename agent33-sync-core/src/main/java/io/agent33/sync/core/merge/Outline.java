package io.agent33.sync.core.merge;

import io.agent33.sync.core.yaml.YamlMapping;
import io.agent33.sync.core.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mapping as the lines that it is written in, so that nothing between its keys is lost.
 *
 * @param head the lines before the first key: the mapping's own key, its brace
 * @param entries by key, in their order
 * @param tail the lines behind the last value
 * @param braces whether commas part the entries
 */
record Outline(List<String> head, Map<String, Entry> entries, List<String> tail, boolean braces) {
    /**
     * A key with its value.
     *
     * @param lead comments and blank lines above it
     * @param body its own lines, without the comma that parts it from the next
     * @param inner the same in parts, if its value is a mapping whose keys have lines of their own
     */
    record Entry(List<String> lead, List<String> body, Optional<Outline> inner) {}

    /** @return empty if a key shares its line with something else, or if a comment could hide a comma */
    static Optional<Outline> of(List<String> lines, YamlMapping mapping) {
        return of(lines, mapping, 0, lines.size());
    }

    private static Optional<Outline> of(List<String> lines, YamlMapping mapping, int from, int to) {
        List<YamlMapping.Entry> entries = mapping.entries();
        if (entries.isEmpty() || mapping.at().line() > to || !haveLinesOfTheirOwn(lines, entries, from, to)) {
            return Optional.empty();
        }
        int column = entries.get(0).key().at().column() - 1;
        boolean braces =
                lines.get(mapping.at().line() - 1).startsWith("{", mapping.at().column() - 1);
        int end = braces ? closingBrace(lines, to) : to;
        if (end < 0 || (braces && lines.subList(from, to).stream().anyMatch(line -> line.contains("#")))) {
            return Optional.empty();
        }
        while (isBetween(lines.get(end - 1), column, true)) {
            end--;
        }
        int[] leads = leads(lines, entries, column, from);
        Map<String, Entry> outlined = new LinkedHashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            int start = lineOf(entries.get(i));
            int next = i + 1 < entries.size() ? leads[i + 1] : end;
            List<String> body = lines.subList(start, next);
            YamlNode value = entries.get(i).value();
            Optional<Outline> inner = value instanceof YamlMapping map ? of(lines, map, start, next) : Optional.empty();
            outlined.put(
                    entries.get(i).key().text(),
                    new Entry(
                            lines.subList(leads[i], start),
                            braces ? withoutComma(body) : body,
                            inner.map(found -> braces ? found.withoutComma() : found)));
        }
        return Optional.of(new Outline(lines.subList(from, leads[0]), outlined, lines.subList(end, to), braces));
    }

    private Outline withoutComma() {
        return new Outline(head, entries, withoutComma(tail), braces);
    }

    private static List<String> withoutComma(List<String> lines) {
        int last = lines.size() - 1;
        if (last < 0 || !lines.get(last).endsWith(",")) {
            return lines;
        }
        List<String> copy = new ArrayList<>(lines);
        copy.set(last, lines.get(last).substring(0, lines.get(last).length() - 1));
        return copy;
    }

    private static boolean haveLinesOfTheirOwn(List<String> lines, List<YamlMapping.Entry> entries, int from, int to) {
        int column = entries.get(0).key().at().column() - 1;
        int before = from - 1;
        for (YamlMapping.Entry entry : entries) {
            int line = lineOf(entry);
            if (line <= before
                    || line >= to
                    || entry.key().at().column() - 1 != column
                    || indent(lines.get(line)) != column) {
                return false;
            }
            before = line;
        }
        return true;
    }

    /** Where what stands above each key begins. What is above the first and parted from it is the mapping's. */
    private static int[] leads(List<String> lines, List<YamlMapping.Entry> entries, int column, int from) {
        int[] leads = new int[entries.size()];
        for (int i = 0; i < leads.length; i++) {
            int least = i == 0 ? from : lineOf(entries.get(i - 1)) + 1;
            int lead = lineOf(entries.get(i));
            while (lead > least && isBetween(lines.get(lead - 1), column, i > 0)) {
                lead--;
            }
            leads[i] = lead;
        }
        return leads;
    }

    private static boolean isBetween(String line, int column, boolean blanks) {
        return line.isBlank() ? blanks : indent(line) <= column && line.startsWith("#", indent(line));
    }

    private static int closingBrace(List<String> lines, int to) {
        int line = to - 1;
        while (line > 0 && lines.get(line).isBlank()) {
            line--;
        }
        return lines.get(line).strip().matches("},?") ? line : -1;
    }

    private static int lineOf(YamlMapping.Entry entry) {
        return entry.key().at().line() - 1;
    }

    private static int indent(String line) {
        int indent = 0;
        while (indent < line.length() && (line.charAt(indent) == ' ' || line.charAt(indent) == '\t')) {
            indent++;
        }
        return indent;
    }
}
