package io.agent33.sync.core.decision;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A text by lines, without their ends: how a line ends is no part of a decision. */
record Lines(List<String> all) {
    /** Beyond that many pairs of lines, texts count as one change: the search may take time in proportion to it. */
    private static final long LIMIT = 16_000_000;

    static Lines of(byte[] text) {
        return new Lines(new String(text, StandardCharsets.UTF_8).lines().toList());
    }

    /** Where lines {@code from} to {@code fromEnd} of this became lines {@code to} to {@code toEnd} of another. */
    record Step(int from, int fromEnd, int to, int toEnd) {}

    /** The changes that lead to another text, in order. */
    List<Step> stepsTo(Lines other) {
        if ((long) all.size() * other.all.size() > LIMIT) {
            return all.equals(other.all) ? List.of() : List.of(new Step(0, all.size(), 0, other.all.size()));
        }
        List<Step> steps = new ArrayList<>();
        for (Change change : new MyersDiffWithLinearSpace<String>().computeDiff(all, other.all, null)) {
            steps.add(new Step(change.startOriginal, change.endOriginal, change.startRevised, change.endRevised));
        }
        return steps;
    }

    List<String> between(Hunk.Range range) {
        return all.subList(range.start(), range.end());
    }
}
