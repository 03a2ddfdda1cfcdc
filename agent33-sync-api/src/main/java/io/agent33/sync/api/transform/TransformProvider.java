package io.agent33.sync.api.transform;

import java.util.Objects;

/**
 * Makes a transform of the options that a rule gives it. To be implemented by hosts whose transforms have options.
 *
 * <p>It asks {@link TransformOptions} for each option that it knows. What is missing, of another type, or was never asked for
 * becomes an objection to the rule, at its place in the rule's file (S3); if there is any, what is returned is not used. Called
 * once for each rule and reading, by any thread, so with no memory of earlier calls.
 */
@FunctionalInterface
public interface TransformProvider {
    /** The transform for these options; a stand-in if they are not good. Never null. */
    Transform create(TransformOptions options);

    /** One without options. */
    static TransformProvider of(Transform transform) {
        Objects.requireNonNull(transform, "transform");
        return options -> transform;
    }
}
