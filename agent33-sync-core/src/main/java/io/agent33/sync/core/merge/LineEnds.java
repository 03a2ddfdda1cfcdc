package io.agent33.sync.core.merge;

import java.util.List;
import java.util.function.IntPredicate;
import org.eclipse.jgit.diff.Edit;

/**
 * Gives the lines of a merged text their ends.
 *
 * <p>A file's convention is what most of its lines end with (equal numbers: the line feed). The merged convention is the local
 * side's if it changed it, else the upstream's. A line that is in all three keeps its end, unless a side changed that:
 * then that side's counts. A line that one side brought follows the merged convention if it followed that side's, else it
 * keeps its end. Markers and what a strategy made up follow the merged convention.
 */
final class LineEnds {
    private final Sides sides;
    private final boolean crlf;

    private LineEnds(Sides sides) {
        this.sides = sides;
        this.crlf = sides.usesCrlf();
    }

    static LineEnds of(Sides sides) {
        return new LineEnds(sides);
    }

    String restoredIn(String text) {
        Side base = sides.base();
        Side local = sides.local();
        Side upstream = sides.upstream();
        if (base.isUniform() && local.isUniform() && upstream.isUniform()) {
            return crlf ? written(text, line -> true) : text;
        }
        Lines merged = Lines.of(text);
        int[] inBase = places(merged, base);
        int[] inLocal = places(merged, local);
        int[] inUpstream = places(merged, upstream);
        return written(text, line -> {
            int b = inBase[line];
            int l = inLocal[line];
            int u = inUpstream[line];
            if (l >= 0 && u >= 0) {
                boolean ours = local.crlf().get(l);
                boolean theirs = upstream.crlf().get(u);
                return ours == theirs
                        ? ours
                        : b < 0
                                ? crlf
                                : Sides.theirsUnlessOursChanged(base.crlf().get(b), ours, theirs);
            }
            return l >= 0 ? brought(local, l) : u >= 0 ? brought(upstream, u) : b >= 0 ? brought(base, b) : crlf;
        });
    }

    private boolean brought(Side side, int line) {
        boolean end = side.crlf().get(line);
        return side.convention().orElse(end) == end ? crlf : end;
    }

    /** For each line of a merged text its place in a side, or -1. */
    private static int[] places(Lines merged, Side side) {
        Lines lines = Lines.of(side.text());
        List<Edit> edits = LineDiff.between(merged, lines);
        int[] places = new int[merged.size()];
        int next = 0;
        int shift = 0;
        for (Edit edit : edits) {
            next = common(places, next, edit.getBeginA(), shift);
            while (next < edit.getEndA()) {
                places[next++] = -1;
            }
            shift = edit.getEndB() - edit.getEndA();
        }
        common(places, next, merged.size(), shift);
        return places;
    }

    private static int common(int[] places, int from, int to, int shift) {
        for (int line = from; line < to; line++) {
            places[line] = line + shift;
        }
        return to;
    }

    private static String written(String text, IntPredicate crlf) {
        StringBuilder out = new StringBuilder(text.length() + text.length() / 16);
        int line = 0;
        int start = 0;
        for (int feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', start)) {
            out.append(text, start, feed).append(crlf.test(line) ? "\r\n" : "\n");
            start = feed + 1;
            line++;
        }
        return out.toString();
    }
}
