package io.agent33.sync.api.trigger;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What asks for a rollback (S12). A value.
 *
 * @param ruleId whose sync is taken back
 * @param release the label of the one release that is taken back, {@code v2.4.0}; empty for the merged one
 * @param to the label of the release whose sync is to be the last: every sync after it is taken back
 * @param reason why, for the pull request, the issue and {@code DECISIONS.md}; not blank
 * @param by who asks, for {@code DECISIONS.md}
 * @param date for {@code DECISIONS.md}; empty for today by the engine's clock. A rollback that waits already keeps its own
 */
public record RollbackRequest(
        String ruleId,
        Optional<String> release,
        Optional<String> to,
        String reason,
        String by,
        Optional<LocalDate> date) {
    /** @throws IllegalArgumentException if there is no reason, or both a release and what to go back to */
    public RollbackRequest {
        if (reason.isBlank() || by.isBlank()) {
            throw new IllegalArgumentException("a rollback says why and who asks for it");
        }
        if (release.isPresent() && to.isPresent()) {
            throw new IllegalArgumentException("a rollback names the release to take back or the one to go back to");
        }
        release = release.map(RollbackRequest::label);
        to = to.map(RollbackRequest::label);
    }

    /** Of the sync that is merged, asked for by {@code operator}, today. */
    public static RollbackRequest of(String ruleId, String reason) {
        return new RollbackRequest(ruleId, Optional.empty(), Optional.empty(), reason, "operator", Optional.empty());
    }

    /** The same of this release. */
    public RollbackRequest release(String label) {
        return new RollbackRequest(ruleId, Optional.of(label), to, reason, by, date);
    }

    /** The same of every sync after that of this release. */
    public RollbackRequest to(String label) {
        return new RollbackRequest(ruleId, release, Optional.of(label), reason, by, date);
    }

    /** The same, asked for by somebody. */
    public RollbackRequest by(String name) {
        return new RollbackRequest(ruleId, release, to, reason, name, date);
    }

    /** The same on a day. */
    public RollbackRequest on(LocalDate day) {
        return new RollbackRequest(ruleId, release, to, reason, by, Optional.of(day));
    }

    /** A release's label, with its {@code v} whether or not it was said. */
    public static String label(String release) {
        return release.startsWith("v") ? release : "v" + release;
    }
}
