package io.agent33.sync.core.validate.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a text holds of data, whatever lies in other files. Immutable, so that it can be kept by blob. */
public final class DataText {
    private final int pieces;
    private final int schemas;
    private final List<NoisyPiece> noisy;

    /**
     * @param pieces how many there are
     * @param schemas how many of their documents are schemas
     */
    DataText(int pieces, int schemas, List<NoisyPiece> noisy) {
        this.pieces = pieces;
        this.schemas = schemas;
        this.noisy = List.copyOf(noisy);
    }

    /** Whether nothing is wrong with it, and nothing in it names a schema in another file. */
    public boolean isQuiet() {
        return noisy.isEmpty();
    }

    /** How many schemas were held against their draft. */
    public int schemas() {
        return schemas;
    }

    List<NoisyPiece> noisy() {
        return noisy;
    }

    /** Whether a piece of another form of this text can be told by its number alone. */
    boolean hasAsManyPiecesAs(DataText other) {
        return pieces == other.pieces;
    }

    /** The noisy piece that says the same as another text's, or else the one in its place. */
    Optional<NoisyPiece> counterpart(Piece piece, boolean byNumber) {
        return Stream.concat(
                        noisy.stream().filter(it -> it.piece().saysTheSameAs(piece)),
                        noisy.stream().filter(it -> byNumber && it.piece().ordinal() == piece.ordinal()))
                .findFirst();
    }
}
