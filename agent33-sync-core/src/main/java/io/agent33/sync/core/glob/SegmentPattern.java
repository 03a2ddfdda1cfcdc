package io.agent33.sync.core.glob;

import java.util.List;
import java.util.function.IntPredicate;

/** What one segment of a path must look like. Immutable. */
final class SegmentPattern {
    private final WildcardSequence sequence;
    private final IntPredicate[] characters;
    private final boolean doubleStar;

    private SegmentPattern(WildcardSequence sequence, IntPredicate[] characters, boolean doubleStar) {
        this.sequence = sequence;
        this.characters = characters;
        this.doubleStar = doubleStar;
    }

    /** Takes symbols without a slash. */
    static SegmentPattern of(List<Symbol> symbols) {
        boolean[] stars = new boolean[symbols.size()];
        IntPredicate[] characters = new IntPredicate[symbols.size()];
        int star = 0;
        for (int place = 0; place < symbols.size(); place++) {
            boolean isStar = !(symbols.get(place) instanceof Symbol.Single);
            stars[place] = isStar;
            star += isStar ? 1 : 0;
            characters[place] =
                    symbols.get(place) instanceof Symbol.Single single ? single.accepts() : candidate -> false;
        }
        boolean doubleStar = star >= 2 && star == symbols.size();
        return new SegmentPattern(new WildcardSequence(stars), characters, doubleStar);
    }

    /** Whether it is nothing but asterisks, two or more, and so stands for segments rather than for characters. */
    boolean isDoubleStar() {
        return doubleStar;
    }

    boolean matches(PathSegments path, int segment) {
        return sequence.accountsFor(
                path.length(segment), (place, at) -> characters[place].test(path.codePoint(segment, at)));
    }
}
