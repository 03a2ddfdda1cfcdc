package io.agent33.sync.core.validate;

import io.agent33.sync.api.validate.ValidationContext;

/** One of the five checks; a pure function. Thread-safe. */
@FunctionalInterface
interface Inspection {
    /** @param words title and body of the pull request, as far as they do not tell of the checks */
    Inspected inspect(ValidationContext context, String words);
}
