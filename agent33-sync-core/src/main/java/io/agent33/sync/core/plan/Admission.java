package io.agent33.sync.core.plan;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.core.rollback.RolledBack;
import io.agent33.sync.core.state.Manifest;

/** Whether a release may follow what is merged in the downstream: no moved tag, no way back unasked (S10). */
final class Admission {
    private final SyncTrigger trigger;

    Admission(SyncTrigger trigger) {
        this.trigger = trigger;
    }

    /** {@link Due.At} with the same release, or why not. */
    Due check(Release release, Manifest merged) {
        if (merged.release().equals(release.label())) {
            return merged.commit().equals(release.commit())
                    ? new Due.At(release)
                    : new Due.Refused(Objection.of(
                            "moved-tag",
                            release.label(),
                            "commit " + merged.commit().abbreviated() + ", as it was delivered",
                            "commit " + release.commit().abbreviated(),
                            "a release is immutable: restore the tag upstream, or publish a new release"));
        }
        return VersionOrder.isOlder(release.label(), merged.release()) && !trigger.downgrade()
                ? downgrade(release, merged)
                : new Due.At(release);
    }

    /** {@link Due.At} with the same release, unless it was rolled back and nobody allowed it since (S12). */
    Due check(Release release, RolledBack memory, String ruleId) {
        if (!memory.releases().contains(release.label())) {
            return new Due.At(release);
        }
        String allow = "agent33-sync allow-release --rule " + ruleId + " --release " + release.label();
        if (trigger.kind() != SyncTrigger.Kind.MANUAL && trigger.reference().isEmpty()) {
            return new Due.NotYet(
                    release + " was rolled back; a newer release will be delivered, or this one after " + allow);
        }
        return new Due.Refused(Objection.of(
                "rolled-back",
                release.label(),
                "a release that was not rolled back",
                "one that was",
                "let it be delivered again with `" + allow + "`, or name another"));
    }

    private Due downgrade(Release release, Manifest merged) {
        if (trigger.kind() == SyncTrigger.Kind.DUE) {
            return new Due.NotYet(merged.release() + " is merged, which is newer than " + release);
        }
        return new Due.Refused(Objection.of(
                "downgrade",
                release.label(),
                "a release newer than " + merged.release() + ", which is merged",
                release.label(),
                "allow the downgrade in the trigger if the older release is really wanted"));
    }
}
