package io.agent33.sync.core.plan;

import java.util.Comparator;
import java.util.List;
import org.semver4j.Semver;

/**
 * Semantic versioning's precedence, made a total order by build metadata, and good for numbers of any length, which the
 * library's own comparison is not.
 */
final class Precedence {
    static final Comparator<Semver> ORDER = Comparator.comparingInt(Semver::getMajor)
            .thenComparingInt(Semver::getMinor)
            .thenComparingInt(Semver::getPatch)
            .thenComparing(version -> version.getPreRelease().isEmpty())
            .thenComparing(Semver::getPreRelease, Precedence::identifiers)
            .thenComparing(Semver::getBuild, Precedence::identifiers);

    private Precedence() {}

    /** From left to right; of two that begin alike the longer is the higher. */
    private static int identifiers(List<String> one, List<String> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = identifier(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    /** Numbers by their value and below words; words by their characters. */
    private static int identifier(String one, String other) {
        return Comparator.comparing((String identifier) -> !isNumber(identifier))
                .thenComparing(identifier ->
                        isNumber(identifier) ? significant(identifier).length() : 0)
                .thenComparing(identifier -> isNumber(identifier) ? significant(identifier) : identifier)
                .thenComparing(Comparator.naturalOrder())
                .compare(one, other);
    }

    private static boolean isNumber(String identifier) {
        return !identifier.isEmpty() && identifier.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Build metadata may have leading zeros. */
    private static String significant(String number) {
        return number.replaceFirst("^0+(?=.)", "");
    }
}
