package io.agent33.sync.core.merge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Three files as texts in one encoding, and a merged text as a file again. UTF-8 if all three are, else ISO 8859-1, in which
 * every byte is a character, so that every byte survives.
 *
 * <p>The byte-order mark and the end of the last line are merged as facts of their own: what one side changed counts. They
 * never conflict, since a side that differs from the base can differ in one way only.
 */
record Sides(Charset charset, Side base, Side local, Side upstream) {
    static Sides of(byte[] base, byte[] local, byte[] upstream) {
        Charset charset = Stream.of(base, local, upstream).allMatch(Sides::isUtf8) ? UTF_8 : ISO_8859_1;
        return new Sides(charset, Side.of(base, charset), Side.of(local, charset), Side.of(upstream, charset));
    }

    /**
     * A merged text with byte-order mark, line ends and end of file as the three sides want them.
     *
     * @param ends whether the text has to end with a line end, since a marker stands there
     * @throws CharacterCodingException if the text holds what the encoding cannot say
     */
    byte[] encoded(String text, boolean ends) throws CharacterCodingException {
        String restored = LineEnds.of(this).restoredIn(text);
        if (!ends && !lastLineEnds()) {
            restored = restored.substring(
                    0, restored.length() - (restored.endsWith("\r\n") ? 2 : restored.isEmpty() ? 0 : 1));
        }
        ByteBuffer content = charset.newEncoder().encode(CharBuffer.wrap(restored));
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.remaining() + Side.mark().length);
        if (theirsUnlessOursChanged(base.byteOrderMark(), local.byteOrderMark(), upstream.byteOrderMark())) {
            out.writeBytes(Side.mark());
        }
        out.write(content.array(), content.arrayOffset(), content.remaining());
        return out.toByteArray();
    }

    /** Whether lines end with a carriage return and a line feed where nothing else says so. */
    boolean usesCrlf() {
        return merged(Side::convention, false);
    }

    private boolean lastLineEnds() {
        return merged(Side::lastLineEnds, true);
    }

    /** A fact merged three-way; a side that has none, since it is empty, has not changed it. */
    private boolean merged(Function<Side, Optional<Boolean>> fact, boolean otherwise) {
        Optional<Boolean> before = fact.apply(base);
        Optional<Boolean> ours = fact.apply(local).or(() -> before);
        Optional<Boolean> theirs = fact.apply(upstream).or(() -> before);
        return (ours.equals(before) ? theirs : ours).orElse(otherwise);
    }

    static boolean theirsUnlessOursChanged(boolean base, boolean ours, boolean theirs) {
        return ours == base ? theirs : ours;
    }

    private static boolean isUtf8(byte[] content) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
