package io.agent33.sync.core.validate.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.agent33.sync.core.link.LinkReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the data of files, and holds schemas in them against their drafts (S7). Thread-safe. */
public final class DataReader {
    private static final int MOST_MISTAKES = 20;

    /** What they hold is the same for ever. */
    private static final SchemaRegistry DRAFTS = Registries.ofDrafts();

    private final LinkReader links;

    /** @param links reads Markdown, once for all who ask */
    public DataReader(LinkReader links) {
        this.links = links;
    }

    /** Whether a file of that name can hold any data. */
    public static boolean canStandIn(String name) {
        return Pieces.canStandIn(name);
    }

    /**
     * What stands in a text; time and memory grow with its length.
     *
     * @param name of its file
     * @param text without a byte-order mark
     */
    public DataText read(String name, String text) {
        List<Piece> pieces = Pieces.of(name, text, links);
        List<NoisyPiece> noisy = new ArrayList<>();
        int schemas = 0;
        for (Piece piece : pieces) {
            Looked looked = new Looked(piece);
            looked.look();
            schemas += looked.schemas;
            if (!looked.troubles.isEmpty() || !looked.instances.isEmpty()) {
                noisy.add(new NoisyPiece(piece, looked.troubles, looked.instances));
            }
        }
        return new DataText(pieces.size(), schemas, noisy);
    }

    /** One piece under way. */
    private static final class Looked {
        private final Piece piece;
        private final List<Trouble> troubles = new ArrayList<>();
        private final List<DataDocument> instances = new ArrayList<>();
        private int schemas;

        Looked(Piece piece) {
            this.piece = piece;
        }

        void look() {
            Reading reading = piece.language().read(piece.text());
            if (reading instanceof Reading.Broken broken) {
                troubles.add(Troubles.at(piece, Trouble.Kind.SYNTAX, broken.line(), broken.column(), broken.why()));
            } else if (reading instanceof Reading.TooMuch tooMuch) {
                troubles.add(
                        Troubles.at(piece, Trouble.Kind.UNDECIDED, tooMuch.line(), tooMuch.column(), tooMuch.why()));
            } else if (reading instanceof Reading.Data data) {
                data.documents().forEach(this::look);
            }
        }

        private void look(DataDocument document) {
            Optional<DataDocument.Declared> declared = document.schema();
            if (declared.isEmpty()) {
                return;
            }
            String name = declared.get().reference();
            Optional<SpecificationVersion> draft = Drafts.named(name);
            if (draft.isPresent()) {
                schemas++;
                hold(document, draft.get());
            } else if (Drafts.isDraft(name)) {
                troubles.add(Troubles.at(piece, Trouble.Kind.ELSEWHERE, declared.get(), "a draft that is not known"));
            } else {
                instances.add(document);
            }
        }

        private void hold(DataDocument document, SpecificationVersion draft) {
            Optional<JsonNode> value = document.value();
            if (value.isEmpty()) {
                troubles.add(Troubles.unread(piece, document));
                return;
            }
            troubles.addAll(Troubles.of(
                    piece,
                    Trouble.Kind.SCHEMA,
                    document,
                    Validation.of(() -> DRAFTS.getSchema(Drafts.location(draft)), value.get()),
                    MOST_MISTAKES));
        }
    }
}
