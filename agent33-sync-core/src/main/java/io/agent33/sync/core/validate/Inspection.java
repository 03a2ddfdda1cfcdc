package io.agent33.sync.core.validate;

import io.agent33.sync.api.validate.ValidationContext;

/** One of the five checks; a pure function. Thread-safe. */
@FunctionalInterface
interface Inspection {
    Inspected inspect(ValidationContext context);
}
