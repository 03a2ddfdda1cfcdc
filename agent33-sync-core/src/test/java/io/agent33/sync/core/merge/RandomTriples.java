package io.agent33.sync.core.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Triples as two sides would write them: some lines, and a few edits on each side. */
final class RandomTriples {
    private final Random random;
    private final int same;
    private int named;
    private boolean blank;

    /** @param same how many of a hundred lines are not the only one of their kind */
    RandomTriples(long seed, int same) {
        this.random = new Random(seed);
        this.same = same;
    }

    /** Lines that differ, and a blank one behind about every second. */
    static RandomTriples ofParagraphs(long seed) {
        return new RandomTriples(seed, -1);
    }

    List<Triple> some(int count) {
        List<Triple> triples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            triples.add(next());
        }
        return triples;
    }

    Triple next() {
        List<String> base = new ArrayList<>();
        for (int i = random.nextInt(40); i > 0; i--) {
            base.add(line());
        }
        List<String> local = edited(base);
        List<String> upstream = edited(base);
        if (random.nextInt(3) == 0) {
            int at = random.nextInt(base.size() + 1);
            String both = line();
            local.add(Math.min(at, local.size()), both);
            upstream.add(Math.min(at, upstream.size()), both);
        }
        return new Triple(text(base), text(local), text(upstream));
    }

    private List<String> edited(List<String> base) {
        List<String> lines = new ArrayList<>(base);
        for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
            edit(lines, this::line);
        }
        return lines;
    }

    private void edit(List<String> lines, Supplier<String> line) {
        int at = random.nextInt(lines.size() + 1);
        int length = Math.min(random.nextInt(3), lines.size() - at);
        lines.subList(at, at + length).clear();
        for (int added = random.nextInt(3); added > 0; added--) {
            lines.add(at, line.get());
        }
    }

    private String line() {
        if (same < 0) {
            blank = !blank && random.nextBoolean();
            return blank ? "" : "line " + named++;
        }
        if (random.nextInt(100) < same) {
            return List.of("", "", "", "- item", "}", "---").get(random.nextInt(6));
        }
        return "line " + named++;
    }

    private static String text(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
