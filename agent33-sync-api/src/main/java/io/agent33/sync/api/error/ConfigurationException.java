package io.agent33.sync.api.error;

import java.util.List;
import java.util.stream.Collectors;
import javax.annotation.Nullable;

/** What the caller asked for is wrong, and the caller can mend it. Holds every objection, not only the first. */
public final class ConfigurationException extends SyncException {
    private static final long serialVersionUID = 1L;

    /** Objections cannot be serialized. */
    private final transient @Nullable List<Objection> objections;

    /**
     * @param objections at least one
     */
    public ConfigurationException(List<Objection> objections) {
        super(objections.stream().map(Objection::message).collect(Collectors.joining("\n")), null);
        if (objections.isEmpty()) {
            throw new IllegalArgumentException("a configuration exception needs an objection");
        }
        this.objections = List.copyOf(objections);
    }

    /** A single objection. */
    public ConfigurationException(Objection objection) {
        this(List.of(objection));
    }

    /**
     * Everything that is wrong, in the order in which it was found; never empty. A copy that went through serialization
     * holds one objection, whose finding is the whole message.
     */
    public List<Objection> objections() {
        List<Objection> known = objections;
        return known == null
                ? List.of(Objection.of("configuration", "configuration", "", String.valueOf(getMessage()), ""))
                : known;
    }
}
