package io.agent33.sync.github;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.github.rest.Ask;
import io.agent33.sync.github.simulated.Mishap;
import io.agent33.sync.github.simulated.Request;
import io.agent33.sync.github.simulated.SimulatedGitHub;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A GitHub App's tokens: one an owner, kept, and renewed before they end. */
class AppTest {
    private static final RepositoryId WEBAPP = RepositoryId.of("org/webapp");
    private static KeyPair key;

    private final SimulatedGitHub simulated = SimulatedGitHub.start();
    private final VirtualPause pause = new VirtualPause();
    private GitHub gitHub;

    @BeforeAll
    static void generateKey() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        key = generator.generateKeyPair();
    }

    @AfterEach
    void close() {
        gitHub.close();
        simulated.close();
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(UTF_8)).encodeToString(content) + "\n-----END " + kind
                + "-----\n";
    }

    private static String pkcs8() {
        return pem("PRIVATE KEY", key.getPrivate().getEncoded());
    }

    /** The same without what PKCS#8 wraps round it. */
    private static String pkcs1() {
        byte[] wrapped = key.getPrivate().getEncoded();
        return pem("RSA PRIVATE KEY", Arrays.copyOfRange(wrapped, 26, wrapped.length));
    }

    private void connect(String pem) {
        simulated.clock(pause);
        gitHub = simulated.connection().pause(pause).app("4711", pem);
    }

    private void read(String repository) {
        RepositoryId id = RepositoryId.of(repository);
        assertThat(gitHub.rest().ask(id, Ask.get("/repos/" + id + "/pulls")).isDone())
                .isTrue();
    }

    private List<String> lines() {
        return simulated.requests().stream()
                .map(Request::line)
                .map(line -> line.replaceAll("\\d+", "n"))
                .toList();
    }

    @Test
    void theStatementIsSignedAndSaysWhoAndHowLong() throws Exception {
        connect(pkcs1());

        read("org/webapp");

        assertThat(lines())
                .containsExactly(
                        "GET /repos/org/webapp/installation",
                        "POST /app/installations/n/access_tokens",
                        "GET /repos/org/webapp/pulls");
        String[] parts = simulated
                .requests()
                .get(0)
                .authorization()
                .orElseThrow()
                .substring("Bearer ".length())
                .split("\\.");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(key.getPublic());
        signature.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        JsonNode claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(parts[1]));
        assertThat(claims.path("iss").asText()).isEqualTo("4711");
        assertThat(claims.path("iat").asLong()).isLessThan(pause.now().getEpochSecond());
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isBetween(60L, 600L);
        assertThat(new ObjectMapper()
                        .readTree(Base64.getUrlDecoder().decode(parts[0]))
                        .path("alg")
                        .asText())
                .isEqualTo("RS256");
    }

    @Test
    void aTokenIsKeptForItsOwner() {
        connect(pkcs8());

        read("org/webapp");
        read("org/other");
        read("Org/webapp2");
        read("elsewhere/app");

        assertThat(simulated.tokens()).hasSize(2);
    }

    @Test
    void itIsRenewedBeforeItEnds() {
        connect(pkcs8());
        read("org/webapp");

        pause.pass(Duration.ofMinutes(54));
        read("org/webapp");
        assertThat(simulated.tokens()).hasSize(1);

        pause.pass(Duration.ofMinutes(2));
        read("org/webapp");
        assertThat(simulated.tokens()).hasSize(2);
    }

    @Test
    void oneThatWasRevokedIsReplacedOnce() {
        connect(pkcs8());
        read("org/webapp");
        simulated.tokens().set(0, "revoked");

        read("org/webapp");

        assertThat(simulated.tokens()).hasSize(2);
    }

    @Test
    void gitGetsTheSameToken() {
        connect(pkcs8());

        assertThat(gitHub.token(WEBAPP)).isEqualTo(simulated.tokens().get(0));
        assertThat(gitHub).asString().isEqualTo("GitHub as GitHub App 4711");
    }

    @Test
    void withoutAnInstallationItIsToldWhere() {
        connect(pkcs8());
        simulated.answering(request -> java.util.Optional.of(404), java.util.Map.of());

        assertThatThrownBy(() -> gitHub.token(WEBAPP))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("org/webapp")
                .hasMessageContaining("installation");
    }

    @Test
    void aTokenWhoseGivingFailedIsAskedForAgain() {
        connect(pkcs8());
        simulated.fail((number, request) -> number == 2 ? Mishap.ERROR_AFTER : Mishap.NONE);

        read("org/webapp");

        assertThat(simulated.tokens()).hasSize(2);
    }

    @Test
    void theTokenOfARepositoryThatMovedIsKeptForItAlone() {
        try (OddServer server = new OddServer()) {
            server.answers = request -> request.contains("/org/moved/installation")
                    ? "{\"id\": 2, \"account\": {\"login\": \"elsewhere\"}}"
                    : request.endsWith("/installation")
                            ? "{\"id\": 1, \"account\": {\"login\": \"Org\"}}"
                            : "{\"token\": \"t" + request.replaceAll("\\D", "")
                                    + "\", \"expires_at\": \"2026-01-01T01:00:00Z\"}";
            gitHub = server.connection().app("4711", pkcs8());

            for (int i = 0; i < 2; i++) {
                assertThat(gitHub.token(RepositoryId.of("org/moved"))).isEqualTo("t2");
                assertThat(gitHub.token(RepositoryId.of("org/webapp"))).isEqualTo("t1");
                assertThat(gitHub.token(RepositoryId.of("org/other"))).isEqualTo("t1");
            }

            assertThat(server.asked).hasSize(4);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"token\": \"s3cret\"}",
                "{\"token\": \"s3cret\", \"expires_at\": \"tomorrow\"}",
                "{\"token\": \"\", \"expires_at\": \"2026-01-01T01:00:00Z\"}"
            })
    void whatIsNoTokenWithAnEndIsToldAndNotShown(String given) {
        try (OddServer server = new OddServer()) {
            server.answers = request -> request.startsWith("POST") ? given : "{\"id\": 1}";
            gitHub = server.connection().app("4711", pkcs8());

            assertThatThrownBy(() -> gitHub.token(WEBAPP))
                    .isInstanceOf(RepositoryException.class)
                    .hasMessageContaining("org/webapp")
                    .hasMessageContaining("no token, or none with an end")
                    .hasMessageNotContaining("s3cret")
                    .hasNoCause();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "-----BEGIN RSA PRIVATE KEY-----\nc2VjcmV0\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nsecret===\n-----END PRIVATE KEY-----"
            })
    void whatIsNoKeyIsRefusedAndNotShown(String pem) {
        connect(pkcs8());

        assertThatThrownBy(() -> simulated.connection().app("4711", pem))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("private key")
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("c2VjcmV0")
                .hasNoCause();
    }
}
