package io.agent33.sync.core.print;

import java.util.ArrayList;
import java.util.List;

/** Changes close to each other and the equal lines around them. Lines keep their {@code \n}, where they have one. */
record Hunk(List<String> from, List<String> to, List<LineChange> changes, LineChange range) {
    private static final int CONTEXT = 3;

    /** The hunks that lead from one text to the other. */
    static List<Hunk> between(List<String> from, List<String> to) {
        List<Hunk> hunks = new ArrayList<>();
        List<LineChange> group = new ArrayList<>();
        for (LineChange change : LineChange.between(from, to)) {
            if (!group.isEmpty()
                    && change.fromStart() - group.get(group.size() - 1).fromEnd() > 2 * CONTEXT) {
                hunks.add(of(from, to, group));
                group = new ArrayList<>();
            }
            group.add(change);
        }
        if (!group.isEmpty()) {
            hunks.add(of(from, to, group));
        }
        return hunks;
    }

    private static Hunk of(List<String> from, List<String> to, List<LineChange> changes) {
        LineChange first = changes.get(0);
        LineChange last = changes.get(changes.size() - 1);
        int before = Math.min(CONTEXT, first.fromStart());
        int after = Math.min(CONTEXT, from.size() - last.fromEnd());
        LineChange range = new LineChange(
                first.fromStart() - before, last.fromEnd() + after, first.toStart() - before, last.toEnd() + after);
        return new Hunk(from, to, changes, range);
    }

    void write(Output out) {
        out.line("@@ -" + span(range.fromStart(), range.fromEnd()) + " +" + span(range.toStart(), range.toEnd())
                + " @@");
        int equal = range.fromStart();
        for (LineChange change : changes) {
            lines(out, ' ', from.subList(equal, change.fromStart()));
            lines(out, '-', from.subList(change.fromStart(), change.fromEnd()));
            lines(out, '+', to.subList(change.toStart(), change.toEnd()));
            equal = change.fromEnd();
        }
        lines(out, ' ', from.subList(equal, range.fromEnd()));
    }

    /** Counted from 1; an empty span is named by the line before it, as git has it. */
    private static String span(int start, int end) {
        int length = end - start;
        int number = length == 0 ? start : start + 1;
        return length == 1 ? String.valueOf(number) : number + "," + length;
    }

    private static void lines(Output out, char mark, List<String> lines) {
        for (String line : lines) {
            out.add(String.valueOf(mark)).add(line);
            if (!line.endsWith("\n")) {
                out.add("\n\\ No newline at end of file\n");
            }
        }
    }
}
