package io.agent33.sync.core.validate.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** One document of data. Immutable. */
interface DataDocument {
    /** What it says is its schema, by its key {@code $schema} or a comment for YAML language servers. */
    Optional<Declared> schema();

    /** Its value; worked out when asked for, since most documents are held against nothing. Empty if it has more than can be looked at. */
    Optional<JsonNode> value();

    /** Where a value begins: keys and indexes from the root on. The nearest value above, if there is none. */
    Place place(List<Object> path);

    /** A place in the text that was read, from 1. */
    record Place(int line, int column) {}

    /** @param reference as it is written */
    record Declared(String reference, Place place) {}
}
