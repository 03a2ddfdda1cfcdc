package io.agent33.sync.api.transform;

/** Line ends of a text, and of what is put into it. */
final class LineEnd {
    private LineEnd() {}

    /** Whether more of its lines end with carriage return and line feed than with a line feed alone. */
    static boolean mostAreCrlf(String text) {
        int balance = 0;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            balance += at > 0 && text.charAt(at - 1) == '\r' ? 1 : -1;
        }
        return balance > 0;
    }

    /** The text with each of its line ends as told. */
    static String of(String text, boolean crlf) {
        if (text.indexOf('\n') < 0) {
            return text;
        }
        String plain = text.replace("\r\n", "\n");
        return crlf ? plain.replace("\n", "\r\n") : plain;
    }
}
