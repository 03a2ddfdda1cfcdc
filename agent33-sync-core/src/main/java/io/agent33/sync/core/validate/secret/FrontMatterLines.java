package io.agent33.sync.core.validate.secret;

/** The plain {@code key: value} lines at the top of a text between lines of three hyphens. */
final class FrontMatterLines {
    private static final int MAX_LINES = 200;

    interface Line {
        /**
         * @param value without quotation marks and comment; empty if the value follows on other lines
         * @param start of the line
         * @param end of the line, exclusive
         */
        void at(String key, String value, int start, int end);
    }

    private FrontMatterLines() {}

    static void each(String text, Line line) {
        int from = text.startsWith("\uFEFF") ? 1 : 0;
        if (!text.startsWith("---", from) || !line(text, from).strip().equals("---") || !isClosed(text, from)) {
            return;
        }
        int start = next(text, from);
        while (!line(text, start).strip().equals("---")) {
            String content = line(text, start).stripTrailing();
            int colon = content.indexOf(':');
            if (colon > 0 && !Character.isWhitespace(content.charAt(0)) && content.charAt(0) != '#') {
                line.at(
                        content.substring(0, colon).strip(),
                        value(content.substring(colon + 1)),
                        start,
                        start + content.length());
            }
            start = next(text, start);
        }
    }

    private static boolean isClosed(String text, int from) {
        int start = next(text, from);
        for (int i = 0; i < MAX_LINES && start < text.length(); i++) {
            if (line(text, start).strip().equals("---")) {
                return true;
            }
            start = next(text, start);
        }
        return false;
    }

    private static String line(String text, int start) {
        return text.substring(start, end(text, start));
    }

    private static int end(String text, int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }

    private static int next(String text, int start) {
        return Math.min(text.length(), end(text, start) + 1);
    }

    private static String value(String written) {
        int comment = written.indexOf(" #");
        String value = (comment < 0 ? written : written.substring(0, comment)).strip();
        boolean quoted = value.length() > 1
                && "\"'".indexOf(value.charAt(0)) >= 0
                && value.charAt(value.length() - 1) == value.charAt(0);
        return quoted ? value.substring(1, value.length() - 1).strip() : value;
    }
}
