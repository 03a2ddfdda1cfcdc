package io.agent33.sync.core.merge;

import java.nio.charset.Charset;
import java.util.BitSet;
import java.util.Optional;

/**
 * One of three files as text, and beside it what a merge of lines need not know.
 *
 * @param text without a byte-order mark; every line ends with a line feed, the last one too
 * @param byteOrderMark whether the file begins with UTF-8's
 * @param lastLineEnds whether the last line has an end; empty if there is no line
 * @param crlf which lines end with a carriage return and a line feed
 * @param convention whether most do (an equal number: no); empty if no line has an end
 */
record Side(
        String text, boolean byteOrderMark, Optional<Boolean> lastLineEnds, BitSet crlf, Optional<Boolean> convention) {
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    static Side of(byte[] content, Charset charset) {
        boolean marked = startsWithMark(content);
        int skipped = marked ? MARK.length : 0;
        String raw = new String(content, skipped, content.length - skipped, charset);
        StringBuilder text = new StringBuilder(raw.length() + 1);
        BitSet crlf = new BitSet();
        int lines = 0;
        int start = 0;
        for (int feed = raw.indexOf('\n'); feed >= 0; feed = raw.indexOf('\n', start)) {
            boolean returns = feed > start && raw.charAt(feed - 1) == '\r';
            crlf.set(lines, returns);
            text.append(raw, start, returns ? feed - 1 : feed).append('\n');
            start = feed + 1;
            lines++;
        }
        boolean usesCrlf = crlf.cardinality() * 2 > lines;
        Optional<Boolean> convention = lines == 0 ? Optional.empty() : Optional.of(usesCrlf);
        Optional<Boolean> ends = raw.isEmpty() ? Optional.empty() : Optional.of(start == raw.length());
        if (start < raw.length()) {
            crlf.set(lines, usesCrlf);
            text.append(raw, start, raw.length()).append('\n');
        }
        return new Side(text.toString(), marked, ends, crlf, convention);
    }

    /** Whether all lines end alike. */
    boolean isUniform() {
        return crlf.isEmpty()
                || crlf.cardinality() == text.chars().filter(c -> c == '\n').count();
    }

    static byte[] mark() {
        return MARK.clone();
    }

    private static boolean startsWithMark(byte[] content) {
        return content.length >= MARK.length && content[0] == MARK[0] && content[1] == MARK[1] && content[2] == MARK[2];
    }
}
