package io.agent33.sync.core.markdown;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.annotation.Nullable;

/**
 * Reads the text of one paragraph, heading or cell once, from its start to its end, by CommonMark's rules: code spans, tags
 * and autolinks first, then brackets, each closing one with the last that is open. Emphasis is left to
 * {@link HeadingText}: it moves no reference.
 */
final class InlineScan {
    /** Something that is not plain text. */
    record Piece(Kind kind, int start, int end) {}

    enum Kind {
        CODE_SPAN,
        TAG,
        COMMENT,
        ADDRESS,
        TAIL
    }

    /** A link or an image, from its first bracket to the end of its tail. */
    record Link(boolean image, int start, int textStart, int textEnd, int end) {}

    private final LeafText leaf;
    private final String text;
    private final Findings findings;
    private final Function<String, Optional<Destination>> definitions;
    private final Backticks backticks;
    private final Markup markup;
    private final HtmlLinks html;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();

    private int[] open = new int[8];
    private boolean[] image = new boolean[8];
    private boolean[] holdsBrackets = new boolean[8];
    private int depth;
    /** Brackets below cannot become links, because they hold one. */
    private int withoutLink;

    InlineScan(LeafText leaf, Findings findings, Function<String, Optional<Destination>> definitions) {
        this.leaf = leaf;
        this.text = leaf.text();
        this.findings = findings;
        this.definitions = definitions;
        this.backticks = new Backticks(text);
        this.markup = new Markup(text);
        this.html = new HtmlLinks(leaf, findings);
    }

    /** Finds what stands from a place to the text's end. */
    void run(int from) {
        int i = from;
        while (i < text.length()) {
            i = switch (text.charAt(i)) {
                case '\\' -> i + (LinkTail.isEscapable(text, i + 1) ? 2 : 1);
                case '`' -> codeSpan(i);
                case '<' -> angle(i);
                case '!' -> i + 1 < text.length() && text.charAt(i + 1) == '[' ? push(i, true) : i + 1;
                case '[' -> push(i, false);
                case ']' -> close(i);
                default -> i + 1;
            };
        }
        html.end();
        new Prose(leaf, findings, links).between(pieces, from);
    }

    List<Piece> pieces() {
        return pieces;
    }

    /** In the order of their ends. */
    List<Link> links() {
        return links;
    }

    private int codeSpan(int start) {
        int content = Backticks.end(text, start);
        int end = backticks.next(content - start, content);
        if (end < 0) {
            return content;
        }
        findings.mentions(leaf, content, end, Form.CODE_SPAN);
        return piece(Kind.CODE_SPAN, start, end + content - start);
    }

    private int angle(int start) {
        int end = markup.address(start);
        if (end >= 0) {
            return address(start, end, "");
        }
        end = markup.mail(start);
        if (end >= 0) {
            return address(start, end, "mailto:");
        }
        Tag tag = Tag.at(text, start);
        if (tag != null) {
            html.tag(tag);
            return piece(Kind.TAG, start, tag.end());
        }
        end = markup.comment(start);
        if (end >= 0) {
            findings.mentions(leaf, Math.min(start + 4, end), Math.max(start + 4, end - 3), Form.COMMENT);
            return piece(Kind.COMMENT, start, end);
        }
        end = markup.instruction(start);
        return end < 0 ? start + 1 : piece(Kind.COMMENT, start, end);
    }

    private int address(int start, int end, String scheme) {
        Destination destination = findings.destinations.external(
                leaf.range(start + 1, end - 1), scheme + text.substring(start + 1, end - 1));
        findings.reference(Form.AUTOLINK, leaf.range(start, end), destination);
        return piece(Kind.ADDRESS, start, end);
    }

    private int piece(Kind kind, int start, int end) {
        pieces.add(new Piece(kind, start, end));
        return end;
    }

    private int push(int start, boolean isImage) {
        if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
            image = Arrays.copyOf(image, depth * 2);
            holdsBrackets = Arrays.copyOf(holdsBrackets, depth * 2);
        }
        if (depth > 0) {
            holdsBrackets[depth - 1] = true;
        }
        open[depth] = start;
        image[depth] = isImage;
        holdsBrackets[depth++] = false;
        return isImage ? start + 2 : start + 1;
    }

    private int close(int at) {
        if (depth == 0) {
            return at + 1;
        }
        boolean canBeLink = image[--depth] || depth >= withoutLink;
        withoutLink = Math.min(withoutLink, depth);
        if (!canBeLink) {
            return at + 1;
        }
        boolean parenthesis = at + 1 < text.length() && text.charAt(at + 1) == '(';
        LinkTail tail = parenthesis ? LinkTail.inParentheses(text, at + 1) : null;
        return tail == null ? byLabel(at) : inline(at, tail);
    }

    private int inline(int at, LinkTail tail) {
        Destination destination = findings.destinations.read(leaf, tail.start(), tail.destinationEnd(), tail.writing());
        return link(at, tail.end(), image[depth] ? Form.IMAGE : Form.LINK, destination, null);
    }

    private int byLabel(int at) {
        boolean bracket = at + 1 < text.length() && text.charAt(at + 1) == '[';
        int labelEnd = bracket ? LinkTail.label(text, at + 2) : -1;
        int start = at + 2;
        int end = labelEnd;
        if (labelEnd <= start) {
            start = image[depth] ? open[depth] + 2 : open[depth] + 1;
            end = at;
            if (holdsBrackets[depth] || end - start > 999) {
                return at + 1;
            }
        }
        String label = text.substring(start, end);
        Optional<Destination> destination = definitions.apply(label);
        if (destination.isEmpty()) {
            return at + 1;
        }
        Form form = image[depth] ? Form.REFERENCE_IMAGE : Form.REFERENCE_LINK;
        return link(at, labelEnd < 0 ? at + 1 : labelEnd + 1, form, destination.get(), label);
    }

    private int link(int at, int end, Form form, Destination destination, @Nullable String label) {
        int start = open[depth];
        int textStart = form.isImage() ? start + 2 : start + 1;
        Range range = leaf.range(start, end);
        findings.reference(
                form, range, Optional.of(leaf.range(textStart, at)), destination, Optional.ofNullable(label));
        links.add(new Link(form.isImage(), start, textStart, at, end));
        if (!form.isImage()) {
            withoutLink = depth;
        }
        return piece(Kind.TAIL, at, end);
    }
}
