package io.agent33.sync.core.link;

import io.agent33.sync.core.markdown.MarkdownText;
import io.agent33.sync.core.markdown.PathMentions;
import io.agent33.sync.core.markdown.Reference;
import io.agent33.sync.core.text.CommentStyle;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A text and what it refers to. Immutable; made by {@link LinkReader}.
 *
 * @param text as it was read
 * @param references in the order of their beginnings, the outer before the inner
 * @param markdown all else that stands in it, if it is Markdown
 */
public record LinkedText(String text, List<Reference> references, Optional<MarkdownText> markdown) {
    private static final Set<String> MARKDOWN =
            Set.of("md", "markdown", "mdown", "mdwn", "mkd", "mkdn", "mkdown", "mdc", "mdx", "livemd");

    public LinkedText {
        references = List.copyOf(references);
    }

    /** Whether a file is Markdown, by its path or name: as GitHub has it, and the Markdown with code of MDX and editors' rules. */
    public static boolean isMarkdown(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.indexOf('.') >= 0 && MARKDOWN.contains(CommentStyle.ending(name));
    }

    static LinkedText of(boolean isMarkdown, String text) {
        if (!isMarkdown) {
            return new LinkedText(text, PathMentions.in(text), Optional.empty());
        }
        MarkdownText markdown = MarkdownText.parse(text);
        return new LinkedText(text, markdown.references(), Optional.of(markdown));
    }

    /** About how many bytes it takes in memory. */
    long weight() {
        long found = references.size() + markdown.map(LinkedText::found).orElse(0L);
        return 500 + 2L * text.length() + 300 * found;
    }

    private static long found(MarkdownText markdown) {
        return (long) markdown.headings().size()
                + markdown.anchors().size()
                + markdown.codeBlocks().size();
    }
}
