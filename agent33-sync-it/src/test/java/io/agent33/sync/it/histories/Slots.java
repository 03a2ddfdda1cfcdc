package io.agent33.sync.it.histories;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * The texts of the histories. A file is a row of slots of one line or none, each between two lines of the file's own that
 * nobody edits: so edits of different slots never touch, and a merge is a merge of each slot. No line is written twice.
 */
final class Slots {
    static final int COUNT = 6;
    private static final String FENCE = "- ";

    private Slots() {}

    static String fresh(int file, List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (int slot = 0; slot < COUNT; slot++) {
            fence(text, file, slot);
            text.append(lines.get(slot));
        }
        fence(text, file, COUNT);
        return text.toString();
    }

    private static void fence(StringBuilder text, int file, int slot) {
        text.append(FENCE).append(file).append('.').append(slot).append(" one\n");
        text.append(FENCE).append(file).append('.').append(slot).append(" two\n");
    }

    /** What stands in each slot; several lines only where there are conflict markers. */
    static List<String> of(String text) {
        List<String> slots = new ArrayList<>();
        StringBuilder slot = new StringBuilder();
        for (String line : text.lines().toList()) {
            if (!line.startsWith(FENCE)) {
                slot.append(line).append('\n');
            } else if (line.endsWith(" one")) {
                slots.add(slot.toString());
                slot.setLength(0);
            }
        }
        return slots.subList(Math.min(1, slots.size()), slots.size());
    }

    /** Two texts of one shape are versions of one file. */
    static List<String> shape(String text) {
        return text.lines().filter(line -> line.startsWith(FENCE)).toList();
    }

    /** Another line in a slot; the rest as it is. */
    static String with(String text, int slot, String line) {
        StringBuilder changed = new StringBuilder();
        int at = -1;
        for (String old : text.lines().toList()) {
            boolean fence = old.startsWith(FENCE);
            if (fence || at != slot) {
                changed.append(old).append('\n');
            }
            if (fence && old.endsWith(" two") && ++at == slot) {
                changed.append(line);
            }
        }
        return changed.toString();
    }

    static boolean isMarked(String text) {
        return text.lines().anyMatch(line -> line.contains(" agent33-sync: "));
    }

    /** How many conflicts there are, or -1 if markers are out of order. */
    static int conflicts(String text) {
        int count = 0;
        char last = '>';
        for (String line : text.lines().toList()) {
            char kind =
                    line.startsWith("<<<<") ? '<' : line.startsWith("||||") ? '|' : line.startsWith(">>>>") ? '>' : ' ';
            if (kind != ' ') {
                boolean inOrder = kind == (last == '>' ? '<' : last == '<' ? '|' : '>');
                count = count < 0 || !inOrder ? -1 : kind == '<' ? count + 1 : count;
                last = kind;
            }
        }
        return last == '>' ? count : -1;
    }

    /** Conflicts resolved: each becomes what is made of ours and theirs; if not all, only the first. */
    static String resolved(String text, boolean all, BiFunction<String, String, String> choice) {
        StringBuilder result = new StringBuilder();
        StringBuilder ours = new StringBuilder();
        StringBuilder theirs = new StringBuilder();
        boolean open = true;
        char in = ' ';
        for (String line : text.lines().toList()) {
            boolean theirsFollow = in == '|' && line.startsWith("====");
            if (open && (line.startsWith("<<<<") || (in == '<' && line.startsWith("||||")) || theirsFollow)) {
                in = line.charAt(0);
            } else if (open && in == '=' && line.startsWith(">>>>")) {
                result.append(choice.apply(ours.toString(), theirs.toString()));
                ours.setLength(0);
                theirs.setLength(0);
                in = ' ';
                open = all;
            } else if (in != '|') {
                (in == '<' ? ours : in == '=' ? theirs : result).append(line).append('\n');
            }
        }
        return result.toString();
    }

    /** The lines that somebody downstream wrote. */
    static TreeSet<String> local(String text) {
        TreeSet<String> lines = new TreeSet<>();
        text.lines().filter(line -> line.startsWith("mine ")).forEach(lines::add);
        return lines;
    }

    /** A merge: the text, and whether it is without conflict. */
    record Merged(String text, boolean clean) {}

    static Merged merge(String base, String ours, String theirs, String previous, String release) {
        if (ours.equals(theirs) || base.equals(theirs)) {
            return new Merged(ours, true);
        }
        if (base.equals(ours)) {
            return new Merged(theirs, true);
        }
        if (!shape(base).equals(shape(ours)) || !shape(base).equals(shape(theirs))) {
            return new Merged(marked(base, ours, theirs, previous, release), false);
        }
        String merged = ours;
        boolean clean = true;
        for (int slot = 0; slot < COUNT; slot++) {
            String a = of(base).get(slot);
            String b = of(ours).get(slot);
            String c = of(theirs).get(slot);
            Optional<String> one =
                    b.equals(c) || a.equals(c) ? Optional.of(b) : a.equals(b) ? Optional.of(c) : Optional.empty();
            clean &= one.isPresent();
            merged = with(merged, slot, one.orElseGet(() -> marked(a, b, c, previous, release)));
        }
        return new Merged(merged, clean);
    }

    private static String marked(String base, String ours, String theirs, String previous, String release) {
        return "<<<<<<< agent33-sync: override\n" + ours + "||||||| agent33-sync: baseline " + previous + "\n" + base
                + "=======\n" + theirs + ">>>>>>> agent33-sync: " + release + "\n";
    }
}
