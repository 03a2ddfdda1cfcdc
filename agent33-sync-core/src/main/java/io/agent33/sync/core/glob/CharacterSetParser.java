package io.agent33.sync.core.glob;

import io.agent33.sync.core.glob.CharacterSet.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what stands between brackets, in the way of git's wildmatch: a {@code ]} in first place is a member, a
 * {@code -} is one where it has nothing to span, a range or class is no start for another range, and {@code [:} without
 * a {@code :]} before the next {@code ]} is two members. Where wildmatch gives up or accepts a range that nothing lies
 * in, this throws.
 */
final class CharacterSetParser {
    private static final int NOTHING = -1;

    private final PatternReader reader;
    private final int opening;
    private final List<Range> ranges = new ArrayList<>();

    /** The member just read, if a range may start with it. */
    private int start = NOTHING;

    /**
     * @param reader just behind the opening bracket
     * @param opening where that bracket stands
     */
    CharacterSetParser(PatternReader reader, int opening) {
        this.reader = reader;
        this.opening = opening;
    }

    /** Reads up to and including the closing bracket. */
    CharacterSet parse() {
        boolean negated = reader.skip("!") || reader.skip("^");
        do {
            readMember();
        } while (!reader.skip("]"));
        return new CharacterSet(ranges, negated);
    }

    private void readMember() {
        int index = reader.index();
        if (isClass()) {
            ranges.addAll(posixClass(index).ranges());
            start = NOTHING;
        } else if (start != NOTHING && isSpan()) {
            reader.skip("-");
            addRange(index, start, character());
            start = NOTHING;
        } else {
            start = character();
            ranges.add(new Range(start, start));
        }
    }

    /** Wildmatch looks no further than the next closing bracket. */
    private boolean isClass() {
        if (!reader.lookingAt("[:")) {
            return false;
        }
        String rest = reader.upTo("]");
        return rest.length() > "[:".length() && rest.endsWith(":") && reader.lookingAt(rest + "]");
    }

    private PosixClass posixClass(int index) {
        reader.skip("[:");
        String name = reader.upTo(":]");
        reader.skip(name + ":]");
        return PosixClass.named(name)
                .orElseThrow(() -> reader.error(
                        index, "there is no character class '" + name + "'", "expected one of " + PosixClass.names()));
    }

    private boolean isSpan() {
        return reader.lookingAt("-") && !reader.lookingAt("-]");
    }

    private void addRange(int index, int first, int last) {
        if (last < first) {
            String range = Character.toString(first) + "-" + Character.toString(last);
            throw reader.error(
                    index,
                    "the range '" + range + "' runs backwards and holds nothing",
                    "swap its ends, or write '\\-' for the hyphen itself");
        }
        ranges.add(new Range(first, last));
    }

    private int character() {
        reader.skip("\\");
        if (reader.atEnd()) {
            throw reader.error(
                    opening, "'[' is never closed", "close it with ']', or write '\\[' for the bracket itself");
        }
        return reader.next();
    }
}
