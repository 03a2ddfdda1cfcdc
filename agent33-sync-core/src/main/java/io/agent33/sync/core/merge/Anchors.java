package io.agent33.sync.core.merge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.diff.Edit;

/** The most lines that two texts both have exactly once, in one order: where to cut a large diff. */
final class Anchors {
    /** A common line, by its place in each text. */
    record Anchor(int a, int b) {}

    /** The last anchor of the best chain of its length, and the one before it in that chain. */
    private record Link(Anchor anchor, int before) {}

    private static final int REPEATED = -1;

    private Anchors() {}

    static Iterable<Anchor> of(Lines a, Lines b, Edit within) {
        List<Link> links = new ArrayList<>();
        List<Integer> tails = new ArrayList<>();
        for (Anchor anchor : common(a, b, within)) {
            int length = lengthBefore(anchor, links, tails);
            links.add(new Link(anchor, length == 0 ? -1 : tails.get(length - 1)));
            if (length == tails.size()) {
                tails.add(links.size() - 1);
            } else {
                tails.set(length, links.size() - 1);
            }
        }
        Deque<Anchor> chain = new ArrayDeque<>();
        for (int i = tails.isEmpty() ? -1 : tails.get(tails.size() - 1);
                i >= 0;
                i = links.get(i).before()) {
            chain.addFirst(links.get(i).anchor());
        }
        return chain;
    }

    private static List<Anchor> common(Lines a, Lines b, Edit within) {
        Map<String, Integer> inA = places(a, within.getBeginA(), within.getEndA());
        Map<String, Integer> inB = places(b, within.getBeginB(), within.getEndB());
        List<Anchor> common = new ArrayList<>();
        for (int line = within.getBeginA(); line < within.getEndA(); line++) {
            int other = inB.getOrDefault(a.get(line), REPEATED);
            if (other != REPEATED && inA.getOrDefault(a.get(line), REPEATED) == line) {
                common.add(new Anchor(line, other));
            }
        }
        return common;
    }

    private static Map<String, Integer> places(Lines lines, int begin, int end) {
        Map<String, Integer> places = new HashMap<>();
        for (int line = begin; line < end; line++) {
            places.merge(lines.get(line), line, (first, second) -> REPEATED);
        }
        return places;
    }

    /** How long the longest chain is that an anchor can continue. */
    private static int lengthBefore(Anchor anchor, List<Link> links, List<Integer> tails) {
        int low = 0;
        int high = tails.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (links.get(tails.get(middle)).anchor().b() < anchor.b()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
