package io.agent33.sync.core.validate.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Reads JSON as RFC 8259 has it, in one pass that keeps nothing but the key {@code $schema}. */
final class JsonReading {
    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DataBounds.DEPTH)
                    .maxNumberLength(DataBounds.NUMBER)
                    .build())
            .build();

    private JsonReading() {}

    static Reading of(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return attempted(parser, text);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    private static Reading attempted(JsonParser parser, String text) throws IOException {
        try {
            return read(parser, text);
        } catch (StreamConstraintsException e) {
            DataDocument.Place at = place(parser.currentLocation());
            return new Reading.TooMuch(
                    at.line(),
                    at.column(),
                    "it nests deeper than " + DataBounds.DEPTH + ", or has a number of more than " + DataBounds.NUMBER
                            + " characters");
        } catch (JsonProcessingException e) {
            DataDocument.Place at = place(e.getLocation());
            return new Reading.Broken(at.line(), at.column(), JsonProblem.of(e));
        }
    }

    private static Reading read(JsonParser parser, String text) throws IOException {
        Optional<DataDocument.Declared> schema = Optional.empty();
        int values = 0;
        int depth = 0;
        do {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return new Reading.Broken(1, 1, "nothing");
            }
            if (token == JsonToken.FIELD_NAME) {
                boolean declares = depth == 1 && parser.currentName().equals("$schema");
                token = parser.nextToken();
                if (declares && token == JsonToken.VALUE_STRING) {
                    schema = Optional.of(
                            new DataDocument.Declared(parser.getText(), place(parser.currentTokenLocation())));
                }
            }
            values++;
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        } while (depth > 0);
        if (parser.nextToken() != null) {
            DataDocument.Place at = place(parser.currentTokenLocation());
            return new Reading.Broken(at.line(), at.column(), "more text behind the end of the value");
        }
        return new Reading.Data(List.of(new JsonDocument(text, schema, values <= DataBounds.VALUES)));
    }

    static DataDocument.Place place(JsonLocation location) {
        return new DataDocument.Place(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }
}
