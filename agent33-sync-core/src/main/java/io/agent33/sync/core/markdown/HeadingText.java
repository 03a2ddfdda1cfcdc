package io.agent33.sync.core.markdown;

import java.util.Comparator;
import java.util.List;

/** What a reader sees of a heading: without marks of emphasis, destinations, tags and images, with entities resolved. */
final class HeadingText {
    private final String text;
    private final Entities entities;
    private final List<InlineScan.Piece> pieces;
    private final List<InlineScan.Link> links;
    private final Emphasis emphasis = new Emphasis();
    private final StringBuilder seen = new StringBuilder();
    private int nextPiece;
    private int nextLink;
    private int linkEnd = -1;

    private HeadingText(String text, InlineScan scan, Entities entities) {
        this.text = text;
        this.entities = entities;
        this.pieces = scan.pieces();
        this.links = scan.links().stream()
                .sorted(Comparator.comparingInt(InlineScan.Link::start))
                .toList();
    }

    static String of(String text, InlineScan scan, Entities entities) {
        return new HeadingText(text, scan, entities).read();
    }

    private String read() {
        int i = 0;
        while (i < text.length()) {
            while (nextPiece < pieces.size() && pieces.get(nextPiece).start() < i) {
                nextPiece++;
            }
            while (nextLink < links.size() && links.get(nextLink).start() < i) {
                nextLink++;
            }
            if (nextPiece < pieces.size() && pieces.get(nextPiece).start() == i) {
                i = piece(pieces.get(nextPiece));
            } else if (nextLink < links.size() && links.get(nextLink).start() == i) {
                i = link(links.get(nextLink));
            } else {
                i = character(i);
            }
        }
        return withoutMarks().strip();
    }

    private int piece(InlineScan.Piece piece) {
        switch (piece.kind()) {
            case CODE_SPAN -> seen.append(code(piece));
            case ADDRESS -> seen.append(text, piece.start() + 1, piece.end() - 1);
            default -> {}
        }
        if (piece.start() == linkEnd) {
            emphasis.leave();
            linkEnd = -1;
        }
        return piece.end();
    }

    private String code(InlineScan.Piece span) {
        int marks = Backticks.end(text, span.start()) - span.start();
        String code = text.substring(span.start() + marks, span.end() - marks).replace('\n', ' ');
        boolean padded = code.startsWith(" ") && code.endsWith(" ") && !code.isBlank();
        return padded ? code.substring(1, code.length() - 1) : code;
    }

    private int link(InlineScan.Link link) {
        if (link.image()) {
            return link.end();
        }
        emphasis.enter();
        linkEnd = link.textEnd();
        return link.textStart();
    }

    private int character(int at) {
        char c = text.charAt(at);
        switch (c) {
            case '\\' -> {
                if (LinkTail.isEscapable(text, at + 1)) {
                    seen.append(text.charAt(at + 1));
                    return at + 2;
                }
                if (text.startsWith("\n", at + 1)) {
                    return at + 1;
                }
            }
            case '&' -> {
                int entity = entities.length(text, at, text.length());
                if (entity > 0) {
                    seen.append(entities.decode(text.substring(at, at + entity)));
                    return at + entity;
                }
            }
            case '\n' -> {
                while (seen.length() > 0 && seen.charAt(seen.length() - 1) == ' ') {
                    seen.setLength(seen.length() - 1);
                }
            }
            case '*', '_' -> {
                return marks(at, c);
            }
            default -> {}
        }
        seen.append(c);
        return at + 1;
    }

    private int marks(int start, char mark) {
        int end = start;
        while (end < text.length() && text.charAt(end) == mark) {
            end++;
        }
        int before = start == 0 ? '\n' : text.codePointBefore(start);
        int after = end == text.length() ? '\n' : text.codePointAt(end);
        emphasis.run(seen.length(), mark, end - start, before, after);
        seen.append(text, start, end);
        return end;
    }

    private String withoutMarks() {
        StringBuilder plain = new StringBuilder(seen.length());
        int from = 0;
        for (Emphasis.Run run : emphasis.runs()) {
            plain.append(seen, from, run.place + run.left());
            from = run.place + run.length;
        }
        return plain.append(seen, from, seen.length()).toString();
    }
}
