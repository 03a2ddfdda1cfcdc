package io.agent33.sync.core.validate;

import io.agent33.sync.api.validate.Finding;
import java.util.function.Predicate;

/**
 * A finding of one of the five checks before it is known whether the rule's owner accepts it.
 *
 * @param matches whether a text, as {@code validation.allow} has it, is the one that was found; what it compares with may be a
 *     secret, and is not to be printed
 */
record Found(Finding finding, Predicate<String> matches) {
    /** One that is accepted by a text that may be shown. */
    static Found of(Finding finding, String match) {
        return new Found(finding, match::equals);
    }
}
