package io.agent33.sync.core.plan;

import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.Revision;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.trigger.SyncTrigger;
import java.util.Locale;
import java.util.Optional;
import javax.annotation.Nullable;

/** What a trigger means for each rule, seen from the upstream alone (S10). Thread-safe. */
final class Timetable {
    private final SyncTrigger trigger;
    private final UpstreamView view;
    private final Optional<Release> named;
    private @Nullable Release head;

    /** @throws ConfigurationException if the trigger names a reference that the upstream does not have */
    Timetable(SyncTrigger trigger, UpstreamView view) {
        this.trigger = trigger;
        this.view = view;
        this.named = trigger.reference().map(this::resolve);
    }

    Due due(SyncRule rule) {
        return switch (trigger.kind()) {
            case DUE -> whateverIsDue(rule);
            case RELEASE -> rule.frequency() == Frequency.ON_RELEASE ? atRelease(rule) : not(rule, "a release");
            case CHANGE -> rule.frequency() == Frequency.ON_CHANGE ? ifWanted(rule, change()) : not(rule, "a change");
            case MANUAL -> atRelease(rule);
        };
    }

    /** Whether the rule is due only if its matched files changed. */
    boolean onlyIfChanged(SyncRule rule) {
        return rule.frequency() == Frequency.ON_CHANGE && trigger.kind() != SyncTrigger.Kind.MANUAL;
    }

    private Due whateverIsDue(SyncRule rule) {
        return switch (rule.frequency()) {
            case ON_RELEASE -> atRelease(rule);
            case ON_CHANGE -> ifWanted(rule, change());
            case MANUAL -> new Due.NotYet("its frequency is manual: it runs when it is named");
        };
    }

    private static Due not(SyncRule rule, String asked) {
        return new Due.NotYet("its frequency is " + rule.frequency().name().toLowerCase(Locale.ROOT)
                + ", and the trigger is " + asked);
    }

    private Due atRelease(SyncRule rule) {
        Optional<Release> release = named.or(() -> view.releases().latest(rule.prereleases()));
        return release.isEmpty() ? noRelease(rule) : ifWanted(rule, release.get());
    }

    /** Pre-releases need the rule's consent, however they were come by. */
    private Due ifWanted(SyncRule rule, Release release) {
        boolean unwanted = release.tag().isPresent()
                && !rule.prereleases()
                && VersionLabel.parse(release.version())
                        .filter(VersionLabel::prerelease)
                        .isPresent();
        if (!unwanted) {
            return new Due.At(release);
        }
        String reason = release + " is a pre-release, and the rule does not set prereleases: true";
        return trigger.kind() == SyncTrigger.Kind.MANUAL
                ? new Due.Refused(
                        Objection.of("prerelease", rule.id(), "a release", reason, "set it, or name another reference"))
                : new Due.NotYet(reason);
    }

    private Due noRelease(SyncRule rule) {
        String found = "the upstream has no release" + (rule.prereleases() ? "" : " that is no pre-release");
        return trigger.kind() == SyncTrigger.Kind.MANUAL
                ? new Due.Refused(Objection.of(
                        "no-release", rule.id(), "a release to deliver", found, "name a reference to deliver instead"))
                : new Due.NotYet(found);
    }

    private Release change() {
        return named.orElseGet(this::head);
    }

    private synchronized Release head() {
        if (head == null) {
            head = view.releases().describe(view.refs().head().commit(), view.repository());
        }
        return head;
    }

    private Release resolve(String reference) {
        Optional<Release> release = view.releases().named(reference);
        if (release.isPresent()) {
            return release.get();
        }
        if (trigger.kind() == SyncTrigger.Kind.RELEASE) {
            throw unknown(reference, "a tag that is a semantic version");
        }
        Revision revision = view.repository()
                .resolve(reference)
                .orElseThrow(() -> unknown(reference, "a branch, a tag or a commit of the upstream"));
        return view.releases().describe(revision.commit(), view.repository());
    }

    private ConfigurationException unknown(String reference, String expected) {
        return new ConfigurationException(Objection.of(
                "unknown-reference",
                view.repository().id().value(),
                expected,
                "\"" + reference + "\"",
                "its newest releases are " + view.releases().newest(5)));
    }
}
