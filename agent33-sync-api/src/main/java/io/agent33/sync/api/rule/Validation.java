package io.agent33.sync.api.rule;

import io.agent33.sync.api.validate.Check;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How severe each check's findings are (S7).
 *
 * @param severities one for each check
 * @param allow accepted findings
 */
public record Validation(Map<Check, Severity> severities, List<Acceptance> allow) {
    /** @throws IllegalArgumentException if a check has no severity, or {@code checksum} is weakened to a warning */
    public Validation {
        severities = Map.copyOf(severities);
        allow = List.copyOf(allow);
        if (severities.size() != Check.values().length) {
            throw new IllegalArgumentException("each check needs a severity: " + severities);
        }
        if (severities.get(Check.CHECKSUM) == Severity.WARN) {
            throw new IllegalArgumentException("checksum cannot be weakened to warn");
        }
    }

    /** Every check fails the pull request, but for the version tag, which warns. */
    public static Validation defaults() {
        Map<Check, Severity> severities = new EnumMap<>(Check.class);
        for (Check check : Check.values()) {
            severities.put(check, check == Check.VERSION_TAG ? Severity.WARN : Severity.FAIL);
        }
        return new Validation(severities, List.of());
    }

    /** The severity of a check's findings. */
    public Severity severity(Check check) {
        return severities.getOrDefault(check, Severity.FAIL);
    }

    /** The same with another severity for one check. */
    public Validation with(Check check, Severity severity) {
        Map<Check, Severity> changed = new EnumMap<>(severities);
        changed.put(check, severity);
        return new Validation(changed, allow);
    }

    /** The same with these accepted findings. */
    public Validation allowing(List<Acceptance> accepted) {
        return new Validation(severities, accepted);
    }
}
