package io.agent33.sync.core.state;

import io.agent33.sync.api.error.Objection;

/** A manifest that cannot be trusted: damaged, from a newer format, or edited by hand (S9). It blocks its rule. */
public final class ManifestException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Objection objection;

    /** With the exact problem and the way out. */
    public ManifestException(Objection objection) {
        super(objection.message());
        this.objection = objection;
    }

    /** The exact problem and the way out. */
    public Objection objection() {
        return objection;
    }
}
