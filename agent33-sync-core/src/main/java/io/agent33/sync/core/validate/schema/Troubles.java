package io.agent33.sync.core.validate.schema;

import java.util.ArrayList;
import java.util.List;

/** Makes {@link Trouble}s of what was found in a piece. */
final class Troubles {
    private Troubles() {}

    static Trouble at(Piece piece, Trouble.Kind kind, int line, int column, String message) {
        DataDocument.Place place = piece.inFile(line, column);
        return new Trouble(kind, place.line(), place.column(), "", message);
    }

    static Trouble at(Piece piece, Trouble.Kind kind, DataDocument.Declared schema, String message) {
        return at(piece, kind, schema.place().line(), schema.place().column(), message);
    }

    /** A document that is data and whose values are not at hand. */
    static Trouble unread(Piece piece, DataDocument document) {
        DataDocument.Place start = document.place(List.of());
        return at(
                piece,
                Trouble.Kind.UNDECIDED,
                start.line(),
                start.column(),
                "it has anchors, aliases or tags, or more than " + DataBounds.VALUES + " values");
    }

    /** @param kind of a mistake */
    static List<Trouble> of(
            Piece piece, Trouble.Kind kind, DataDocument document, Validation.Outcome outcome, int mostMistakes) {
        if (outcome instanceof Validation.Outcome.Decided decided) {
            List<Trouble> troubles = new ArrayList<>();
            decided.errors().stream()
                    .limit(mostMistakes)
                    .forEach(mistake -> troubles.add(trouble(piece, kind, document, mistake)));
            return troubles;
        }
        DataDocument.Place start = document.place(List.of());
        return outcome instanceof Validation.Outcome.Elsewhere elsewhere
                ? List.of(at(piece, Trouble.Kind.ELSEWHERE, start.line(), start.column(), elsewhere.why()))
                : List.of(at(
                        piece,
                        Trouble.Kind.UNDECIDED,
                        start.line(),
                        start.column(),
                        ((Validation.Outcome.Undecided) outcome).why()));
    }

    private static Trouble trouble(Piece piece, Trouble.Kind kind, DataDocument document, Validation.Mistake mistake) {
        DataDocument.Place inText = document.place(mistake.path());
        DataDocument.Place inFile = piece.inFile(inText.line(), inText.column());
        return new Trouble(kind, inFile.line(), inFile.column(), mistake.pointer(), mistake.message());
    }
}
