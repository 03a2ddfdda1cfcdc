package io.agent33.sync.core.merge;

import java.util.ArrayList;
import java.util.List;

/** A merged text, or a part of one, that is kept until it is known to be right. */
final class Pieces implements MergedLines {
    /** Lines that are decided, in which case all three are the same list, or a conflict. */
    private record Piece(List<String> local, List<String> base, List<String> upstream) {
        boolean isDecided() {
            return local == upstream;
        }
    }

    private final List<Piece> pieces = new ArrayList<>();

    @Override
    public void lines(List<String> lines) {
        if (!lines.isEmpty()) {
            pieces.add(new Piece(lines, lines, lines));
        }
    }

    @Override
    public void conflict(List<String> local, List<String> base, List<String> upstream) {
        pieces.add(new Piece(local, base, upstream));
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    boolean isDecided() {
        return pieces.stream().allMatch(Piece::isDecided);
    }

    void writeTo(MergedLines out) {
        for (Piece piece : pieces) {
            if (piece.isDecided()) {
                out.lines(piece.local());
            } else {
                out.conflict(piece.local(), piece.base(), piece.upstream());
            }
        }
    }

    /** What comes of it if every conflict is decided for one side. */
    String decidedFor(boolean local) {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> (local ? piece.local() : piece.upstream())
                .forEach(line -> text.append(line).append('\n')));
        return text.toString();
    }

    /** The same with something at the end of the last line, whoever brings it. */
    Pieces endingWith(String end) {
        Pieces copy = new Pieces();
        copy.pieces.addAll(pieces);
        Piece last = copy.pieces.remove(copy.pieces.size() - 1);
        List<String> local = ending(last.local(), end);
        copy.pieces.add(
                last.isDecided()
                        ? new Piece(local, local, local)
                        : new Piece(local, ending(last.base(), end), ending(last.upstream(), end)));
        return copy;
    }

    private static List<String> ending(List<String> lines, String end) {
        List<String> copy = new ArrayList<>(lines);
        if (!copy.isEmpty()) {
            copy.set(copy.size() - 1, copy.get(copy.size() - 1) + end);
        }
        return copy;
    }
}
