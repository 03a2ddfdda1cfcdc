package io.agent33.sync.core.markdown;

import java.util.Comparator;
import java.util.List;

/** What stands in the plain text of a block: bare addresses, as GitHub links them, and path mentions. */
final class Prose {
    private static final String ENDS = "?!.,:*_~'\"";

    private final LeafText leaf;
    private final String text;
    private final Findings findings;
    /** In the order of their beginnings. */
    private final List<InlineScan.Link> links;

    private int from;
    private int nextLink;
    /** Where the text of the last link ends. */
    private int linkEnd;

    Prose(LeafText leaf, Findings findings, List<InlineScan.Link> links) {
        this.leaf = leaf;
        this.text = leaf.text();
        this.findings = findings;
        this.links = links.stream()
                .sorted(Comparator.comparingInt(InlineScan.Link::start))
                .toList();
    }

    /** Reads all but the pieces and the first brackets of links. */
    void between(List<InlineScan.Piece> pieces, int start) {
        from = start;
        for (InlineScan.Piece piece : pieces) {
            brackets(piece.start());
            read(from, piece.start());
            from = piece.end();
        }
        brackets(text.length());
        read(from, text.length());
    }

    private void brackets(int end) {
        while (nextLink < links.size() && links.get(nextLink).start() < end) {
            InlineScan.Link link = links.get(nextLink++);
            read(from, link.start());
            from = link.textStart();
            linkEnd = link.image() ? linkEnd : link.textEnd();
        }
    }

    private void read(int start, int end) {
        if (start >= end) {
            return;
        }
        int last = start;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            int scheme = c == 'h' || c == 'H' ? scheme(i, end) : 0;
            if ((scheme > 0 || c == 'w' || c == 'W') && startsFreely(i)) {
                int address = scheme > 0 ? address(i + scheme, end) : web(i, end);
                if (address > i) {
                    findings.mentions(leaf, last, i, Form.TEXT);
                    url(i, address, scheme == 0);
                    last = address;
                    i = address - 1;
                }
            }
        }
        findings.mentions(leaf, last, end, Form.TEXT);
    }

    private void url(int start, int end, boolean withoutScheme) {
        if (end <= linkEnd) {
            return;
        }
        Range range = leaf.range(start, end);
        String url = (withoutScheme ? "http://" : "") + range.of(findings.document);
        findings.reference(Form.BARE_URL, range, findings.destinations.external(range, url));
    }

    private boolean startsFreely(int at) {
        return at == 0 || LinkTail.isBlank(text.charAt(at - 1)) || "*_~([\"'".indexOf(text.charAt(at - 1)) >= 0;
    }

    private int scheme(int at, int end) {
        String scheme = text.regionMatches(true, at, "https://", 0, 8) ? "https://" : "http://";
        return text.regionMatches(true, at, scheme, 0, scheme.length()) && at + scheme.length() < end
                ? scheme.length()
                : 0;
    }

    private int web(int at, int end) {
        return text.regionMatches(true, at, "www.", 0, 4) && at + 4 < end ? address(at + 4, end) : -1;
    }

    /** Where an address ends whose host begins there, by the rules of GitHub's Markdown; -1 if it is none. */
    private int address(int host, int end) {
        if (!Character.isLetterOrDigit(text.charAt(host))) {
            return -1;
        }
        int last = host;
        int open = 0;
        while (last < end && text.charAt(last) > ' ' && text.charAt(last) != '<' && text.charAt(last) != '`') {
            char c = text.charAt(last++);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        while (last > host) {
            char c = text.charAt(last - 1);
            if (c == ')' && open < 0) {
                open++;
            } else if (ENDS.indexOf(c) < 0) {
                break;
            }
            last--;
        }
        return last;
    }
}
