package io.agent33.sync.core.markdown;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The runs of backticks of a block by their lengths, so that each code span finds its end without looking twice. */
final class Backticks {
    private static final class Places {
        private int[] at = new int[2];
        private int count;
        private int next;

        private void add(int place) {
            if (count == at.length) {
                at = Arrays.copyOf(at, count * 2);
            }
            at[count++] = place;
        }
    }

    private final Map<Integer, Places> byLength = new HashMap<>();

    Backticks(String text) {
        int i = text.indexOf('`');
        while (i >= 0) {
            int end = end(text, i);
            byLength.computeIfAbsent(end - i, length -> new Places()).add(i);
            i = text.indexOf('`', end);
        }
    }

    /** Where a run that begins there ends. */
    static int end(String text, int start) {
        int i = start;
        while (i < text.length() && text.charAt(i) == '`') {
            i++;
        }
        return i;
    }

    /** Where the first run of that length begins at or behind a place; -1 if none does. Places must not go back. */
    int next(int length, int from) {
        Places places = byLength.get(length);
        if (places == null) {
            return -1;
        }
        while (places.next < places.count && places.at[places.next] < from) {
            places.next++;
        }
        return places.next < places.count ? places.at[places.next] : -1;
    }
}
