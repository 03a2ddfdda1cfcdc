package io.agent33.sync.github.rest;

/**
 * A request that writes was sent, and nobody knows whether it took effect. Whoever sent it looks at what is there now, and
 * decides anew.
 */
public final class EffectUnknownException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EffectUnknownException(Ask ask, String why, Throwable cause) {
        super(ask + ": " + why, cause);
    }

    /** @param why what happened, without credentials */
    public EffectUnknownException(Ask ask, String why) {
        super(ask + ": " + why);
    }
}
