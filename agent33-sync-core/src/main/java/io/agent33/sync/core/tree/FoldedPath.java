package io.agent33.sync.core.tree;

import java.text.Normalizer;
import java.util.Locale;

/** What file systems that ignore case or Unicode normalisation take for the same path (S4). */
public final class FoldedPath {
    private FoldedPath() {}

    /** Equal for paths that such a file system cannot hold side by side. */
    public static String of(String path) {
        if (isPlain(path)) {
            return path.toLowerCase(Locale.ROOT);
        }
        String decomposed = Normalizer.normalize(path, Normalizer.Form.NFD);
        return Normalizer.normalize(decomposed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    private static boolean isPlain(String path) {
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
