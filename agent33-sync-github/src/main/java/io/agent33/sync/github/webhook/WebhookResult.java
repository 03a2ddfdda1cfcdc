package io.agent33.sync.github.webhook;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.trigger.SyncTrigger;
import java.util.Optional;

/** What became of a delivery: exactly one of three. */
public sealed interface WebhookResult {
    /** The status of HTTP to answer with. */
    int status();

    /** One line to answer with, for the list of deliveries that GitHub shows; holds no secret. */
    String message();

    /** What it asks for; empty unless it was accepted. */
    default Optional<SyncTrigger> asked() {
        return this instanceof Accepted accepted ? Optional.of(accepted.trigger()) : Optional.empty();
    }

    /**
     * It asks for a sync. To be given to a watcher, which looks at once; nothing has been done yet.
     *
     * @param delivery GitHub's name for it, for logs; the one part that is not signed
     */
    record Accepted(String delivery, SyncTrigger trigger) implements WebhookResult {
        @Override
        public int status() {
            return 202;
        }

        @Override
        public String message() {
            return "accepted";
        }
    }

    /**
     * It is genuine, and asks for nothing: a ping, a draft, a branch that nobody syncs from.
     *
     * @param delivery as in {@link Accepted}
     * @param reason why it asks for nothing, on one line
     */
    record Ignored(String delivery, String reason) implements WebhookResult {
        @Override
        public int status() {
            return 200;
        }

        @Override
        public String message() {
            return "ignored: " + reason;
        }
    }

    /**
     * It is not what it should be: not signed with the secret, seen before, of a foreign repository, no payload of GitHub's.
     *
     * @param status of the four hundreds
     */
    record Refused(Objection objection, int status) implements WebhookResult {
        @Override
        public String message() {
            return "refused: " + objection.message();
        }
    }
}
