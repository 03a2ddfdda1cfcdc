package io.agent33.sync.github.webhook;

import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.github.webhook.WebhookResult.Accepted;
import io.agent33.sync.github.webhook.WebhookResult.Ignored;
import java.util.Optional;
import java.util.Set;

/**
 * What one genuine delivery asks for. The event's name is a header and is not signed, so a payload must have what one of that event has.
 *
 * @param of whose events count
 */
record Meaning(Listening of, String event, String delivery, Payload payload) {
    private static final Set<String> NEED_A_REPOSITORY = Set.of("release", "push", "create", "pull_request");
    private static final Set<String> PUBLISHED = Set.of("published", "released");
    private static final String BRANCH = "refs/heads/";
    private static final String TAG = "refs/tags/";

    WebhookResult result() {
        Optional<String> name = payload.at(Payload.REPOSITORY);
        if (name.isEmpty()) {
            return NEED_A_REPOSITORY.contains(event)
                    ? Refusals.malformed("a payload with " + Payload.REPOSITORY)
                    : ignored("an event of no repository");
        }
        Optional<RepositoryId> repository = repository(name.get());
        if (repository.filter(of.upstream()::sameAs).isPresent()) {
            return ofUpstream();
        }
        return repository.filter(of.downstreams()).isPresent()
                ? ofDownstream()
                : Refusals.foreign(of.upstream(), name.get());
    }

    private static Optional<RepositoryId> repository(String name) {
        try {
            return Optional.of(RepositoryId.of(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private WebhookResult ofUpstream() {
        return switch (event) {
            case "release" -> release();
            case "push" -> push();
            case "create" -> create();
            case "ping" -> ignored("a ping");
            default -> ignored("nothing follows from this event in the upstream");
        };
    }

    private WebhookResult ofDownstream() {
        return switch (event) {
            case "pull_request" -> pullRequest();
            case "ping" -> ignored("a ping");
            default -> ignored("nothing follows from this event in a downstream");
        };
    }

    private WebhookResult release() {
        Optional<String> action = payload.at(Payload.ACTION);
        Optional<String> tag = payload.at(Payload.TAG);
        if (action.isEmpty() || tag.isEmpty()) {
            return Refusals.malformed("a payload with " + Payload.ACTION + " and " + Payload.TAG);
        }
        if (!PUBLISHED.contains(action.get()) || payload.isTrue(Payload.DRAFT)) {
            return ignored("a release that was not published just now");
        }
        return tag(tag.get());
    }

    /** Whether it is a pre-release is told by the tag: S1 asks for no more, and each rule says whether it wants them (S10). */
    private WebhookResult tag(String tag) {
        return VersionTag.isRelease(tag)
                ? accepted(SyncTrigger.release(tag))
                : ignored("the tag " + Foreign.quoted(tag) + " is no version");
    }

    private WebhookResult push() {
        Optional<String> ref = payload.at(Payload.REF);
        if (ref.isEmpty()
                || payload.at(Payload.AFTER).isEmpty()
                || payload.at(Payload.DEFAULT_BRANCH).isEmpty()) {
            return Refusals.malformed(
                    "a payload with " + Payload.REF + ", " + Payload.AFTER + " and " + Payload.DEFAULT_BRANCH);
        }
        if (payload.isTrue(Payload.DELETED)) {
            return ignored("a branch or tag was deleted");
        }
        if (ref.get().startsWith(TAG)) {
            return tag(ref.get().substring(TAG.length()));
        }
        return payload.at(Payload.DEFAULT_BRANCH).map(BRANCH::concat).equals(ref)
                ? accepted(SyncTrigger.change())
                : ignored(Foreign.quoted(ref.get()) + " is not the default branch");
    }

    private WebhookResult create() {
        Optional<String> ref = payload.at(Payload.REF);
        Optional<String> type = payload.at(Payload.REF_TYPE);
        if (ref.isEmpty() || type.isEmpty() || payload.at(Payload.MASTER_BRANCH).isEmpty()) {
            return Refusals.malformed(
                    "a payload with " + Payload.REF + ", " + Payload.REF_TYPE + " and " + Payload.MASTER_BRANCH);
        }
        return type.get().equals("tag") ? tag(ref.get()) : ignored("a new branch; what it holds is pushed");
    }

    /** A merge is the one thing that a person does to a pull request after which the engine has something to do. */
    private WebhookResult pullRequest() {
        Optional<String> branch = payload.at(Payload.HEAD);
        if (branch.isEmpty() || payload.at(Payload.ACTION).isEmpty()) {
            return Refusals.malformed("a payload with " + Payload.ACTION + " and " + Payload.HEAD);
        }
        if (!payload.is(Payload.ACTION, "closed") || !payload.isTrue(Payload.MERGED)) {
            return ignored("a pull request that was not merged just now");
        }
        Optional<String> here = payload.at(Payload.BASE_REPOSITORY);
        if (here.isEmpty() || !here.equals(payload.at(Payload.HEAD_REPOSITORY))) {
            return ignored("a pull request from a fork");
        }
        return RuleBranch.rule(branch.get())
                .map(rule -> accepted(SyncTrigger.due().only(rule)))
                .orElseGet(
                        () -> ignored("a pull request from " + Foreign.quoted(branch.get()) + ", which is no rule's"));
    }

    private WebhookResult accepted(SyncTrigger trigger) {
        return new Accepted(delivery, trigger);
    }

    private WebhookResult ignored(String reason) {
        return new Ignored(delivery, reason);
    }
}
