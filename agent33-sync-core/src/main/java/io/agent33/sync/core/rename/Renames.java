package io.agent33.sync.core.rename;

import static java.util.Objects.requireNonNull;

import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.ObjectId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds out which new path holds what lay at a path that is gone (S8: renames upstream are applied to all paths first).
 *
 * <ol>
 *   <li>Equal content. Of several copies: the same file name, then the folder that moved (below), then the most segments
 *       in common, then the order of the paths. Empty files are all equal, so they need the same name.
 *   <li>Similar content: the lines that both hold make up half of the longer file or more, as in {@code git diff -M}.
 *       The most similar first; of equals, by the names as above.
 * </ol>
 *
 * <p>A folder moved if more than half of its files that are gone, other than the one in question, went to one other
 * folder and kept their paths below it. Where it did, the file with the same name there comes before all other similar ones, and a
 * quarter in common is enough.
 *
 * <p>Binary files and files of more than 8 MB are found by equal content alone. So is what is left when the files' lines
 * together are more than 4 million (files are taken in the order of their paths), or when a million pairs have been looked at
 * (those with the same name come first). A content with so many copies on both sides that they make a million pairs
 * pairs them in the order of their names. What is not found is no rename: a file that is gone and another that is new.
 *
 * <p>Stateless; thread-safe.
 */
public final class Renames {
    private Renames() {}

    /**
     * A path in both maps stayed where it is, and is no part of any rename. Order in the maps means nothing.
     *
     * @param gone the paths that exist no longer, with the content that they had
     * @param added the new paths, with the content that they have
     * @param contents where the contents of both are read; a content that is on one side alone is read once
     * @return new paths by old ones, in the order of the old ones; each new path once
     * @throws io.agent33.sync.api.error.RepositoryException if a content cannot be read
     */
    public static Map<String, String> between(
            Map<String, ObjectId> gone, Map<String, ObjectId> added, BlobSource contents) {
        requireNonNull(contents, "contents");
        return between(without(gone, added.keySet()), without(added, gone.keySet()), contents, Limits.DEFAULT);
    }

    /**
     * The same, where a file may also have gone to a path that another one left: {@code a} went to {@code b}, and what lay
     * at {@code b} went on to {@code c}, or to {@code a}. Such a path is in {@code stayed}. It is a part of a rename only if
     * something came to it and its own file went elsewhere, and if its two contents have less than half in common. Where
     * nothing is gone, or nothing is new, equal contents alone say so.
     *
     * @param stayed the paths that exist before and after, each with the content that it had and the one that it has
     */
    public static Map<String, String> between(
            Map<String, ObjectId> gone,
            Map<String, ObjectId> added,
            Map<String, Exchange> stayed,
            BlobSource contents) {
        requireNonNull(contents, "contents");
        NavigableMap<String, ObjectId> from = without(gone, added.keySet());
        NavigableMap<String, ObjectId> to = without(added, gone.keySet());
        Fingerprints fingerprints = new Fingerprints(contents, Limits.DEFAULT);
        NavigableMap<String, Exchange> left = Left.candidates(from, to, stayed, fingerprints);
        while (true) {
            NavigableMap<String, ObjectId> before = new TreeMap<>(from);
            NavigableMap<String, ObjectId> after = new TreeMap<>(to);
            left.forEach((path, exchange) -> {
                before.put(path, exchange.before());
                after.put(path, exchange.after());
            });
            Map<String, String> renames = between(before, after, contents, fingerprints, Limits.DEFAULT);
            int candidates = left.size();
            left.keySet().retainAll(renames.keySet());
            left.keySet().retainAll(renames.values());
            if (left.size() == candidates) {
                return renames;
            }
        }
    }

    /** The content that a path had, and the one that it has. */
    public record Exchange(ObjectId before, ObjectId after) {}

    static Map<String, String> between(
            NavigableMap<String, ObjectId> gone,
            NavigableMap<String, ObjectId> added,
            BlobSource contents,
            Limits limits) {
        return between(gone, added, contents, new Fingerprints(contents, limits), limits);
    }

    private static Map<String, String> between(
            NavigableMap<String, ObjectId> gone,
            NavigableMap<String, ObjectId> added,
            BlobSource contents,
            Fingerprints fingerprints,
            Limits limits) {
        List<Pair> pairs = new ArrayList<>(EqualContents.pairs(gone, added, contents, limits));
        NavigableMap<String, ObjectId> from = EqualContents.moreOften(gone, added);
        NavigableMap<String, ObjectId> to = EqualContents.moreOften(added, gone);
        // A first delivery has everything to read on one side, and nothing on the other.
        if (!from.isEmpty() && !to.isEmpty()) {
            pairs.addAll(SimilarContents.pairs(fingerprints.of(from), fingerprints.of(to), limits));
        }
        NavigableMap<String, String> files = chosen(pairs, FolderMoves.none());
        return Collections.unmodifiableNavigableMap(chosen(pairs, FolderMoves.of(gone.keySet(), files)));
    }

    private record Ranked(Pair pair, boolean inAMovedFolder) {
        /** A move speaks for equal names alone, so among equal contents the name still comes before the folder. */
        static final Comparator<Ranked> BEST_FIRST = Comparator.comparing((Ranked it) -> it.pair.exact())
                .thenComparing(Ranked::inAMovedFolder)
                .thenComparingInt(it -> it.pair.score())
                .reversed()
                .thenComparing(Ranked::pair, Pair.BY_NAMES);

        boolean isEnough() {
            return inAMovedFolder || pair.score() >= SimilarContents.ENOUGH;
        }
    }

    private static NavigableMap<String, String> chosen(List<Pair> pairs, FolderMoves moves) {
        NavigableMap<String, String> chosen = new TreeMap<>();
        Set<String> taken = new HashSet<>();
        pairs.stream()
                .map(pair -> new Ranked(pair, moves.lead(pair)))
                .filter(Ranked::isEnough)
                .sorted(Ranked.BEST_FIRST)
                .map(Ranked::pair)
                .filter(pair -> !chosen.containsKey(pair.from()) && taken.add(pair.to()))
                .forEachOrdered(pair -> chosen.put(pair.from(), pair.to()));
        return chosen;
    }

    private static NavigableMap<String, ObjectId> without(Map<String, ObjectId> files, Set<String> paths) {
        NavigableMap<String, ObjectId> left = new TreeMap<>(files);
        left.keySet().removeAll(paths);
        return left;
    }
}
