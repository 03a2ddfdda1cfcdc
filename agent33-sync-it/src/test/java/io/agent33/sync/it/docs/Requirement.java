package io.agent33.sync.it.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One row of {@code docs/conformance.md}.
 *
 * @param id of the requirement, {@code S4.3}
 * @param where the classes that do it, by simple name
 * @param tests what shows it, {@code MainJobTest#theExecutableBitAloneIsAChange}
 * @param state {@code done}, {@code partly: …} or {@code later: …}
 * @param line in the page, for messages
 */
record Requirement(String id, String text, List<String> where, List<String> tests, String state, int line) {
    static final String PAGE = "docs/conformance.md";

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final int COLUMNS = 5;

    /** All rows of the page, in its order. */
    static List<Requirement> all() {
        List<Requirement> rows = new ArrayList<>();
        List<String> lines = Paper.read(PAGE).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("| S")) {
                rows.add(of(lines.get(i), i + 1));
            }
        }
        return rows;
    }

    private static Requirement of(String row, int line) {
        List<String> cells = Stream.of(row.substring(1).split("(?<!\\\\)\\|", -1))
                .map(String::strip)
                .toList();
        if (cells.size() != COLUMNS + 1 || !cells.get(COLUMNS).isEmpty()) {
            throw new AssertionError(PAGE + ":" + line + " has not " + COLUMNS + " columns: " + row);
        }
        return new Requirement(
                cells.get(0), cells.get(1), codes(cells.get(2)), codes(cells.get(3)), cells.get(4), line);
    }

    private static List<String> codes(String cell) {
        Matcher code = CODE.matcher(cell);
        return code.results().map(found -> found.group(1)).toList();
    }

    boolean isDone() {
        return state.equals("done");
    }

    boolean isPartly() {
        return state.startsWith("partly: ");
    }

    boolean isLater() {
        return state.startsWith("later: ");
    }

    /** For messages. */
    String at() {
        return PAGE + ":" + line + " " + id;
    }
}
