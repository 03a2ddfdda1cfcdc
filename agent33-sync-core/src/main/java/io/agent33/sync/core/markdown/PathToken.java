package io.agent33.sync.core.markdown;

/** What a mention is made of: its path, its fragment, its line number. */
final class PathToken {
    private static final int LONGEST = 4096;

    private PathToken() {}

    /** @param imported whether an {@code @} stands before it, so that it must end in the name of a file */
    static boolean isPath(String text, int start, int end, boolean imported) {
        if (end - start > LONGEST || text.startsWith("www.", start)) {
            return false;
        }
        int segments = 0;
        boolean letter = false;
        int from = start;
        while (from <= end) {
            int slash = text.indexOf('/', from);
            int to = slash < 0 || slash > end ? end : Math.min(slash, end);
            boolean first = segments++ == 0;
            boolean last = to == end;
            if ((to == from && !first && !last) || isEllipsis(text, from, to)) {
                return false;
            }
            letter |= hasLetter(text, from, to);
            if (last) {
                boolean named = !imported || text.substring(from, to).indexOf('.') > 0;
                return segments > 1 && letter && named;
            }
            from = to + 1;
        }
        return false;
    }

    /** Where {@code #fragment} ends that begins there; the place itself if none does. */
    static int fragment(String text, int at, int limit) {
        if (at + 1 >= limit || text.charAt(at) != '#') {
            return at;
        }
        int end = at + 1;
        while (end < limit && isOfFragment(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end == at + 1 ? at : Math.min(end, limit);
    }

    /** Where {@code :12}, {@code :12-20} or {@code :12:3} ends that begins there; the place itself if none does. */
    static int lineNumber(String text, int at, int limit) {
        int first = digits(text, at, limit, ":");
        return first == at ? at : digits(text, first, limit, ":-");
    }

    private static int digits(String text, int at, int limit, String marks) {
        if (at + 1 >= limit || marks.indexOf(text.charAt(at)) < 0) {
            return at;
        }
        int end = at + 1;
        while (end < limit && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        boolean word = end < limit
                && NameCharacters.isOfName(text.codePointAt(end))
                && text.charAt(end) != '.'
                && text.charAt(end) != '-';
        return end == at + 1 || word ? at : end;
    }

    private static boolean isOfFragment(int c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_';
    }

    private static boolean isEllipsis(String text, int start, int end) {
        return end - start >= 3 && (text.startsWith("...", start) || text.startsWith("...", end - 3));
    }

    private static boolean hasLetter(String text, int start, int end) {
        return text.substring(start, end).codePoints().anyMatch(Character::isLetter);
    }
}
