package io.agent33.sync.core.state;

import io.agent33.sync.api.repository.ObjectId;

/**
 * Two sides that met at a file and wait for a person (S8): what has to be merged again if either moves on.
 *
 * @param ancestor the letter A: what both sides started from
 * @param ancestorRelease the label of the release that the ancestor came with
 * @param local the letter L: the local side
 * @param release the label of the release that met the local side
 */
public record OpenConflict(ObjectId ancestor, String ancestorRelease, ObjectId local, String release) {}
