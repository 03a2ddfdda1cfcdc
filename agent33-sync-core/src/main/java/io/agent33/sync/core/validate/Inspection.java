package io.agent33.sync.core.validate;

import io.agent33.sync.api.validate.DeliveredFile;
import io.agent33.sync.api.validate.ValidationContext;

/** One of the five checks; a pure function. Thread-safe. */
@FunctionalInterface
interface Inspection {
    /** @param words title and body of the pull request, as far as they do not tell of the checks */
    Inspected inspect(ValidationContext context, String words);

    /** Works out what of a file is the same wherever it is delivered, for {@link #inspect} to find; whatever it says, it says there. */
    default void read(DeliveredFile file, ValidationContext context) {}
}
