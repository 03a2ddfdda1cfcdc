package io.agent33.sync.core.rename;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which folders moved, by what most of their files did. A file that went from {@code old/part/x} to {@code new/part/x}
 * speaks for the move of {@code old/part} to {@code new/part} and for that of {@code old} to {@code new}.
 */
final class FolderMoves {
    private final Map<String, Integer> filesBelow = new HashMap<>();
    private final Map<Move, Integer> voices = new HashMap<>();
    private final Map<String, String> renames;

    private record Move(String from, String to) {}

    private FolderMoves(Map<String, String> renames) {
        this.renames = renames;
    }

    static FolderMoves none() {
        return new FolderMoves(Map.of());
    }

    /** What the renames found so far say, out of all paths that are gone. */
    static FolderMoves of(Collection<String> gone, Map<String, String> renames) {
        FolderMoves moves = new FolderMoves(renames);
        for (String path : gone) {
            for (String folder = path; !folder.isEmpty(); ) {
                folder = Paths.folder(folder);
                moves.filesBelow.merge(folder, 1, Integer::sum);
            }
        }
        renames.forEach((from, to) -> movesOf(from, to).forEach(move -> moves.voices.merge(move, 1, Integer::sum)));
        return moves;
    }

    /** Whether a file that keeps its name would go where more than half of the other files of a folder of its went. */
    boolean lead(Pair pair) {
        return pair.sameName() && movesOf(pair.from(), pair.to()).stream().anyMatch(move -> isMade(move, pair.from()));
    }

    private boolean isMade(Move move, String path) {
        String itsOwn = renames.get(path);
        boolean speaks = itsOwn != null && movesOf(path, itsOwn).contains(move);
        int others = filesBelow.getOrDefault(move.from, 0) - 1;
        return 2 * (voices.getOrDefault(move, 0) - (speaks ? 1 : 0)) > others;
    }

    private static List<Move> movesOf(String from, String to) {
        List<Move> moves = new ArrayList<>();
        String old = Paths.folder(from);
        String now = Paths.folder(to);
        while (!old.equals(now)) {
            moves.add(new Move(old, now));
            if (!Paths.name(old).equals(Paths.name(now))) {
                break;
            }
            old = Paths.folder(old);
            now = Paths.folder(now);
        }
        return moves;
    }
}
