package io.agent33.sync.core.markdown;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Pairs runs of stars and low lines by CommonMark's rules, and says how many of each are marks and no text. */
final class Emphasis {
    static final class Run {
        final int place;
        final int length;
        private final char mark;
        private final boolean opens;
        private final boolean closes;
        private int left;

        private Run(int place, char mark, int length, boolean opens, boolean closes) {
            this.place = place;
            this.mark = mark;
            this.length = length;
            this.opens = opens;
            this.closes = closes;
            this.left = length;
        }

        /** How many of them are left as text. */
        int left() {
            return left;
        }

        private boolean pairsWith(Run closer) {
            boolean any = !(closes || closer.opens) || closer.length % 3 == 0 || (length + closer.length) % 3 != 0;
            return mark == closer.mark && any;
        }
    }

    private final List<Run> runs = new ArrayList<>();
    private final List<Run> open = new ArrayList<>();
    /** Below which no run pairs with a closing one of a kind. */
    private int[] searched = new int[12];

    private int[] searchedOutside = searched;
    private int bottom;

    /** @param place where the run stands in the text that is being made */
    void run(int place, char mark, int length, int before, int after) {
        boolean left = !isBlank(after) && (!isPunctuation(after) || isBlank(before) || isPunctuation(before));
        boolean right = !isBlank(before) && (!isPunctuation(before) || isBlank(after) || isPunctuation(after));
        boolean star = mark == '*';
        boolean opens = left && (star || !right || isPunctuation(before));
        boolean closes = right && (star || !left || isPunctuation(after));
        Run run = new Run(place, mark, length, opens, closes);
        runs.add(run);
        if (closes) {
            close(run);
        }
        if (opens && run.left > 0) {
            open.add(run);
        }
    }

    /** A link's text begins: what is open outside does not end in it. */
    void enter() {
        bottom = open.size();
        searchedOutside = searched;
        searched = new int[searched.length];
        Arrays.fill(searched, bottom);
    }

    /** It ends: what is open in it does not end outside. */
    void leave() {
        searched = searchedOutside;
        shrink(bottom);
        bottom = 0;
    }

    List<Run> runs() {
        return runs;
    }

    private void close(Run closer) {
        int kind = (closer.mark == '*' ? 6 : 0) + (closer.opens ? 3 : 0) + closer.length % 3;
        while (closer.left > 0) {
            int i = open.size() - 1;
            int last = Math.max(bottom, searched[kind]);
            while (i >= last && !open.get(i).pairsWith(closer)) {
                i--;
            }
            if (i < last) {
                searched[kind] = open.size();
                return;
            }
            Run opener = open.get(i);
            int used = opener.left >= 2 && closer.left >= 2 ? 2 : 1;
            opener.left -= used;
            closer.left -= used;
            shrink(opener.left == 0 ? i : i + 1);
        }
    }

    private void shrink(int size) {
        open.subList(size, open.size()).clear();
        for (int i = 0; i < searched.length; i++) {
            searched[i] = Math.min(searched[i], size);
        }
    }

    private static boolean isBlank(int c) {
        return c <= ' ' || Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    private static boolean isPunctuation(int c) {
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.OTHER_SYMBOL -> true;
            default -> false;
        };
    }
}
