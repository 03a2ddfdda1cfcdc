package io.agent33.sync.core.markdown;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;

/** Percent-encoding of paths, sparing for who reads the text: letters of all scripts stay. */
final class PathEncoding {
    private static final String AS_THEY_ARE = "-._~/!$*+,;@";

    private PathEncoding() {}

    /** Such that Markdown and HTML take it for one destination, in any of their forms, and in a table's cell too. */
    static String of(String path, boolean blanks) {
        StringBuilder encoded = new StringBuilder(path.length() + 16);
        for (int i = 0; i < path.length(); ) {
            int c = path.codePointAt(i);
            if (isPlain(c) || (blanks && c == ' ' && i > 0 && i + 1 < path.length())) {
                encoded.appendCodePoint(c);
            } else {
                for (byte each : Character.toString(c).getBytes(UTF_8)) {
                    encoded.append('%').append(String.format(Locale.ROOT, "%02X", each & 0xFF));
                }
            }
            i += Character.charCount(c);
        }
        return encoded.toString();
    }

    private static boolean isPlain(int c) {
        if (c < 0x80) {
            return Character.isLetterOrDigit(c) || AS_THEY_ARE.indexOf(c) >= 0;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** With percent-encoded UTF-8 decoded; whatever is none stays as it stands. */
    static String decoded(String text) {
        int percent = text.indexOf('%');
        if (percent < 0) {
            return text;
        }
        StringBuilder decoded = new StringBuilder(text.length());
        int from = 0;
        while (percent >= 0) {
            decoded.append(text, from, percent);
            from = percent;
            while (from + 2 < text.length() && isEncoded(text, from)) {
                from += 3;
            }
            if (from == percent) {
                decoded.append('%');
                from++;
            } else {
                decoded.append(bytes(text, percent, from));
            }
            percent = text.indexOf('%', from);
        }
        return decoded.append(text, from, text.length()).toString();
    }

    private static boolean isEncoded(String text, int at) {
        return text.charAt(at) == '%'
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0
                && text.charAt(at + 1) < 0x80
                && text.charAt(at + 2) < 0x80;
    }

    private static String bytes(String text, int start, int end) {
        ByteBuffer bytes = ByteBuffer.allocate((end - start) / 3);
        for (int i = start; i < end; i += 3) {
            bytes.put((byte) (Character.digit(text.charAt(i + 1), 16) * 16 + Character.digit(text.charAt(i + 2), 16)));
        }
        try {
            return UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            return text.substring(start, end);
        }
    }
}
