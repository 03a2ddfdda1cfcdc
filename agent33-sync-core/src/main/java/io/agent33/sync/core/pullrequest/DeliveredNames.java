package io.agent33.sync.core.pullrequest;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells whether a line of text names one of some files, or a folder that holds one. It does so by
 *
 * <ul>
 *   <li>a file's path, {@code core/x/Y.md}, also with a leading slash or at the end of a web address;
 *   <li>the end of its path, {@code x/Y.md} or {@code ./Y.md}, down to the bare name {@code Y.md}, which must have a dot
 *       ({@code LICENSE} is also a word);
 *   <li>a folder's whole path with at least one slash, {@code core/}, {@code core/x}, {@code core/x/*}.
 * </ul>
 *
 * A name ends where a character stands that is no letter, no digit, not beyond ASCII and none of {@code . _ - + ~ % /};
 * a full stop at its end belongs to the sentence. Case matters. A name that holds such a character itself, a space for
 * example, is not found. Linear in the length of the line.
 */
final class DeliveredNames {
    /** No path is longer; what is longer in a text is something else. */
    private static final int LONGEST = 4096;

    private static final String PART_OF_NAMES = "._-+~%/*";

    private final Set<String> paths;
    private final Set<String> endings = new HashSet<>();
    private final Set<String> folders = new HashSet<>();
    private int deepest;

    DeliveredNames(Collection<String> paths) {
        this.paths = Set.copyOf(paths);
        this.paths.forEach(this::add);
    }

    private void add(String path) {
        endings.add(path);
        int depth = 1;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            folders.add(path.substring(0, slash));
            endings.add(path.substring(slash + 1));
            depth++;
        }
        deepest = Math.max(deepest, depth);
    }

    boolean namedIn(String line) {
        int start = 0;
        for (int i = 0; i <= line.length(); i++) {
            if (i == line.length() || !isPartOfNames(line.charAt(i))) {
                if (i > start && i - start <= LONGEST && isName(line.substring(start, i))) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }

    private static boolean isPartOfNames(char c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || PART_OF_NAMES.indexOf(c) >= 0;
        }
        boolean punctuation = c < 0xC0 || (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F) || c >= 0xFF00;
        return !punctuation;
    }

    private boolean isName(String token) {
        String name = withoutStops(withoutStars(token));
        if (name.startsWith("//")) {
            return endsWithPath(name);
        }
        if (name.startsWith("/")) {
            return paths.contains(name.substring(1)) || isFolder(name.substring(1));
        }
        String inner = withoutDots(name);
        return (endings.contains(inner) && (inner.indexOf('.') >= 0 || inner.indexOf('/') >= 0)) || isFolder(inner);
    }

    /** Without the stars of emphasis around it, and without the wildcards after a folder. */
    private static String withoutStars(String token) {
        int start = 0;
        while (start < token.length() && token.charAt(start) == '*') {
            start++;
        }
        int star = token.indexOf('*', start);
        if (star < 0) {
            return token.substring(start);
        }
        int end = token.length();
        while (token.charAt(end - 1) == '*') {
            end--;
        }
        boolean wildcard = token.charAt(star - 1) == '/';
        return wildcard || end <= star ? token.substring(start, star) : "";
    }

    private static String withoutStops(String name) {
        int end = name.length();
        while (end > 0 && name.charAt(end - 1) == '.') {
            end--;
        }
        return name.substring(0, end);
    }

    /** Without {@code ./} and {@code ../} at its start, of which nobody knows where they start from. */
    private static String withoutDots(String name) {
        int start = 0;
        while (name.startsWith("./", start) || name.startsWith("../", start)) {
            start = name.indexOf('/', start) + 1;
        }
        return name.substring(start);
    }

    private boolean isFolder(String name) {
        boolean slashAtEnd = name.endsWith("/");
        String folder = slashAtEnd ? name.substring(0, name.length() - 1) : name;
        return (slashAtEnd || folder.indexOf('/') >= 0) && folders.contains(folder);
    }

    private boolean endsWithPath(String address) {
        int slash = address.lastIndexOf('/');
        for (int depth = 2; depth <= deepest && slash > 0; depth++) {
            slash = address.lastIndexOf('/', slash - 1);
            if (paths.contains(address.substring(slash + 1))) {
                return true;
            }
        }
        return false;
    }
}
