package io.agent33.sync.core.merge;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;

/**
 * What turns one text into another, line by line. The histogram diff needs the square of the lines in a bad case, so what is
 * larger than people write is first cut at the lines that both texts have exactly once; a part without any is one edit.
 */
final class LineDiff {
    /** Of the lines between the common beginning and the common end. */
    private static final int LARGE = 4000;

    private LineDiff() {}

    /** In order; between two edits stands at least one common line. */
    static List<Edit> between(Lines a, Lines b) {
        Edit middle = Lines.EQUALITY.reduceCommonStartEnd(a, b, new Edit(0, a.size(), 0, b.size()));
        if (!isLarge(middle)) {
            return joined(new HistogramDiff().diff(Lines.EQUALITY, a, b));
        }
        List<Edit> edits = new ArrayList<>();
        int fromA = middle.getBeginA();
        int fromB = middle.getBeginB();
        for (Anchors.Anchor anchor : Anchors.of(a, b, middle)) {
            addPart(edits, a, b, new Edit(fromA, anchor.a(), fromB, anchor.b()));
            fromA = anchor.a() + 1;
            fromB = anchor.b() + 1;
        }
        addPart(edits, a, b, new Edit(fromA, middle.getEndA(), fromB, middle.getEndB()));
        return joined(edits);
    }

    /** An edit that was slid down to the next one is a part of it. */
    private static List<Edit> joined(List<Edit> edits) {
        List<Edit> joined = new ArrayList<>();
        for (Edit edit : edits) {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).getEndA() == edit.getBeginA()) {
                Edit before = joined.get(last);
                joined.set(last, new Edit(before.getBeginA(), edit.getEndA(), before.getBeginB(), edit.getEndB()));
            } else {
                joined.add(edit);
            }
        }
        return joined;
    }

    private static boolean isLarge(Edit part) {
        return Math.max(part.getLengthA(), part.getLengthB()) > LARGE;
    }

    private static void addPart(List<Edit> edits, Lines a, Lines b, Edit whole) {
        Edit part = Lines.EQUALITY.reduceCommonStartEnd(a, b, whole);
        if (part.isEmpty()) {
            return;
        }
        if (isLarge(part)) {
            edits.add(part);
            return;
        }
        Lines partOfA = a.part(part.getBeginA(), part.getEndA());
        Lines partOfB = b.part(part.getBeginB(), part.getEndB());
        for (Edit edit : new HistogramDiff().diff(Lines.EQUALITY, partOfA, partOfB)) {
            edits.add(new Edit(
                    edit.getBeginA() + part.getBeginA(),
                    edit.getEndA() + part.getBeginA(),
                    edit.getBeginB() + part.getBeginB(),
                    edit.getEndB() + part.getBeginB()));
        }
    }
}
