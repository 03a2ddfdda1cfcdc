package io.agent33.sync.api.trigger;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What asks for a sync (S10). A value.
 *
 * @param kind which rules are meant
 * @param reference the tag of a release, or any reference for a change or a manual sync; empty for the latest release
 *     or the default branch's head
 * @param only rule ids to narrow to; empty for all that the kind means. An id that no rule has is an error
 * @param downgrade whether a downstream may go back to an older release; default {@code false}
 */
public record SyncTrigger(Kind kind, Optional<String> reference, Set<String> only, boolean downgrade) {
    /** Which rules a trigger means. */
    public enum Kind {
        /** {@code on_release} rules at the latest release, and {@code on_change} rules at the default branch's head. */
        DUE,
        /** {@code on_release} rules. */
        RELEASE,
        /** {@code on_change} rules whose matched files changed. */
        CHANGE,
        /** The named rules, whatever their frequency. */
        MANUAL
    }

    /** @throws IllegalArgumentException if a manual trigger names no rule, or one for what is due names a reference */
    public SyncTrigger {
        if (kind == Kind.DUE && reference.isPresent()) {
            throw new IllegalArgumentException("what is due is told by the upstream, not by a reference");
        }
        only = java.util.Collections.unmodifiableSet(new TreeSet<>(only));
        if (kind == Kind.MANUAL && only.isEmpty()) {
            throw new IllegalArgumentException("a manual trigger names the rules that it means");
        }
    }

    /** Everything that is due. */
    public static SyncTrigger due() {
        return new SyncTrigger(Kind.DUE, Optional.empty(), Set.of(), false);
    }

    /** The latest release. */
    public static SyncTrigger release() {
        return new SyncTrigger(Kind.RELEASE, Optional.empty(), Set.of(), false);
    }

    /** A release by its tag. */
    public static SyncTrigger release(String tag) {
        return new SyncTrigger(Kind.RELEASE, Optional.of(tag), Set.of(), false);
    }

    /** The head of the default branch. */
    public static SyncTrigger change() {
        return new SyncTrigger(Kind.CHANGE, Optional.empty(), Set.of(), false);
    }

    /** A branch, a tag or a commit. */
    public static SyncTrigger change(String reference) {
        return new SyncTrigger(Kind.CHANGE, Optional.of(reference), Set.of(), false);
    }

    /** These rules at the latest release. @throws IllegalArgumentException without any */
    public static SyncTrigger manual(String... ruleIds) {
        return new SyncTrigger(Kind.MANUAL, Optional.empty(), new TreeSet<>(Arrays.asList(ruleIds)), false);
    }

    /** The same at another reference. */
    public SyncTrigger at(String newReference) {
        return new SyncTrigger(kind, Optional.of(newReference), only, downgrade);
    }

    /** The same for these rules only. */
    public SyncTrigger only(String... ruleIds) {
        return new SyncTrigger(kind, reference, new TreeSet<>(Arrays.asList(ruleIds)), downgrade);
    }

    /** The same, allowed to go back to an older release. */
    public SyncTrigger allowDowngrade() {
        return new SyncTrigger(kind, reference, only, true);
    }
}
