package io.agent33.sync.core.validate.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** Holds documents against the schemas that they name. For one file and one thread. */
final class Instances {
    private final SchemaFiles files;
    private final HeldSchemas schemas;
    private final int mostMistakes;
    private int validated;

    Instances(SchemaFiles files, int mostMistakes) {
        this.files = files;
        this.mostMistakes = mostMistakes;
        this.schemas = new HeldSchemas(files);
    }

    /** How many were held against a schema until now. */
    int validated() {
        return validated;
    }

    List<Trouble> troubles(NoisyPiece noisy) {
        return noisy.instances().stream()
                .flatMap(document ->
                        troubles(noisy.piece(), document, document.schema().orElseThrow()).stream())
                .toList();
    }

    private List<Trouble> troubles(Piece piece, DataDocument document, DataDocument.Declared declared) {
        if (SchemaFiles.isAddress(declared.reference())) {
            return List.of(
                    Troubles.at(piece, Trouble.Kind.ELSEWHERE, declared, "a schema on the web, which is not fetched"));
        }
        Optional<SchemaFiles.Held> schema = files.find(declared.reference());
        if (schema.isEmpty()) {
            return List.of(
                    Troubles.at(piece, Trouble.Kind.ELSEWHERE, declared, "a schema that is not in the repository"));
        }
        Optional<JsonNode> value = document.value();
        if (value.isEmpty()) {
            return List.of(Troubles.unread(piece, document));
        }
        validated++;
        return Troubles.of(
                piece,
                Trouble.Kind.INSTANCE,
                document,
                Validation.of(() -> schemas.schema(schema.get()), value.get()),
                mostMistakes);
    }
}
