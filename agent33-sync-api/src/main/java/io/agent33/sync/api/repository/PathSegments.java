package io.agent33.sync.api.repository;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What makes one segment of a path unsafe to write somewhere (S4). */
final class PathSegments {
    /** The longest name that ext4, APFS and NTFS all hold. */
    private static final int MAX_BYTES = 255;
    /** How many characters of a path a message repeats. */
    private static final int MAX_SHOWN = 300;

    private static final String FORBIDDEN_ON_WINDOWS = "<>:\"|?*\\";
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\\$|conout\\$)[ ]*(\\..*)?");
    private static final Pattern SHORT_NAME_OF_GIT = Pattern.compile("git~[0-9]+");
    /** Code points that HFS+ drops when it compares names. */
    private static final Pattern IGNORED_BY_HFS =
            Pattern.compile("[\\u200c-\\u200f\\u202a-\\u202e\\u206a-\\u206f\\ufeff]");

    private PathSegments() {}

    static Optional<String> problemOf(String segment) {
        return isPlain(segment) ? Optional.empty() : problemOfUnusual(segment);
    }

    /** Whether nothing below can object to it: a short cut for the names that nearly all files have. */
    private static boolean isPlain(String segment) {
        int length = segment.length();
        if (length == 0 || length > MAX_BYTES || segment.charAt(length - 1) == '.') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = segment.charAt(i);
            if (c != '.' && !isPlain(c) && !isWithinAName(segment, i)) {
                return false;
            }
        }
        int stem = segment.indexOf('.');
        return switch (stem < 0 ? length : stem) {
            case 0 -> !segment.startsWith(".g") && !segment.startsWith(".G");
            // Of plain characters, a device's name has three (con) or four, a digit at the end (com1).
            case 3 -> !isDevice(segment);
            case 4 -> segment.charAt(3) > '9' || !isDevice(segment);
            default -> true;
        };
    }

    /** A space before a plain character: it is neither at the end of the name, nor at that of what stands before its dot. */
    private static boolean isWithinAName(String segment, int at) {
        return segment.charAt(at) == ' ' && at + 1 < segment.length() && isPlain(segment.charAt(at + 1));
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    private static Optional<String> problemOfUnusual(String segment) {
        if (segment.isEmpty()) {
            return Optional.of("it has an empty segment, or starts or ends with a slash");
        }
        String visible = IGNORED_BY_HFS.matcher(segment).replaceAll("");
        if (visible.isEmpty() || visible.equals(".") || visible.equals("..")) {
            return Optional.of("it has a \"" + printable(segment) + "\" segment");
        }
        if (segment.indexOf('\uFFFD') >= 0) {
            return Optional.of("its name is not UTF-8");
        }
        if (segment.codePoints().anyMatch(Character::isISOControl)) {
            return Optional.of("it holds a control character");
        }
        if (segment.codePoints().anyMatch(PathSegments::isHalfAPair)) {
            return Optional.of("it holds half a surrogate pair, which is no character");
        }
        if (segment.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            return Optional.of("a segment is longer than " + MAX_BYTES + " bytes");
        }
        return isGit(segment)
                ? Optional.of("file systems take \"" + printable(segment) + "\" for .git")
                : windows(segment);
    }

    private static boolean isGit(String segment) {
        String folded = IGNORED_BY_HFS.matcher(segment).replaceAll("").toLowerCase(Locale.ROOT);
        int stream = folded.indexOf(':');
        String name = (stream < 0 ? folded : folded.substring(0, stream)).replaceAll("[. ]+$", "");
        return name.equals(".git") || SHORT_NAME_OF_GIT.matcher(name).matches();
    }

    private static Optional<String> windows(String segment) {
        for (int i = 0; i < segment.length(); i++) {
            if (FORBIDDEN_ON_WINDOWS.indexOf(segment.charAt(i)) >= 0) {
                return Optional.of("Windows cannot hold the character '" + segment.charAt(i) + "'");
            }
        }
        char last = segment.charAt(segment.length() - 1);
        if (last == '.' || last == ' ') {
            return Optional.of("Windows cannot hold a name that ends with a dot or a space");
        }
        return isDevice(segment)
                ? Optional.of("\"" + printable(segment) + "\" is a device's name on Windows")
                : Optional.empty();
    }

    private static boolean isDevice(String segment) {
        return DEVICE.matcher(segment).matches();
    }

    private static boolean isHalfAPair(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    /** The text on one line of sensible length, with what nobody sees escaped, for messages. */
    static String printable(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().limit(MAX_SHOWN).forEach(c -> {
            if (isVisible(c)) {
                out.appendCodePoint(c);
            } else {
                out.append(String.format(Locale.ROOT, c > 0xFFFF ? "\\U%08x" : "\\u%04x", c));
            }
        });
        return text.codePointCount(0, text.length()) > MAX_SHOWN ? out + "…" : out.toString();
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
