package io.agent33.sync.core.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which of some names a person meant. */
public final class NearestName {
    /** Longer texts are no misspelt names, and comparing costs the product of both lengths. */
    private static final int MAX_LENGTH = 64;

    private static final int MIN_BEGINNING = 4;

    private NearestName() {}

    /**
     * The name nearest to what was written: the fewest insertions, deletions, replacements and swaps of neighbours,
     * case and the choice between {@code -} and {@code _} aside. Of names that are equally near, the first in
     * alphabetical order.
     *
     * @return empty if none is near enough that it could be a slip of the hand
     */
    public static Optional<String> of(String written, Collection<String> names) {
        if (written.isEmpty() || written.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String folded = folded(written);
        return names.stream()
                .map(name -> new Candidate(name, slips(folded, folded(name))))
                .filter(candidate -> candidate.distance <= allowed(folded, candidate.name))
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    /** {@code did you mean "name"?}, or empty text if there is no near name. */
    public static String question(String written, Collection<String> names) {
        return of(written, names).map(name -> "did you mean \"" + name + "\"?").orElse("");
    }

    private record Candidate(String name, int distance) {}

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replace('-', '_');
    }

    /** About one slip in three characters. */
    private static int allowed(String written, String name) {
        return (Math.max(written.length(), name.length()) + 2) / 3;
    }

    /** How far it is to a name; a beginning of it, such as {@code secret} of {@code secret_scan}, counts as one slip. */
    private static int slips(String written, String name) {
        boolean isBeginning = written.length() >= MIN_BEGINNING && name.startsWith(written) && !name.equals(written);
        return isBeginning ? 1 : distance(written, name);
    }

    /** The optimal string alignment distance. */
    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }
}
