package io.agent33.sync.core.print;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lines of one text that stand where lines of another stood. Positions count from 0, ends are exclusive.
 */
record LineChange(int fromStart, int fromEnd, int toStart, int toEnd) {
    /**
     * How much is compared in search of the smallest difference: the search may take time in proportion to the product
     * of both lengths. Beyond it everything between the first and the last differing line counts as one change.
     */
    private static final long LIMIT = 16_000_000;

    /** The changes that lead from one text to the other, in their order, with equal lines between them. */
    static List<LineChange> between(List<String> from, List<String> to) {
        int head = 0;
        int fromEnd = from.size();
        int toEnd = to.size();
        while (head < fromEnd && head < toEnd && from.get(head).equals(to.get(head))) {
            head++;
        }
        while (fromEnd > head && toEnd > head && from.get(fromEnd - 1).equals(to.get(toEnd - 1))) {
            fromEnd--;
            toEnd--;
        }
        if (head == fromEnd && head == toEnd) {
            return List.of();
        }
        return (long) (fromEnd - head) * (toEnd - head) > LIMIT
                ? List.of(new LineChange(head, fromEnd, head, toEnd))
                : smallest(from.subList(head, fromEnd), to.subList(head, toEnd), head);
    }

    private static List<LineChange> smallest(List<String> from, List<String> to, int offset) {
        Map<String, Integer> numbers = new HashMap<>();
        List<LineChange> changes = new ArrayList<>();
        for (Change change : new MyersDiffWithLinearSpace<Integer>()
                .computeDiff(numbered(from, numbers), numbered(to, numbers), null)) {
            changes.add(new LineChange(
                    change.startOriginal + offset,
                    change.endOriginal + offset,
                    change.startRevised + offset,
                    change.endRevised + offset));
        }
        return joined(changes);
    }

    /** Equal lines get equal numbers, which compare faster. */
    private static List<Integer> numbered(List<String> lines, Map<String, Integer> numbers) {
        List<Integer> result = new ArrayList<>(lines.size());
        for (String line : lines) {
            result.add(numbers.computeIfAbsent(line, unused -> numbers.size()));
        }
        return result;
    }

    /** The search reports what touches in pieces. */
    private static List<LineChange> joined(List<LineChange> changes) {
        List<LineChange> result = new ArrayList<>();
        for (LineChange change : changes) {
            int last = result.size() - 1;
            if (last >= 0 && result.get(last).touches(change)) {
                LineChange before = result.remove(last);
                result.add(new LineChange(before.fromStart, change.fromEnd, before.toStart, change.toEnd));
            } else {
                result.add(change);
            }
        }
        return result;
    }

    private boolean touches(LineChange next) {
        return fromEnd == next.fromStart && toEnd == next.toStart;
    }
}
