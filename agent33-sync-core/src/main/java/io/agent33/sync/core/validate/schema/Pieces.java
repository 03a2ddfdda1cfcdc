package io.agent33.sync.core.validate.schema;

import io.agent33.sync.core.link.LinkReader;
import io.agent33.sync.core.link.LinkedText;
import io.agent33.sync.core.markdown.CodeBlock;
import io.agent33.sync.core.markdown.MarkdownText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The data of a file. */
final class Pieces {
    private Pieces() {}

    /** Whether a file of that name can hold any. */
    static boolean canStandIn(String name) {
        return Language.ofFile(name).isPresent() || LinkedText.isMarkdown(name);
    }

    /**
     * In their order.
     *
     * @param text without a byte-order mark
     * @param links has read Markdown for others, perhaps
     */
    static List<Piece> of(String name, String text, LinkReader links) {
        Optional<Language> file = Language.ofFile(name);
        if (file.isPresent()) {
            return List.of(new Piece(file.get(), true, 0, text, LinePlaces.WHOLE));
        }
        return LinkedText.isMarkdown(name) && holdsFences(text) ? blocks(links.read(name, text)) : List.of();
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

    private static List<Piece> blocks(LinkedText read) {
        List<Piece> blocks = new ArrayList<>();
        List<CodeBlock> all = read.markdown().map(MarkdownText::codeBlocks).orElse(List.of());
        for (CodeBlock block : all) {
            Language.of(block.language())
                    .ifPresent(language -> blocks.add(new Piece(
                            language,
                            false,
                            blocks.size(),
                            block.code(),
                            LinePlaces.of(
                                    block.position().line(), block.content().of(read.text()), block.code()))));
        }
        return blocks;
    }
}
