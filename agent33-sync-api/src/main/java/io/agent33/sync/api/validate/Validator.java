package io.agent33.sync.api.validate;

import java.util.List;

/**
 * Checks what a sync would deliver before anything is pushed (S7). To be implemented; the host registers it under a name, and it
 * then runs for every rule, after the five checks of the specification.
 *
 * <p>The law:
 *
 * <ul>
 *   <li>A function of its argument alone: no clock, no chance, no memory of earlier calls. It changes nothing.
 *   <li>It looks at files as they would lie downstream, local changes merged. A file that holds conflict markers is one that a
 *       person still has to finish: see {@link DeliveredFile#conflicted}.
 *   <li>A finding tells its place and what to do, and never holds a secret. A {@link Finding.Level#PROBLEM} means that there is no
 *       pull request.
 *   <li>What could not be checked is a problem, and not silence.
 * </ul>
 *
 * <p>Called from several threads at once. Nulls go neither in nor out. An exception, a null, or an answer that does not come in
 * time fails the check, with a message that names it.
 */
@FunctionalInterface
public interface Validator {
    /** What is found; empty if all is well. */
    List<Finding> check(ValidationContext context);
}
