package io.agent33.sync.core.markdown;

import java.util.Optional;

/** Reads destinations: from where they stand in a block to what they mean. */
final class Destinations {
    private static final String ESCAPABLE = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private final String document;
    private final Entities entities;

    Destinations(String document, Entities entities) {
        this.document = document;
        this.entities = entities;
    }

    /** @param start where it stands in the block, with its angle brackets */
    Destination read(LeafText leaf, int start, int end, Writing writing) {
        boolean angles = writing == Writing.ANGLE;
        Range range = leaf.range(start, end);
        int from = angles ? start + 1 : start;
        int to = angles ? end - 1 : end;
        StringBuilder url = new StringBuilder(to - from);
        int path = unescaped(leaf.text(), from, to, writing, url);
        return of(range, leaf.range(from, path), url.toString(), writing);
    }

    /** A mention, or a url: what stands in the document is what it means. */
    Destination verbatim(Range range, Writing writing) {
        String url = range.of(document);
        int hash = writing == Writing.MENTION ? url.indexOf('#') : -1;
        int path = hash < 0 ? range.end() : range.start() + hash;
        return of(range, new Range(range.start(), path), url, writing);
    }

    /** A url that is written without its scheme. */
    Destination external(Range range, String url) {
        return of(range, range, url, Writing.ADDRESS);
    }

    /** Without escapes and entities; where the path ends, before them. */
    private int unescaped(String text, int from, int to, Writing writing, StringBuilder url) {
        int path = -1;
        for (int i = from; i < to; ) {
            int start = i;
            char c = text.charAt(i);
            int entity = c == '&' && writing != Writing.ADDRESS ? entities.length(text, i, to) : 0;
            if (entity > 0) {
                url.append(entities.decode(text.substring(i, i + entity)));
                i += entity;
            } else if (c == '\\'
                    && (writing == Writing.PLAIN || writing == Writing.ANGLE)
                    && i + 1 < to
                    && ESCAPABLE.indexOf(text.charAt(i + 1)) >= 0) {
                url.append(text.charAt(i + 1));
                i += 2;
            } else {
                url.append(c);
                i++;
            }
            char last = url.charAt(url.length() - 1);
            if (path < 0 && (last == '?' || last == '#')) {
                path = start;
            }
        }
        return path < 0 ? to : path;
    }

    private Destination of(Range range, Range pathRange, String url, Writing writing) {
        String raw = range.of(document);
        if (isExternal(url)) {
            Range none = new Range(pathRange.start(), pathRange.start());
            return new Destination(
                    range, raw, url, DestinationKind.EXTERNAL, "", none, Optional.empty(), Optional.empty(), writing);
        }
        int hash = url.indexOf('#');
        String before = hash < 0 ? url : url.substring(0, hash);
        int mark = writing == Writing.MENTION ? -1 : before.indexOf('?');
        String path = mark < 0 ? before : before.substring(0, mark);
        return new Destination(
                range,
                raw,
                url,
                kind(path),
                writing == Writing.MENTION ? path : PathEncoding.decoded(path),
                pathRange,
                mark < 0 ? Optional.empty() : Optional.of(before.substring(mark + 1)),
                hash < 0 ? Optional.empty() : Optional.of(PathEncoding.decoded(url.substring(hash + 1))),
                writing);
    }

    private static DestinationKind kind(String path) {
        if (path.isEmpty()) {
            return DestinationKind.ANCHOR;
        }
        return path.charAt(0) == '/' ? DestinationKind.ABSOLUTE : DestinationKind.RELATIVE;
    }

    private static boolean isExternal(String url) {
        if (url.startsWith("//")) {
            return true;
        }
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (i > 0 && c == ':') {
                return true;
            }
            if (!letter && (i == 0 || !((c >= '0' && c <= '9') || c == '+' || c == '.' || c == '-'))) {
                return false;
            }
        }
        return false;
    }
}
