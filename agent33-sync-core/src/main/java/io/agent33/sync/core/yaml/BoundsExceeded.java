package io.agent33.sync.core.yaml;

import io.agent33.sync.api.error.Objection;
import java.io.IOException;

/** The document is larger than the reader takes. */
final class BoundsExceeded extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Objection objection;

    BoundsExceeded(Objection objection) {
        super(objection.message());
        this.objection = objection;
    }

    Objection objection() {
        return objection;
    }
}
