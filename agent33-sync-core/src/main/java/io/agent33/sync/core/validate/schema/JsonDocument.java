package io.agent33.sync.core.validate.schema;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** JSON that was read before and is sound; its values are made, and their places found, by reading it again. */
final class JsonDocument implements DataDocument {
    private static final JsonMapper MAPPER =
            JsonMapper.builder(JsonReading.FACTORY).build();

    private final String text;
    private final Optional<Declared> schema;
    private final boolean small;

    /** @param small whether its values may be held in memory */
    JsonDocument(String text, Optional<Declared> schema, boolean small) {
        this.text = text;
        this.schema = schema;
        this.small = small;
    }

    @Override
    public Optional<Declared> schema() {
        return schema;
    }

    @Override
    public Optional<JsonNode> value() {
        try {
            return small ? Optional.of(MAPPER.readTree(text)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("it was read before", e);
        }
    }

    @Override
    public Place place(List<Object> path) {
        try (JsonParser parser = JsonReading.FACTORY.createParser(text)) {
            parser.nextToken();
            Place nearest = JsonReading.place(parser.currentTokenLocation());
            for (Object step : path) {
                if (!found(parser, step)) {
                    return nearest;
                }
                nearest = JsonReading.place(parser.currentTokenLocation());
            }
            return nearest;
        } catch (IOException e) {
            throw new UncheckedIOException("it was read before", e);
        }
    }

    /** Goes on to the value of a key or an index of the current value. */
    private static boolean found(JsonParser parser, Object step) throws IOException {
        JsonToken open = parser.currentToken();
        if (open != JsonToken.START_OBJECT && open != JsonToken.START_ARRAY) {
            return false;
        }
        int index = 0;
        for (JsonToken token = parser.nextToken(); !token.isStructEnd(); token = parser.nextToken()) {
            String name = token == JsonToken.FIELD_NAME ? parser.currentName() : String.valueOf(index++);
            if (token == JsonToken.FIELD_NAME) {
                parser.nextToken();
            }
            if (name.equals(String.valueOf(step))) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }
}
