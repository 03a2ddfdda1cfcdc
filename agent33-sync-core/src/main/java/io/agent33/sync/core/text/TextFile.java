package io.agent33.sync.core.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/**
 * A text file: UTF-8 without a NUL byte. All else is binary, and no transform touches it (S4).
 *
 * @param text without the byte-order mark; line ends as they are
 * @param marked whether the file begins with a byte-order mark
 */
public record TextFile(String text, boolean marked) {
    private static final char MARK = '\uFEFF';
    private static final char REPLACEMENT = '\uFFFD';

    /** The file as text; empty if it is binary. */
    public static Optional<TextFile> of(byte[] content) {
        if (holdsNul(content)) {
            return Optional.empty();
        }
        String decoded = new String(content, UTF_8);
        return decoded.indexOf(REPLACEMENT) < 0 || isUtf8(content) ? Optional.of(ofDecoded(decoded)) : Optional.empty();
    }

    /** Asked only where the quick way has found what stands for everything that is not, and for itself. */
    private static boolean isUtf8(byte[] content) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Whether there is a NUL byte; among the first bytes of a file, git takes that for binary. */
    public static boolean holdsNul(byte[] content) {
        for (byte b : content) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    /** What was decoded, with or without a byte-order mark. */
    public static TextFile ofDecoded(String decoded) {
        boolean marked = !decoded.isEmpty() && decoded.charAt(0) == MARK;
        return new TextFile(marked ? decoded.substring(1) : decoded, marked);
    }

    /** The same file with another text. */
    public TextFile with(String changed) {
        return new TextFile(changed, marked);
    }

    /** The text behind the byte-order mark that the file had. */
    public String whole() {
        return marked ? MARK + text : text;
    }
}
