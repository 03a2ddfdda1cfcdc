package io.agent33.sync.github;

import static java.util.Objects.requireNonNull;

import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.github.auth.AppAuthorization;
import io.agent33.sync.github.auth.AppKey;
import io.agent33.sync.github.auth.TokenAuthorization;
import io.agent33.sync.github.limit.Budget;
import io.agent33.sync.github.limit.Pause;
import io.agent33.sync.github.limit.Wait;
import io.agent33.sync.github.rest.Authorization;
import io.agent33.sync.github.rest.Rest;
import io.agent33.sync.github.rest.Terms;
import java.net.URI;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A connection to GitHub or to a GitHub Enterprise Server: where its API is, who asks, and how patiently. One is enough for a whole
 * process, and all that use it keep GitHub's limits together.
 *
 * <p>Proxies and trusted certificates are the JDK's: {@code https.proxyHost}, {@code javax.net.ssl.trustStore}. Immutable but for its
 * connections; thread-safe. Close it when nobody uses it any more.
 *
 * <p>Credentials are in no address, message, log or {@code toString} of it (S14).
 */
public final class GitHub implements AutoCloseable {
    private final Rest rest;
    private final Authorization authorization;

    private GitHub(Rest rest, Authorization authorization) {
        this.rest = rest;
        this.authorization = authorization;
    }

    /** github.com. */
    public static Builder com() {
        return new Builder(URI.create("https://api.github.com"), URI.create("https://api.github.com/graphql"));
    }

    /**
     * A GitHub Enterprise Server, or GitHub Enterprise Cloud with a host of its own below {@code ghe.com}.
     *
     * @param server its address, such as {@code https://github.example.org}, whose API is below {@code /api} there, or
     *     {@code https://example.ghe.com}, whose API is at {@code https://api.example.ghe.com}
     * @throws IllegalArgumentException if it is no such address, or holds a user or a password
     */
    public static Builder enterprise(URI server) {
        String at = checked(server);
        if (server.getHost().toLowerCase(Locale.ROOT).endsWith(".ghe.com")) {
            String api = at.replaceFirst("://", "://api.");
            return new Builder(URI.create(api), URI.create(api + "/graphql"));
        }
        return new Builder(URI.create(at + "/api/v3"), URI.create(at + "/api/graphql"));
    }

    /**
     * An API that is elsewhere.
     *
     * @param rest such as {@code https://api.github.com}
     * @param graph such as {@code https://api.github.com/graphql}
     * @throws IllegalArgumentException as {@link #enterprise}
     */
    public static Builder at(URI rest, URI graph) {
        return new Builder(URI.create(checked(rest)), URI.create(checked(graph)));
    }

    /** Elsewhere a token would travel in the clear. */
    private static boolean isThisMachine(URI address) {
        return address.getHost() != null
                && List.of("localhost", "127.0.0.1", "[::1]")
                        .contains(address.getHost().toLowerCase(Locale.ROOT));
    }

    private static String checked(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!(scheme.equals("https") || (scheme.equals("http") && isThisMachine(address)))
                || address.getHost() == null
                || address.getRawUserInfo() != null
                || address.getRawQuery() != null
                || address.getRawFragment() != null) {
            throw new IllegalArgumentException("an address of GitHub is https:// and a host, without user, query and"
                    + " fragment, such as https://github.example.org");
        }
        return address.toString().replaceFirst("/+$", "");
    }

    Rest rest() {
        return rest;
    }

    /**
     * The token for one repository, for git's own requests over HTTPS: the user is {@code x-access-token}. Not to be stored; ask again
     * for each use.
     *
     * @throws io.agent33.sync.api.error.RepositoryException if it cannot be had
     */
    public String token(RepositoryId repository) {
        return authorization.header(repository).replaceFirst("^Bearer ", "");
    }

    /** Ends the connections; requests under way fail. May be called twice. */
    @Override
    public void close() {
        rest.close();
    }

    @Override
    public String toString() {
        return "GitHub as " + authorization;
    }

    /** Options; every one has a default. Not thread-safe. */
    public static final class Builder {
        private final URI api;
        private final URI graph;
        private Duration connectTimeout = Duration.ofSeconds(10);
        private Duration timeout = Duration.ofSeconds(30);
        private int attempts = 4;
        private Duration patience = Duration.ofHours(2);
        private int atOnce = 16;
        private Budget content = Budget.ofContent(80, 500);
        private Consumer<Wait> waiting = wait -> {};
        private Pause pause = Pause.SYSTEM;

        private Builder(URI api, URI graph) {
            this.api = api;
            this.graph = graph;
        }

        /** The longest that an exchange may take, its body included, and a connection beside. The default is 30 s and 10 s. */
        public Builder timeouts(Duration exchange, Duration connect) {
            timeout = positive(exchange);
            connectTimeout = positive(connect);
            return this;
        }

        /** How often a request that only reads is sent before GitHub is taken for unreachable. The default is 4. */
        public Builder attempts(int most) {
            if (most < 1) {
                throw new IllegalArgumentException("at least one attempt, not " + most);
            }
            attempts = most;
            return this;
        }

        /** The longest that one request waits for limits, all waits together. The default is two hours, since
         * GitHub counts by the hour. */
        public Builder patience(Duration longest) {
            patience = positive(longest);
            return this;
        }

        /** How many exchanges run at the same time. The default is 16. */
        public Builder atOnce(int most) {
            if (most < 1) {
                throw new IllegalArgumentException("at least one at once, not " + most);
            }
            atOnce = most;
            return this;
        }

        /**
         * How many requests that write are sent. The default is what GitHub publishes: 80 a minute and 500 an hour.
         *
         * @throws IllegalArgumentException if one is not positive, or a minute has more than an hour
         */
        public Builder contentBudget(int aMinute, int anHour) {
            content = Budget.ofContent(aMinute, anHour);
            return this;
        }

        /** Told of every wait, by the thread that waits. The default tells nobody. */
        public Builder onWait(Consumer<Wait> listener) {
            waiting = requireNonNull(listener, "listener");
            return this;
        }

        /** The time, for tests. */
        Builder pause(Pause other) {
            pause = other;
            return this;
        }

        /** @param token asked for at each request, by several threads; a classic token needs {@code repo} */
        public GitHub token(Supplier<String> token) {
            return connected(rest -> new TokenAuthorization(requireNonNull(token, "token")));
        }

        /**
         * A GitHub App, which needs read and write access to contents, pull requests and issues, and an installation at each owner.
         *
         * @param appId its id or its client id
         * @param privateKey in PEM, as GitHub gives it
         * @throws IllegalArgumentException if the key is none; the message holds nothing of it
         */
        public GitHub app(String appId, String privateKey) {
            PrivateKey key = AppKey.of(privateKey);
            return connected(rest -> new AppAuthorization(appId, key, pause, rest::as));
        }

        private GitHub connected(Function<Rest, Authorization> whoAsks) {
            Terms terms = new Terms(
                    api,
                    graph,
                    connectTimeout,
                    timeout,
                    attempts,
                    patience,
                    atOnce,
                    content,
                    Budget.ofPoints(),
                    pause,
                    waiting);
            Rest nobody = new Rest(terms, repository -> "");
            Authorization authorization = whoAsks.apply(nobody);
            return new GitHub(nobody.as(authorization), authorization);
        }

        private static Duration positive(Duration time) {
            if (time.isNegative() || time.isZero()) {
                throw new IllegalArgumentException("a time is longer than nothing, not " + time);
            }
            return time;
        }
    }
}
