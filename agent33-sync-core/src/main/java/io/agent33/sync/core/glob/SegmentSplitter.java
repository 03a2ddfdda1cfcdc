package io.agent33.sync.core.glob;

import java.util.ArrayList;
import java.util.List;

/** Cuts a glob without braces at its slashes, and refuses what no path inside a repository can look like. */
final class SegmentSplitter {
    private final String pattern;
    private final boolean oneOfSeveral;

    /** @param oneOfSeveral whether what is split came out of braces, so that a message says so */
    SegmentSplitter(String pattern, boolean oneOfSeveral) {
        this.pattern = pattern;
        this.oneOfSeveral = oneOfSeveral;
    }

    /** The segments, none of them empty; at least one. */
    List<List<Symbol>> split(List<Symbol> symbols) {
        List<List<Symbol>> segments = new ArrayList<>();
        List<Symbol> segment = new ArrayList<>();
        for (Symbol symbol : symbols) {
            if (symbol instanceof Symbol.Slash) {
                requireSegment(segment, segments.isEmpty(), symbol.index());
                segments.add(segment);
                segment = new ArrayList<>();
            } else {
                segment.add(symbol);
            }
        }
        requireLastSegment(segment, symbols);
        segments.add(segment);
        return segments;
    }

    private void requireSegment(List<Symbol> segment, boolean first, int slash) {
        if (segment.isEmpty() && first) {
            throw error(
                    slash,
                    "the glob begins with '/', but it is relative to the root of the repository",
                    "leave the '/' out");
        }
        if (segment.isEmpty()) {
            throw error(slash, "two '/' have nothing between them", "leave one of them out");
        }
        requireNoDots(segment);
    }

    private void requireLastSegment(List<Symbol> segment, List<Symbol> symbols) {
        if (symbols.isEmpty()) {
            throw error(0, "the glob is empty", "write '**' for every file");
        }
        if (segment.isEmpty()) {
            throw error(
                    symbols.get(symbols.size() - 1).index(),
                    "the glob ends with '/', but it selects files and not folders",
                    "write '/**' for all files below the folder");
        }
        requireNoDots(segment);
    }

    private void requireNoDots(List<Symbol> segment) {
        boolean dots = segment.size() <= 2
                && segment.stream().allMatch(each -> each instanceof Symbol.Literal one && one.codePoint() == '.');
        if (dots) {
            String name = ".".repeat(segment.size());
            throw error(
                    segment.get(0).index(),
                    "no path in a repository has a segment '" + name + "'",
                    "write the path from the root of the repository, without '" + name + "'");
        }
    }

    private GlobSyntaxException error(int index, String reason, String remedy) {
        return new GlobSyntaxException(
                pattern, index, reason + (oneOfSeveral ? " (in one alternative of the braces)" : ""), remedy);
    }
}
