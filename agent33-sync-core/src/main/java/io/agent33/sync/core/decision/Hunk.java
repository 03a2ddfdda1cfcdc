package io.agent33.sync.core.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Lines of a common ancestor that both sides changed, each in its way, and where they lie in each of the three. Changes
 * that touch are one. Found anew from the texts, since a resolution may come releases after the merge; features do not know each
 * other, so the merge's own chunks are out of reach.
 */
record Hunk(Range ancestor, Range local, Range upstream) {
    /** Lines from the one to before the other. */
    record Range(int start, int end) {
        /** Whether a change of lines, or an insertion between them, lies within or at the edge. */
        boolean meets(int from, int to) {
            return from <= end && to >= start;
        }

        /** Whether a text that differs by these steps has the same lines here, and nothing new at their edges. */
        boolean isLeftAloneBy(List<Lines.Step> steps) {
            return steps.stream().noneMatch(step -> meets(step.from(), step.fromEnd()));
        }
    }

    static List<Hunk> between(Lines ancestor, Lines local, Lines upstream) {
        List<Lines.Step> ours = ancestor.stepsTo(local);
        List<Lines.Step> theirs = ancestor.stepsTo(upstream);
        List<Hunk> hunks = new ArrayList<>();
        for (Range range : touched(ours, theirs)) {
            Hunk hunk = new Hunk(range, image(range, ours), image(range, theirs));
            if (hunk.isConflict(ancestor, local, upstream)) {
                hunks.add(hunk);
            }
        }
        return hunks;
    }

    private boolean isConflict(Lines a, Lines l, Lines u) {
        List<String> was = a.between(ancestor);
        List<String> ours = l.between(local);
        List<String> theirs = u.between(upstream);
        return !ours.equals(was) && !theirs.equals(was) && !ours.equals(theirs);
    }

    private static List<Range> touched(List<Lines.Step> ours, List<Lines.Step> theirs) {
        List<Lines.Step> all = new ArrayList<>(ours);
        all.addAll(theirs);
        all.sort(Comparator.comparingInt(Lines.Step::from).thenComparingInt(Lines.Step::fromEnd));
        List<Range> ranges = new ArrayList<>();
        for (Lines.Step step : all) {
            int last = ranges.size() - 1;
            if (last >= 0 && ranges.get(last).meets(step.from(), step.fromEnd())) {
                Range before = ranges.get(last);
                ranges.set(last, new Range(before.start, Math.max(before.end, step.fromEnd())));
            } else {
                ranges.add(new Range(step.from(), step.fromEnd()));
            }
        }
        return ranges;
    }

    /** Where a range of the ancestor, whose edges no change crosses, lies in a side. */
    private static Range image(Range range, List<Lines.Step> steps) {
        int shiftBefore = 0;
        int shiftWithin = 0;
        for (Lines.Step step : steps) {
            int grown = (step.toEnd() - step.to()) - (step.fromEnd() - step.from());
            if (range.meets(step.from(), step.fromEnd())) {
                shiftWithin += grown;
            } else if (step.from() < range.start) {
                shiftBefore += grown;
            }
        }
        return new Range(range.start + shiftBefore, range.end + shiftBefore + shiftWithin);
    }
}
