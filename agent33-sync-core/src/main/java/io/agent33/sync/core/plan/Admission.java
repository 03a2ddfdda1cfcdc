package io.agent33.sync.core.plan;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.trigger.SyncTrigger;
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
