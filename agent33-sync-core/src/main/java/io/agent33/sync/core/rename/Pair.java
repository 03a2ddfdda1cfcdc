package io.agent33.sync.core.rename;

import java.util.Comparator;

/**
 * A path that is gone and a new one that may be where it went.
 *
 * @param score how much their contents share, from 0 to {@link Fingerprint#ALL}
 * @param exact whether the contents are the same
 * @param sameName whether the last segments are equal
 * @param common how many segments of their folders are equal, counted from both ends
 */
record Pair(String from, String to, int score, boolean exact, boolean sameName, int common) {
    /** Whose names speak most for a rename first; at last by the paths, so that no two are equal. */
    static final Comparator<Pair> BY_NAMES = Comparator.comparing(Pair::sameName)
            .thenComparingInt(Pair::common)
            .reversed()
            .thenComparing(Pair::from)
            .thenComparing(Pair::to);

    static Pair exact(String from, String to) {
        return of(from, to, Fingerprint.ALL, true);
    }

    static Pair similar(String from, String to, int score) {
        return of(from, to, score, false);
    }

    private static Pair of(String from, String to, int score, boolean exact) {
        String[] old = Paths.folder(from).split("/", -1);
        String[] now = Paths.folder(to).split("/", -1);
        return new Pair(from, to, score, exact, Paths.name(from).equals(Paths.name(to)), common(old, now));
    }

    private static int common(String[] a, String[] b) {
        int shorter = Math.min(a.length, b.length);
        int leading = 0;
        while (leading < shorter && a[leading].equals(b[leading])) {
            leading++;
        }
        int trailing = 0;
        while (trailing < shorter - leading && a[a.length - 1 - trailing].equals(b[b.length - 1 - trailing])) {
            trailing++;
        }
        return leading + trailing;
    }
}
