package io.agent33.sync.core.markdown;

import java.util.Optional;

/** Finds front matter by its lines of three hyphens, as Jekyll and GitHub do. */
final class FrontMatterLines {
    private FrontMatterLines() {}

    static Optional<FrontMatter> of(String text, Lines lines) {
        int start = text.startsWith("\uFEFF") ? 1 : 0;
        if (!isHyphens(text, start, lines.start(1))) {
            return Optional.empty();
        }
        for (int line = 1; line < lines.count(); line++) {
            if (isHyphens(text, lines.start(line), lines.start(line + 1))) {
                return Optional.of(new FrontMatter(
                        new Range(start, lines.start(line + 1)), new Range(lines.start(1), lines.start(line))));
            }
        }
        return Optional.empty();
    }

    private static boolean isHyphens(String text, int start, int end) {
        return text.startsWith("---", start)
                && start + 3 <= end
                && text.substring(start + 3, end).isBlank();
    }
}
