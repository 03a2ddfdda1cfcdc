package io.agent33.sync.github.simulated;

/** What may become of a request. */
public enum Mishap {
    NONE(true),
    /** Refused for good, before it took effect. */
    FORBIDDEN(false),
    /** A server's failure before it took effect. */
    ERROR_BEFORE(false),
    /** The same after it took effect. */
    ERROR_AFTER(true),
    /** The connection is cut before it took effect. */
    CUT_BEFORE(false),
    /** It is cut afterwards. */
    CUT_AFTER(true),
    /** No answer ever, and no effect. */
    SILENCE_BEFORE(false),
    /** No answer ever, but it took effect. */
    SILENCE_AFTER(true),
    /** Too many in a short time; not before a second has passed. */
    SECONDARY_LIMIT(false),
    /** It took effect, and half of the answer arrives. */
    TRUNCATED(true),
    /** It took effect, and the answer's end never arrives. */
    STALLED(true);

    private final boolean effective;

    Mishap(boolean effective) {
        this.effective = effective;
    }

    /** Whether the request is performed. */
    public boolean isEffective() {
        return effective;
    }
}
