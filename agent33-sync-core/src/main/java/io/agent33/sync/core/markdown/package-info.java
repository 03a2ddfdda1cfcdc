/**
 * The one place that parses Markdown: references with their exact ranges, headings with their ids, code blocks and front
 * matter, from one parse of a text (S6, S7). It finds and never changes; what it finds is given as ranges of the text, so
 * that others can replace exactly those characters. Offsets count UTF-16 units of the decoded text.
 *
 * <p>Blocks are parsed by commonmark-java. What stands within a block is read by a scanner of our own, for two reasons:
 * it knows where a destination stands, which that library's tree does not tell, and its time is linear whatever the input.
 *
 * <h2>What a path mention is</h2>
 *
 * <p>A path mention is a token that may name a path of a repository. The reader decides whether it does. A token is a
 * longest run of <em>name characters</em>: letters, digits and marks of any script, and {@code _ - . / + @}. It is a mention if
 *
 * <ol>
 *   <li>it has a slash and a letter, no empty segment ({@code //}) and no segment of three or more dots, and does not begin
 *       with {@code www.}; a leading {@code @} is not part of it, and is borne only where the last segment has a dot;
 *   <li>it stands free on the left: at the start, after a blank, a quotation mark, an opening bracket or one of
 *       {@code , ; : | = ! >}, or after marks of emphasis; but with a leading slash not after {@code : < >} or emphasis, and not after
 *       {@code :} that ends something with an {@code @} ({@code git@host:org/repo});
 *   <li>it stands free on the right: at the end, before a blank, a quotation mark, a closing bracket or one of
 *       {@code , ; : ! | #}, a question mark that ends a sentence, a closing tag, or marks of emphasis; in code also before an
 *       escape such as {@code \n}. So no glob ({@code core/**}), no template ({@code core/{x}/y}, {@code core/<name>}) and no part of one
 *       is a mention: what has become one stays one up to the next blank or quotation mark;
 *   <li>it is no part of a URL: what follows {@code ://} is none up to the next blank or quotation mark.
 * </ol>
 *
 * <p>A full stop at the end belongs to the sentence. A fragment ({@code #anchor}) belongs to the mention and its
 * destination; a line number ({@code :12}, {@code :12-20}, {@code :12:3}) to the mention alone. A path with brackets
 * or a backslash in it is none, and one with blanks falls into its words, because nobody can tell where it ends. A mention is taken as it stands:
 * nothing in it is decoded.
 */
@ParametersAreNonnullByDefault
package io.agent33.sync.core.markdown;

import javax.annotation.ParametersAreNonnullByDefault;
