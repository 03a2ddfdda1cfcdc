package io.agent33.sync.core.merge;

import io.agent33.sync.api.merge.ConflictMarkers;
import io.agent33.sync.api.merge.MergeLabels;
import io.agent33.sync.api.merge.MergeResult;
import io.agent33.sync.api.merge.MergeStrategy;
import io.agent33.sync.api.merge.ThreeWay;
import io.agent33.sync.api.repository.RepoPath;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Map;

/**
 * Merges files (S8). A strategy sees texts; encoding, byte-order mark, line ends and the end of the file are settled here,
 * before and after. Pure and thread-safe.
 */
public final class Merging {
    /** Git's own measure. */
    private static final int LOOKED_AT_FOR_NUL = 8000;

    /** Longer markers are of no use to anybody, and each conflict has four of them. */
    private static final int LONGEST_MARKER = 1000;

    private Merging() {}

    /** By lines, with diff3 markers where both sides changed the same or adjacent lines; the default. */
    public static MergeStrategy lines() {
        return new LineMerge(LineMerge.Meeting.MARKED);
    }

    /** By lines; where edits meet, the local side's stay. Of a binary file that both changed, the local one. */
    public static MergeStrategy ours() {
        return new LineMerge(LineMerge.Meeting.LOCAL);
    }

    /** By lines; where edits meet, the upstream's stay. Of a binary file that both changed, the upstream's. */
    public static MergeStrategy theirs() {
        return new LineMerge(LineMerge.Meeting.UPSTREAM);
    }

    /**
     * By lines; where edits meet, the local lines stay and the upstream's follow. As {@code git merge-file --union}, but for
     * unchanged lines between two such places: git repeats up to three of them, which nobody asked for.
     */
    public static MergeStrategy union() {
        return new LineMerge(LineMerge.Meeting.BOTH);
    }

    /**
     * YAML, JSON and the front matter of Markdown key by key; comments, order and form stay. By lines where that is not
     * possible: other files, anchors and aliases, keys that share a line, keys in another order, a key that one side
     * changed and the other took away.
     */
    public static MergeStrategy structured() {
        return new StructuredMerge();
    }

    /** The strategies that a rule can name without anybody registering them. */
    public static Map<String, MergeStrategy> byName() {
        return Map.of(
                "lines", lines(), "ours", ours(), "theirs", theirs(), "union", union(), "structured", structured());
    }

    /**
     * Merges the bytes of three files. If two are equal, no strategy is asked, and the result is one of these arrays.
     *
     * <p>The texts are UTF-8 if all three are, else ISO 8859-1, so that every byte survives. Byte-order mark and end of the
     * last line are each merged for themselves and never conflict. Line ends: a file's convention is what most of its lines
     * end with (equal numbers: the line feed); the merged convention is the local side's if it changed it, else the
     * upstream's. A line that is in all three keeps its end unless a side changed that; a line that one side brought follows the
     * merged convention if it followed that side's.
     *
     * @param path where the file lies downstream
     * @param base what both sides began with
     * @param labels what the sides are called in markers
     * @throws IllegalStateException if the strategy breaks its law: a text that the encoding cannot say, or a conflict outside of it
     */
    public static Merged merge(
            RepoPath path, byte[] base, byte[] local, byte[] upstream, MergeLabels labels, MergeStrategy strategy) {
        if (Arrays.equals(local, upstream) || Arrays.equals(base, upstream)) {
            return new Merged.Clean(local);
        }
        if (Arrays.equals(base, local)) {
            return new Merged.Clean(upstream);
        }
        if (isBinary(base) || isBinary(local) || isBinary(upstream)) {
            return binary(local, upstream, strategy);
        }
        Sides sides = Sides.of(base, local, upstream);
        int size = MarkerLines.sizeFor(
                sides.base().text(), sides.local().text(), sides.upstream().text());
        ThreeWay threeWay = new ThreeWay(
                path,
                sides.base().text(),
                sides.local().text(),
                sides.upstream().text(),
                new ConflictMarkers(Math.min(size, LONGEST_MARKER), labels));
        MergeResult result = merged(threeWay, strategy);
        if (result instanceof MergeResult.Conflicted && size > LONGEST_MARKER) {
            return new Merged.Unmergeable(Merged.Reason.UNMARKABLE);
        }
        return asBytes(path, sides, result);
    }

    /** A strategy that knows which side wins needs no lines for it. */
    private static Merged binary(byte[] local, byte[] upstream, MergeStrategy strategy) {
        LineMerge.Meeting meeting = strategy instanceof LineMerge lines ? lines.meeting() : LineMerge.Meeting.MARKED;
        return switch (meeting) {
            case LOCAL -> new Merged.Clean(local);
            case UPSTREAM -> new Merged.Clean(upstream);
            case MARKED, BOTH -> new Merged.Unmergeable(Merged.Reason.BINARY);
        };
    }

    /** What differs in line ends and the like alone is no business of a strategy. */
    private static MergeResult merged(ThreeWay sides, MergeStrategy strategy) {
        if (sides.base().equals(sides.local())) {
            return new MergeResult.Clean(sides.upstream());
        }
        return sides.base().equals(sides.upstream()) || sides.local().equals(sides.upstream())
                ? new MergeResult.Clean(sides.local())
                : strategy.merge(sides);
    }

    private static Merged asBytes(RepoPath path, Sides sides, MergeResult result) {
        String text = result.text().isEmpty() || result.text().endsWith("\n") ? result.text() : result.text() + "\n";
        try {
            if (result instanceof MergeResult.Conflicted conflicted) {
                long lines = text.chars().filter(c -> c == '\n').count();
                int last = conflicted
                        .conflicts()
                        .get(conflicted.conflicts().size() - 1)
                        .lastLine();
                if (last > lines) {
                    throw new IllegalStateException("the merge strategy reports a conflict up to line " + last + " of "
                            + path + ", which has " + lines + " lines");
                }
                return new Merged.Conflicted(sides.encoded(text, last == lines), conflicted.conflicts());
            }
            return new Merged.Clean(sides.encoded(text, false));
        } catch (CharacterCodingException e) {
            throw new IllegalStateException(
                    "the merge strategy put a character into " + path + " that " + sides.charset() + " cannot say", e);
        }
    }

    private static boolean isBinary(byte[] content) {
        for (int i = 0; i < Math.min(content.length, LOOKED_AT_FOR_NUL); i++) {
            if (content[i] == 0) {
                return true;
            }
        }
        return false;
    }
}
