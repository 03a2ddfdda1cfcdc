package io.agent33.sync.core.validate.schema;

import io.agent33.sync.core.markdown.CodeBlock;
import io.agent33.sync.core.markdown.MarkdownText;
import io.agent33.sync.core.text.CommentStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The data of a file. */
final class Pieces {
    private static final Set<String> MARKDOWN = Set.of("md", "markdown", "mdc", "mdx");

    private Pieces() {}

    /** Whether a file of that name can hold any. */
    static boolean canStandIn(String name) {
        return Language.ofFile(name).isPresent() || MARKDOWN.contains(CommentStyle.ending(name));
    }

    /**
     * In their order.
     *
     * @param text without a byte-order mark
     */
    static List<Piece> of(String name, String text) {
        Optional<Language> file = Language.ofFile(name);
        if (file.isPresent()) {
            return List.of(new Piece(file.get(), true, 0, text, LinePlaces.WHOLE));
        }
        return MARKDOWN.contains(CommentStyle.ending(name)) && holdsFences(text) ? blocks(text) : List.of();
    }

    /** Most documents have no such block, and need not be parsed for it. */
    private static boolean holdsFences(String text) {
        return holdsFence(text, "```") || holdsFence(text, "~~~");
    }

    private static boolean holdsFence(String text, String fence) {
        for (int at = text.indexOf(fence); at >= 0; at = text.indexOf(fence, at)) {
            while (at < text.length() && (text.charAt(at) == fence.charAt(0) || text.charAt(at) == ' ')) {
                at++;
            }
            if (startsWith(text, at, "json") || startsWith(text, at, "yaml") || startsWith(text, at, "yml")) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(String text, int at, String word) {
        return text.regionMatches(true, at, word, 0, word.length());
    }

    private static List<Piece> blocks(String text) {
        List<Piece> blocks = new ArrayList<>();
        for (CodeBlock block : MarkdownText.parse(text).codeBlocks()) {
            Language.of(block.language())
                    .ifPresent(language -> blocks.add(new Piece(
                            language,
                            false,
                            blocks.size(),
                            block.code(),
                            LinePlaces.of(
                                    block.position().line(), block.content().of(text), block.code()))));
        }
        return blocks;
    }
}
