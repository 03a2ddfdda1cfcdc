package io.agent33.sync.core.validate.secret;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds all of many keywords in one pass, whatever their case: the automaton of Aho and Corasick as a dense table over the
 * characters that occur in keywords. Immutable.
 *
 * <p>Each step is two array look-ups, so that a text costs the same whatever it holds. The libraries that were looked at
 * walk maps from node to node and fold case by copying the text.
 */
final class KeywordIndex {
    /** Told of each keyword that ends at a place. */
    interface Hits {
        /**
         * @param keyword which one, by its place in the list
         * @param start of the keyword in the text
         * @return whether to go on
         */
        boolean at(int keyword, int start);
    }

    private final List<String> keywords;
    private final char[] classes = new char[Character.MAX_VALUE + 1];
    private final int width;
    private final int[] next;
    private final int[][] ends;

    /** @throws IllegalArgumentException if a keyword is empty */
    KeywordIndex(List<String> keywords) {
        this.keywords = keywords.stream().map(KeywordIndex::folded).toList();
        this.width = classify();
        List<int[]> rows = new ArrayList<>(List.of(row()));
        List<List<Integer>> found = new ArrayList<>(List.of(new ArrayList<>()));
        for (int i = 0; i < keywords.size(); i++) {
            found.get(grown(rows, found, this.keywords.get(i))).add(i);
        }
        link(rows, found);
        this.next = new int[rows.size() * width];
        for (int state = 0; state < rows.size(); state++) {
            System.arraycopy(rows.get(state), 0, next, state * width, width);
        }
        this.ends = found.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private static String folded(String keyword) {
        if (keyword.isEmpty()) {
            throw new IllegalArgumentException("a keyword is empty");
        }
        char[] chars = keyword.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = Character.toLowerCase(chars[i]);
        }
        return new String(chars);
    }

    private int classify() {
        int count = 1;
        for (String keyword : keywords) {
            for (int i = 0; i < keyword.length(); i++) {
                char c = keyword.charAt(i);
                if (classes[c] == 0) {
                    classes[c] = (char) count;
                    classes[Character.toUpperCase(c)] = (char) count;
                    count++;
                }
            }
        }
        return count;
    }

    private int[] row() {
        int[] row = new int[width];
        Arrays.fill(row, -1);
        return row;
    }

    private int grown(List<int[]> rows, List<List<Integer>> found, String keyword) {
        int state = 0;
        for (int i = 0; i < keyword.length(); i++) {
            int[] from = rows.get(state);
            int to = classes[keyword.charAt(i)];
            if (from[to] < 0) {
                from[to] = rows.size();
                rows.add(row());
                found.add(new ArrayList<>());
            }
            state = from[to];
        }
        return state;
    }

    /** Breadth first, so that the state to fall back to is complete before it is needed. */
    private void link(List<int[]> rows, List<List<Integer>> found) {
        int[] fallback = new int[rows.size()];
        ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(0));
        while (!queue.isEmpty()) {
            int state = queue.remove();
            int[] row = rows.get(state);
            for (int c = 0; c < width; c++) {
                int otherwise = state == 0 ? 0 : rows.get(fallback[state])[c];
                if (row[c] < 0) {
                    row[c] = otherwise;
                } else {
                    fallback[row[c]] = otherwise;
                    found.get(row[c]).addAll(found.get(otherwise));
                    queue.add(row[c]);
                }
            }
        }
    }

    /** Tells of every keyword in the text, in the order of their ends, until it is told to stop. */
    void scan(String text, Hits hits) {
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            state = next[state * width + classes[text.charAt(i)]];
            if (ends[state].length > 0 && !told(ends[state], i + 1, hits)) {
                return;
            }
        }
    }

    private boolean told(int[] ending, int end, Hits hits) {
        for (int keyword : ending) {
            if (!hits.at(keyword, end - keywords.get(keyword).length())) {
                return false;
            }
        }
        return true;
    }
}
