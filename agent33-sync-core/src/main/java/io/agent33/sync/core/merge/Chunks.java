package io.agent33.sync.core.merge;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Edit;

/**
 * Lays the edits of two sides over each other, as git does for markers that show the base: edits that touch or overlap are
 * one conflict, unless both sides made the very same edit. Git shows less of a conflict only where it does not show the base.
 */
final class Chunks {
    private final Lines local;
    private final Lines upstream;
    private final List<Edit> ours;
    private final List<Edit> theirs;
    private final List<Chunk> chunks = new ArrayList<>();
    private int nextOurs;
    private int nextTheirs;

    private Chunks(Lines base, Lines local, Lines upstream) {
        this.local = local;
        this.upstream = upstream;
        this.ours = LineDiff.between(base, local);
        this.theirs = LineDiff.between(base, upstream);
    }

    /** In the order of the base. */
    static List<Chunk> of(Lines base, Lines local, Lines upstream) {
        Chunks merge = new Chunks(base, local, upstream);
        while (merge.nextOurs < merge.ours.size() || merge.nextTheirs < merge.theirs.size()) {
            merge.takeOne();
        }
        return merge.chunks;
    }

    private void takeOne() {
        int firstOurs = nextOurs;
        int firstTheirs = nextTheirs;
        int begin = Math.min(beginOf(ours, nextOurs), beginOf(theirs, nextTheirs));
        int end = begin;
        boolean grown = true;
        while (grown) {
            grown = false;
            while (beginOf(ours, nextOurs) <= end) {
                end = Math.max(end, ours.get(nextOurs++).getEndA());
                grown = true;
            }
            while (beginOf(theirs, nextTheirs) <= end) {
                end = Math.max(end, theirs.get(nextTheirs++).getEndA());
                grown = true;
            }
        }
        Chunk.Range base = new Chunk.Range(begin, end);
        Chunk.Range here = image(base, ours, firstOurs, nextOurs);
        Chunk.Range there = image(base, theirs, firstTheirs, nextTheirs);
        if (firstTheirs == nextTheirs) {
            chunks.add(new Chunk(Chunk.Kind.LOCAL, base, here, there));
        } else if (firstOurs == nextOurs) {
            chunks.add(new Chunk(Chunk.Kind.UPSTREAM, base, here, there));
        } else if (equal(here, there)) {
            chunks.add(new Chunk(Chunk.Kind.LOCAL, base, here, there));
        } else {
            chunks.add(new Chunk(Chunk.Kind.CONFLICT, base, here, there));
        }
    }

    private static int beginOf(List<Edit> edits, int index) {
        return index < edits.size() ? edits.get(index).getBeginA() : Integer.MAX_VALUE;
    }

    /** Where a range of the base lies in a side, whose edits {@code first} to {@code next} lie within it. */
    private static Chunk.Range image(Chunk.Range base, List<Edit> edits, int first, int next) {
        int shiftBefore = first == 0 ? 0 : shiftBehind(edits.get(first - 1));
        int shiftAfter = next == 0 ? 0 : shiftBehind(edits.get(next - 1));
        return new Chunk.Range(base.begin() + shiftBefore, base.end() + shiftAfter);
    }

    private static int shiftBehind(Edit edit) {
        return edit.getEndB() - edit.getEndA();
    }

    private boolean equal(Chunk.Range here, Chunk.Range there) {
        return local.between(here.begin(), here.end()).equals(upstream.between(there.begin(), there.end()));
    }
}
