package io.agent33.sync.core.markdown;

/**
 * A fenced or indented code block.
 *
 * @param fenced whether it has fences; if not, language and info are empty
 * @param language the first word of the info string, in lower case
 * @param info what stands after the opening fence
 * @param range the block with its fences
 * @param content whole lines of the document that hold the code, with indentation and the marks of what contains the block
 * @param position where the content begins; line n of the code stands n lines below, and is indented there perhaps
 * @param code the code alone, its lines ending with LF
 */
public record CodeBlock(
        boolean fenced, String language, String info, Range range, Range content, Position position, String code) {}
