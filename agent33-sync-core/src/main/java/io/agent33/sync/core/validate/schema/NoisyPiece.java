package io.agent33.sync.core.validate.schema;

import java.util.List;

/**
 * A piece with which something is wrong, or that is to be held against a schema of another file.
 *
 * @param troubles whatever lies in other files
 * @param instances what is to be held against other files
 */
record NoisyPiece(Piece piece, List<Trouble> troubles, List<DataDocument> instances) {
    NoisyPiece {
        troubles = List.copyOf(troubles);
        instances = List.copyOf(instances);
    }
}
