package io.agent33.sync.core.link;

import java.util.Optional;

/**
 * What a reference names in its repository.
 *
 * @param path from the root, without a slash at its end; empty text for the root itself
 * @param folder whether it is written as a folder: with a slash at its end, or as the root or a folder of dots
 * @param fragment what stands behind {@code #}, percent-decoded; may be empty text
 */
public record NamedPath(String path, boolean folder, Optional<String> fragment) {}
