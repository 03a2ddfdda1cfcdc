package io.agent33.sync.core.merge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;

/** A text as its lines, without their ends. Each line ends with a line feed; what follows the last one is a line too. */
final class Lines extends Sequence {
    static final SequenceComparator<Lines> EQUALITY = new Equality();

    private final List<String> lines;

    private Lines(List<String> lines) {
        this.lines = lines;
    }

    static Lines of(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            lines.add(text.substring(start, end));
            start = end + 1;
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return new Lines(lines);
    }

    static Lines of(List<String> lines) {
        return new Lines(lines);
    }

    @Override
    public int size() {
        return lines.size();
    }

    String get(int index) {
        return lines.get(index);
    }

    /** A view. */
    List<String> all() {
        return Collections.unmodifiableList(lines);
    }

    /** A view. */
    List<String> between(int begin, int end) {
        return lines.subList(begin, end);
    }

    /** A part as lines of their own. */
    Lines part(int begin, int end) {
        return new Lines(between(begin, end));
    }

    private static final class Equality extends SequenceComparator<Lines> {
        @Override
        public boolean equals(Lines a, int indexOfA, Lines b, int indexOfB) {
            return a.get(indexOfA).equals(b.get(indexOfB));
        }

        @Override
        public int hash(Lines sequence, int index) {
            return sequence.get(index).hashCode();
        }
    }
}
