package io.agent33.sync.core.glob;

import java.util.ArrayList;
import java.util.List;

/**
 * What a whole path must look like: the engine behind every kind of pattern that is matched by git's rules. How a
 * pattern is anchored, negated or spread out is the business of those who build it. Immutable.
 */
final class PathPattern {
    private final List<SegmentPattern> segments;
    private final WildcardSequence sequence;

    private PathPattern(List<SegmentPattern> segments) {
        this.segments = List.copyOf(segments);
        boolean[] doubleStars = new boolean[segments.size()];
        for (int place = 0; place < doubleStars.length; place++) {
            doubleStars[place] = segments.get(place).isDoubleStar();
        }
        sequence = new WildcardSequence(doubleStars);
    }

    /** Takes segments of which none is empty and none holds a slash. */
    static PathPattern of(List<List<Symbol>> segments) {
        List<SegmentPattern> compiled = new ArrayList<>();
        segments.stream().map(SegmentPattern::of).forEach(compiled::add);
        SegmentPattern last = compiled.get(compiled.size() - 1);
        if (last.isDoubleStar()) {
            // What ends in a double star selects what lies below, so a segment must follow.
            compiled.add(SegmentPattern.of(List.of(new Symbol.Star(0))));
        }
        return new PathPattern(compiled);
    }

    boolean matches(PathSegments path) {
        return sequence.accountsFor(
                path.count(), (place, segment) -> segments.get(place).matches(path, segment));
    }
}
