package io.agent33.sync.github.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.error.RepositoryException.Reason;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.github.limit.Pause;
import io.agent33.sync.github.rest.Answer;
import io.agent33.sync.github.rest.Ask;
import io.agent33.sync.github.rest.Authorization;
import io.agent33.sync.github.rest.Refused;
import io.agent33.sync.github.rest.Rest;
import io.agent33.sync.github.rest.Segments;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A GitHub App: its key signs a short-lived statement, for which GitHub gives a token of the app's installation at an owner.
 * Tokens are kept, one an owner, and renewed before they end. Thread-safe.
 */
public final class AppAuthorization implements Authorization {
    private static final Duration RENEWED_BEFORE = Duration.ofMinutes(5);

    private final String appId;
    private final PrivateKey key;
    private final Pause pause;
    private final Rest asApp;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    private record Token(String value, Instant end) {
        String header() {
            return "Bearer " + value;
        }

        @Override
        public String toString() {
            return "a token until " + end;
        }
    }

    /** An owner's. Who needs it waits for whoever is asking for it, and nobody else does. */
    private static final class Held {
        private Optional<Token> token = Optional.empty();
        /** Those of repositories that moved to another owner and are asked for by their old names. */
        private final Map<RepositoryId, Token> moved = new HashMap<>();
    }

    /** @param connection makes one from whom it asks as */
    public AppAuthorization(String appId, PrivateKey key, Pause pause, Function<Authorization, Rest> connection) {
        this.appId = appId;
        this.key = key;
        this.pause = pause;
        this.asApp = connection.apply(repository -> "Bearer " + statement());
    }

    @Override
    public String header(RepositoryId repository) {
        Held own = own(repository);
        synchronized (own) {
            Optional<Token> known = Optional.ofNullable(own.moved.get(repository))
                    .or(() -> own.token)
                    .filter(this::isGood);
            if (known.isPresent()) {
                return known.get().header();
            }
            Answer installation = installation(repository);
            Token token = fetched(repository, installation);
            if (isOf(installation, repository)) {
                own.moved.remove(repository);
                own.token = Optional.of(token);
            } else {
                // Its new owner's, which is good for nothing else here.
                own.moved.put(repository, token);
            }
            return token.header();
        }
    }

    private Held own(RepositoryId repository) {
        return held.computeIfAbsent(repository.owner().toLowerCase(Locale.ROOT), owner -> new Held());
    }

    private boolean isGood(Token token) {
        return pause.now().plus(RENEWED_BEFORE).isBefore(token.end());
    }

    /** It was revoked, say. */
    @Override
    public boolean refused(RepositoryId repository, String header) {
        Held own = own(repository);
        synchronized (own) {
            own.token = own.token.filter(token -> !header.equals(token.header()));
            own.moved.values().removeIf(token -> header.equals(token.header()));
        }
        return true;
    }

    private Answer installation(RepositoryId repository) {
        return Refused.unlessDone(
                repository, asApp.ask(repository, Ask.get(Segments.of(repository) + "/installation")));
    }

    private static boolean isOf(Answer installation, RepositoryId repository) {
        String account = installation.body().path("account").path("login").asText("");
        return account.isEmpty() || account.equalsIgnoreCase(repository.owner());
    }

    private Token fetched(RepositoryId repository, Answer installation) {
        String id = installation.body().path("id").asText();
        // A token more does no harm: this may be sent again.
        Ask ask = Ask.post(
                "/app/installations/" + Segments.encoded(id) + "/access_tokens", JsonNodeFactory.instance.objectNode());
        // One that nobody heard of ends by itself.
        Answer given = asApp.settled(repository, () -> Refused.unlessDone(repository, asApp.ask(repository, ask)));
        String value = given.body().path("token").asText("");
        return new Token(
                value, end(repository, value, given.body().path("expires_at").asText("")));
    }

    private static Instant end(RepositoryId repository, String token, String text) {
        try {
            if (!token.isBlank()) {
                return Instant.parse(text);
            }
        } catch (DateTimeParseException e) {
            // Told below.
        }
        throw new RepositoryException(
                Reason.UNREACHABLE,
                repository
                        + ": GitHub gave the app no token, or none with an end; check what stands between, and run again");
    }

    /** As GitHub wants it: begun a minute ago, since clocks differ, and for less than ten minutes. */
    private String statement() {
        long now = pause.now().getEpochSecond();
        String signed = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(UTF_8)) + "."
                + encoded(JsonNodeFactory.instance
                        .objectNode()
                        .put("iat", now - 60)
                        .put("exp", now + 540)
                        .put("iss", appId)
                        .toString()
                        .getBytes(UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(signed.getBytes(UTF_8));
            return signed + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java signs with RSA and SHA-256", e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "GitHub App " + appId;
    }
}
