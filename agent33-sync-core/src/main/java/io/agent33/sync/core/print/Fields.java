package io.agent33.sync.core.print;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The keys of one mapping, written one by one in the order of the calls. Every key is named where it is written, never
 * derived from a record's component: renaming something in Java must not change what programs read.
 */
final class Fields {
    private final JsonGenerator generator;
    private final TextStyle style;

    Fields(JsonGenerator generator, TextStyle style) {
        this.generator = generator;
        this.style = style;
    }

    Fields text(String key, String value) {
        return write(() -> {
            generator.writeFieldName(key);
            style.write(generator, value);
        });
    }

    /** A missing value is {@code null}, so that the key is always there. */
    Fields text(String key, Optional<String> value) {
        return value.isPresent() ? text(key, value.get()) : nothing(key);
    }

    Fields number(String key, int value) {
        return write(() -> generator.writeNumberField(key, value));
    }

    Fields flag(String key, boolean value) {
        return write(() -> generator.writeBooleanField(key, value));
    }

    Fields nothing(String key) {
        return write(() -> generator.writeNullField(key));
    }

    Fields mapping(String key, Consumer<Fields> content) {
        return write(() -> {
            generator.writeFieldName(key);
            braced(content);
        });
    }

    Fields texts(String key, Collection<String> values) {
        return write(() -> {
            generator.writeArrayFieldStart(key);
            for (String value : values) {
                style.write(generator, value);
            }
            generator.writeEndArray();
        });
    }

    <T> Fields mappings(String key, Collection<? extends T> values, BiConsumer<Fields, T> content) {
        return write(() -> {
            generator.writeArrayFieldStart(key);
            for (T value : values) {
                braced(fields -> content.accept(fields, value));
            }
            generator.writeEndArray();
        });
    }

    /** The mapping itself, for the one at the root. */
    void braced(Consumer<Fields> content) {
        write(() -> {
            generator.writeStartObject();
            content.accept(this);
            generator.writeEndObject();
        });
    }

    private Fields write(Step step) {
        try {
            step.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("the print cannot be written", e);
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    /** How a text value is quoted. */
    interface TextStyle {
        void write(JsonGenerator generator, String value) throws IOException;
    }
}
