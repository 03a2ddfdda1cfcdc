package io.agent33.sync.github;

import static java.util.Objects.requireNonNull;

import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.github.webhook.Deliveries;
import io.agent33.sync.github.webhook.Listening;
import io.agent33.sync.github.webhook.WebhookHeaders;
import io.agent33.sync.github.webhook.WebhookResult;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * Makes triggers of what GitHub's webhooks deliver (S10), within whatever server a host has:
 *
 * <pre>{@code
 * GitHubWebhook webhook = GitHubWebhook.of(RepositoryId.of("agent33/agent33"))
 *         .secrets(System.getenv("AGENT33_WEBHOOK_SECRET"))
 *         .build();
 * WebhookResult result = webhook.receive(request::getHeader, body);
 * result.asked().ifPresent(watcher::notice);
 * response.setStatus(result.status());
 * }</pre>
 *
 * <table>
 * <caption>What follows from which event</caption>
 * <tr><th>event</th><th>of</th><th>asks for</th></tr>
 * <tr><td>{@code release} that was published, {@code create} of a tag, {@code push} of a tag; if the tag is a version</td>
 *     <td>the upstream</td><td>that release</td></tr>
 * <tr><td>{@code push} to the default branch</td><td>the upstream</td><td>a change at its head</td></tr>
 * <tr><td>{@code pull_request} of a rule that was merged</td><td>a downstream</td><td>what is due of that rule</td></tr>
 * </table>
 *
 * <p>Everything else that is genuine is ignored. A delivery is refused if none of the secrets signed it (HMAC-SHA-256 over the body
 * as it was sent, compared in constant time, before anything is parsed), if it is of another repository, if it is no payload
 * of its event, or if the same body was accepted before: GitHub's button <em>Redeliver</em> is told so too, and loses nothing.
 * What was accepted is remembered in memory, and for the last deliveries only, so an old one may come through after a restart: a trigger
 * says where to look and carries no content, so to look once more is harmless.
 *
 * <p>Immutable but for that memory; thread-safe. The secrets are in no message and no {@code toString} (S14). A delivery of whatever
 * form gives a result and never an exception.
 */
public final class GitHubWebhook {
    private final RepositoryId upstream;
    private final Deliveries deliveries;

    private GitHubWebhook(RepositoryId upstream, Deliveries deliveries) {
        this.upstream = upstream;
        this.deliveries = deliveries;
    }

    /** @param upstream the repository whose releases and changes count */
    public static Builder of(RepositoryId upstream) {
        return new Builder(requireNonNull(upstream, "upstream"));
    }

    /**
     * Takes a delivery.
     *
     * @param headers {@code X-Hub-Signature-256}, {@code X-GitHub-Event} and {@code X-GitHub-Delivery} are needed
     * @param body as it was sent, byte for byte; not kept
     */
    public WebhookResult receive(WebhookHeaders headers, byte[] body) {
        return deliveries.receive(requireNonNull(headers, "headers"), requireNonNull(body, "body"));
    }

    /**
     * Takes a delivery of which the body is still to be read. No more of it is read than may be, and nothing of one that is not signed.
     *
     * @param body not closed
     * @throws IOException if it cannot be read
     */
    public WebhookResult receive(WebhookHeaders headers, InputStream body) throws IOException {
        return deliveries.receive(requireNonNull(headers, "headers"), requireNonNull(body, "body"));
    }

    @Override
    public String toString() {
        return "GitHubWebhook of " + upstream;
    }

    /** Options; every one but the secrets has a default. Not thread-safe. */
    public static final class Builder {
        private static final int MOST_BYTES = 25 << 20;

        private final RepositoryId upstream;
        private List<String> secrets = List.of();
        private Predicate<RepositoryId> downstreams = repository -> false;
        private int mostBytes = MOST_BYTES;
        private int remembered = 10_000;

        private Builder(RepositoryId upstream) {
            this.upstream = upstream;
        }

        /**
         * What GitHub signs with: the webhook's secret, and while it is being changed, the one before too.
         *
         * @throws IllegalArgumentException without any, or if one is {@code null} or blank; the message holds nothing of them
         */
        public Builder secrets(String... anyOf) {
            if (anyOf.length == 0 || Arrays.stream(anyOf).anyMatch(secret -> secret == null || secret.isBlank())) {
                throw new IllegalArgumentException("expected a secret or more, none of them missing or blank");
            }
            secrets = List.of(anyOf);
            return this;
        }

        /**
         * Whose {@code pull_request} events count as well: a merged one is a reason to look at its rule again. The default is
         * nobody's.
         */
        public Builder downstreams(Collection<RepositoryId> repositories) {
            List<RepositoryId> all = List.copyOf(repositories);
            return downstreams(repository -> all.stream().anyMatch(repository::sameAs));
        }

        /**
         * The same, asked at each delivery of another repository than the upstream, by the thread that takes it; what it throws,
         * {@link #receive} throws.
         */
        public Builder downstreams(Predicate<RepositoryId> which) {
            downstreams = requireNonNull(which, "which");
            return this;
        }

        /**
         * The longest body that is taken. The default is 25 MiB, since GitHub sends none of more than 25 MB.
         *
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder mostBytes(int most) {
            mostBytes = positive(most);
            return this;
        }

        /**
         * How many of the deliveries that were accepted last are known again, of some 200 bytes each. The default is 10,000.
         *
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder remembered(int deliveries) {
            remembered = positive(deliveries);
            return this;
        }

        /** @throws IllegalStateException without a secret */
        public GitHubWebhook build() {
            if (secrets.isEmpty()) {
                throw new IllegalStateException("a webhook needs a secret: without one, anybody could have sent it");
            }
            return new GitHubWebhook(
                    upstream, new Deliveries(new Listening(upstream, downstreams), secrets, mostBytes, remembered));
        }

        private static int positive(int number) {
            if (number < 1 || number == Integer.MAX_VALUE) {
                throw new IllegalArgumentException("expected one or more, and less than 2^31 - 1, found " + number);
            }
            return number;
        }
    }
}
