package io.agent33.sync.core.glob;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WildcardSequenceTest {
    private record Pair(int element, int unit) {}

    @Test
    void anEmptySequenceAccountsForNothingOnly() {
        assertThat(sequence("").accountsFor(0, (element, unit) -> true)).isTrue();
        assertThat(sequence("").accountsFor(1, (element, unit) -> true)).isFalse();
    }

    @Test
    void aWildcardAccountsForAnyNumberOfUnits() {
        assertThat(sequence("*").accountsFor(0, (element, unit) -> false)).isTrue();
        assertThat(sequence("***").accountsFor(7, (element, unit) -> false)).isTrue();
    }

    /** The bound behind "linear in practice": it is no accident of one pattern, but holds whatever fits what. */
    @Test
    void noPairIsLookedAtTwiceAndNoWildcardEver() {
        long seed = 26;
        Random random = new Random(seed);
        int looks = 0;
        for (int round = 0; round < 5_000; round++) {
            String elements = randomElements(random);
            int units = random.nextInt(12);
            int width = elements.length();
            BitSet fits = randomBits(random);
            Set<Pair> asked = new HashSet<>();

            sequence(elements).accountsFor(units, (element, unit) -> {
                if (!asked.add(new Pair(element, unit)) || elements.charAt(element) == '*' || unit >= units) {
                    throw new AssertionError("seed %d: %s looks at %d, %d".formatted(seed, elements, element, unit));
                }
                return fits.get(unit * width + element);
            });
            looks += asked.size();
        }
        assertThat(looks).isGreaterThan(10_000);
    }

    @Test
    void aHundredWildcardsCostNoMoreThanElementsTimesUnits() {
        int[] looks = new int[1];
        boolean found = sequence("*1".repeat(100)).accountsFor(10_000, (element, unit) -> {
            looks[0]++;
            return element < 199;
        });

        assertThat(found).isFalse();
        assertThat(looks[0]).isLessThanOrEqualTo(99 + 10_000);
    }

    @Test
    void theWorstThereIsCostsElementsTimesUnits() {
        int[] looks = new int[1];
        boolean found = sequence("*" + "1".repeat(100)).accountsFor(10_000, (element, unit) -> {
            looks[0]++;
            return element < 100;
        });

        assertThat(found).isFalse();
        assertThat(looks[0]).isLessThanOrEqualTo(100 * 10_000);
    }

    private static BitSet randomBits(Random random) {
        BitSet bits = new BitSet();
        random.ints(80, 0, 120).forEach(bits::set);
        return bits;
    }

    private static String randomElements(Random random) {
        StringBuilder elements = new StringBuilder();
        int length = random.nextInt(10);
        while (elements.length() < length) {
            elements.append(random.nextInt(3) == 0 ? '*' : '1');
        }
        return elements.toString();
    }

    private static WildcardSequence sequence(String elements) {
        boolean[] wildcards = new boolean[elements.length()];
        for (int element = 0; element < wildcards.length; element++) {
            wildcards[element] = elements.charAt(element) == '*';
        }
        return new WildcardSequence(wildcards);
    }
}
