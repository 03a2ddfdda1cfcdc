package io.agent33.sync.core.validate.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.path.NodePath;
import io.agent33.sync.core.text.Excerpt;
import io.agent33.sync.core.text.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Holds values against schemas, whatever either of them is. */
final class Validation {
    private static final int LONGEST = 200;

    private Validation() {}

    /** What came of it. */
    sealed interface Outcome {
        /** @param errors empty if the value is as the schema has it */
        record Decided(List<Mistake> errors) implements Outcome {}

        /** @param why one line */
        record Undecided(String why) implements Outcome {}

        /**
         * The schema leads to one that is not held here.
         *
         * @param why one line
         */
        record Elsewhere(String why) implements Outcome {}
    }

    /**
     * A value that is not as it should be.
     *
     * @param path keys and indexes from the root on
     * @param message one line
     */
    record Mistake(List<Object> path, String message) {
        String pointer() {
            StringBuilder pointer = new StringBuilder();
            path.forEach(step -> pointer.append('/')
                    .append(OneLine.of(String.valueOf(step).replace("~", "~0").replace("/", "~1"))));
            return pointer.toString();
        }
    }

    static Outcome of(Supplier<Schema> schema, JsonNode value) {
        try {
            Effort effort = new Effort();
            schema.get().validate(effort, value);
            return new Outcome.Decided(
                    effort.getErrors().stream().map(Validation::mistake).toList());
        } catch (Effort.Exceeded | StackOverflowError e) {
            return new Outcome.Undecided("it would take more steps than a check may");
        } catch (SchemaException e) {
            String why = Excerpt.message(e);
            return why.contains("is not allowed to be loaded")
                    ? new Outcome.Elsewhere(why)
                    : new Outcome.Undecided(why);
        } catch (RuntimeException e) {
            // What a schema that is none makes the validator throw is not listed anywhere.
            return new Outcome.Undecided("its schema cannot be used: " + Excerpt.message(e));
        }
    }

    private static Mistake mistake(Error error) {
        List<Object> path = new ArrayList<>();
        NodePath at = error.getInstanceLocation();
        for (int i = 0; i < at.getNameCount(); i++) {
            path.add(at.getElement(i));
        }
        String message = String.valueOf(error.getMessage());
        return new Mistake(
                path, OneLine.of(message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message));
    }
}
