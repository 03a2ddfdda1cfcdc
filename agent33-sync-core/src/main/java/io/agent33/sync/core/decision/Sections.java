package io.agent33.sync.core.decision;

import io.agent33.sync.core.text.Excerpt;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The headings of a Markdown text, those that begin with {@code #}, outside of code blocks. */
final class Sections {
    /** Matching a heading may take time by the square of its length. */
    private static final int LONGEST = 1000;

    private static final Pattern HEADING = Pattern.compile(" {0,3}#{1,6}[ \\t]+(.*?)(?:[ \\t]+#+)?[ \\t]*");
    private static final Pattern FENCE = Pattern.compile(" {0,3}(```|~~~).*");
    private static final Pattern MARKS = Pattern.compile("[*`]|\\]\\([^)]*\\)|\\[");
    private static final Pattern MARKDOWN = Pattern.compile(".*\\.(md|mdx|markdown)");

    private final List<String> lines;

    private Sections(List<String> lines) {
        this.lines = lines;
    }

    /** Of a file that by its name is no Markdown there are none. */
    static Sections of(String file, Lines text) {
        boolean isMarkdown = MARKDOWN.matcher(file.toLowerCase(Locale.ROOT)).matches();
        return new Sections(isMarkdown ? text.all() : List.of());
    }

    /** The last heading that is at a line or before it, without its marks. */
    Optional<String> at(int line) {
        Optional<String> found = Optional.empty();
        boolean isCode = false;
        for (String each : lines.subList(0, Math.min(line + 1, lines.size()))) {
            isCode ^= FENCE.matcher(each).matches();
            Matcher heading = HEADING.matcher(each);
            if (!isCode && each.length() <= LONGEST && heading.matches()) {
                found = Optional.of(
                        MARKS.matcher(heading.group(1)).replaceAll("").strip());
            }
        }
        return found.filter(text -> !text.isEmpty()).map(Excerpt::of);
    }
}
