package io.agent33.sync.core.validate.schema;

/** How much is looked at. */
final class DataBounds {
    /** How deep mappings and lists may lie in one another. */
    static final int DEPTH = 200;

    /** How many values a document may have that is held against a schema, and a YAML text at all. */
    static final int VALUES = 200_000;

    /** The longest YAML text, in bytes; JSON is read as a stream. */
    static final int YAML_BYTES = 8 << 20;

    /** The longest number, in characters. */
    static final int NUMBER = 1000;

    private DataBounds() {}
}
