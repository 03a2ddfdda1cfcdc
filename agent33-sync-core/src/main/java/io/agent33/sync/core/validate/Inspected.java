package io.agent33.sync.core.validate;

import java.util.List;
import java.util.function.IntFunction;

/**
 * What one of the five checks saw.
 *
 * @param details one line, given how many problems are left when what is accepted is taken off
 * @param found in the order of their places
 */
record Inspected(IntFunction<String> details, List<Found> found) {
    Inspected {
        found = List.copyOf(found);
    }
}
