package io.agent33.sync.core.glob;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The lines of a file in the syntax of {@code .gitignore}: the last line that matches decides, {@code !} takes back, a
 * slash at the beginning or in the middle ties a line to the root, one at the end asks for a folder, and below an ignored
 * folder nothing can be taken back. A line that git could not read matches nothing, as in git. Immutable.
 */
public final class IgnoreRules {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\*?\\[\\]#! ]");

    private final List<Line> lines;

    private record Line(Glob glob, boolean ignores, boolean foldersOnly) {}

    private IgnoreRules(List<Line> lines) {
        this.lines = lines;
    }

    /** Reads the whole text of a file. */
    public static IgnoreRules parse(String text) {
        List<Line> lines = new ArrayList<>();
        // As git does: a byte-order mark is no part of the first line.
        String lined = text.startsWith("\uFEFF") ? text.substring(1) : text;
        lined.lines().forEach(line -> read(line, lines));
        return new IgnoreRules(List.copyOf(lines));
    }

    /** The line that ignores exactly this file, whatever characters its path has. */
    public static String lineFor(String path) {
        return "/" + SPECIAL.matcher(path).replaceAll("\\\\$0");
    }

    private static void read(String written, List<Line> lines) {
        String line = withoutTrailingSpaces(written);
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        boolean ignores = !line.startsWith("!");
        String pattern = ignores ? line : line.substring(1);
        boolean foldersOnly = pattern.endsWith("/");
        if (foldersOnly) {
            pattern = pattern.substring(0, pattern.length() - 1);
        }
        boolean rooted = pattern.indexOf('/') >= 0;
        if (pattern.startsWith("/")) {
            pattern = pattern.substring(1);
        }
        // All that is in a folder is not the folder: what is in it can be taken back.
        if (pattern.endsWith("/**")) {
            pattern = pattern + "/*";
        }
        try {
            Glob glob = Glob.parse((rooted ? "" : "**/") + withoutBraces(pattern));
            lines.add(new Line(glob, ignores, foldersOnly));
        } catch (GlobSyntaxException e) {
            // As git does: a pattern that cannot be read matches nothing.
        }
    }

    private static String withoutTrailingSpaces(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == ' ' && (end < 2 || line.charAt(end - 2) != '\\')) {
            end--;
        }
        return line.substring(0, end);
    }

    /** Braces mean nothing to git. */
    private static String withoutBraces(String pattern) {
        return pattern.replace("{", "\\{").replace("}", "\\}");
    }

    /** Whether a file is ignored. */
    public boolean ignores(String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (decides(path.substring(0, slash), true)) {
                return true;
            }
        }
        return decides(path, false);
    }

    private boolean decides(String path, boolean folder) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            Line line = lines.get(i);
            if ((folder || !line.foldersOnly()) && line.glob().matches(path)) {
                return line.ignores();
            }
        }
        return false;
    }
}
