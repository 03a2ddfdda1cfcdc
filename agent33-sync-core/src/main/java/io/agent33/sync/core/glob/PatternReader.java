package io.agent33.sync.core.glob;

/** Walks over a pattern by code points and knows how to complain about it. Not thread-safe. */
final class PatternReader {
    private final String pattern;
    private int index;

    PatternReader(String pattern) {
        this.pattern = pattern;
    }

    boolean atEnd() {
        return index == pattern.length();
    }

    /** Where the next character begins. */
    int index() {
        return index;
    }

    boolean lookingAt(String text) {
        return pattern.startsWith(text, index);
    }

    int next() {
        int codePoint = pattern.codePointAt(index);
        index += Character.charCount(codePoint);
        return codePoint;
    }

    /** Steps over the text if it comes next, and says whether it did. */
    boolean skip(String text) {
        boolean found = lookingAt(text);
        if (found) {
            index += text.length();
        }
        return found;
    }

    /** The text from here up to, but without, the given one; all the rest if that does not come. Stays here. */
    String upTo(String end) {
        int found = pattern.indexOf(end, index);
        return found < 0 ? pattern.substring(index) : pattern.substring(index, found);
    }

    GlobSyntaxException error(int at, String reason, String remedy) {
        return new GlobSyntaxException(pattern, at, reason, remedy);
    }
}
