package io.agent33.sync.core.validate.secret;

import static io.agent33.sync.core.validate.secret.Tokens.BASE_62;
import static io.agent33.sync.core.validate.secret.Tokens.BASE_64;
import static io.agent33.sync.core.validate.secret.Tokens.HEX;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks like a secret and is none. */
class NearMissTest {
    private static final SecretScanner SCANNER = SecretScanner.builtIn();

    private static List<String> kinds(String text) {
        return SCANNER.scan(text).stream().map(SecretMatch::kind).toList();
    }

    @Test
    void aWrongChecksumIsNoToken() {
        for (int seed = 0; seed < 50; seed++) {
            Tokens it = new Tokens(seed);
            String github = it.checked62("ghp_");
            String npm = it.checked62("npm_");
            String atlassian = Tokens.checkedHex("ATATT3" + it.of(BASE_62, 179) + "=");
            for (int at : new int[] {4, 20, 33, 39}) {
                assertThat(kinds(changed(github, at))).isEmpty();
                assertThat(kinds("_authToken=" + changed(npm, at))).doesNotContain("npm-token");
            }
            for (int at : new int[] {10, 100, 193}) {
                assertThat(kinds(changed(atlassian, at))).isEmpty();
            }
        }
    }

    private static String changed(String token, int at) {
        char other = token.charAt(at) == '7' ? '8' : '7';
        return token.substring(0, at) + other + token.substring(at + 1);
    }

    @Test
    void whatIsTooShortTooLongOrWithinAWordIsNoToken() {
        Tokens it = new Tokens(4);
        String aws = "AKIA" + it.of(Tokens.BASE_32, 16);
        for (String text : List.of(
                aws.substring(0, 19),
                aws + "A",
                "X" + aws,
                "ghp_" + it.of(BASE_62, 35),
                it.checked62("ghp_") + "a",
                "SK" + it.of(HEX, 31),
                "task" + it.of(HEX, 32),
                "dapi" + it.of(HEX, 31),
                "hf_" + it.of(Tokens.LETTERS, 33),
                "hf_" + it.of(Tokens.LETTERS, 30) + "_abc",
                "sk-" + it.of(BASE_62, 48),
                "glpat-" + it.of(BASE_62, 19),
                "AGE-SECRET-" + "KEY-1" + it.of(Tokens.BECH_32, 57),
                "12345678:AA" + it.of(BASE_62, 20))) {
            assertThat(kinds(text)).as(text.substring(0, 6)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                "glpat-XXXXXXXXXXX-XXXXXXXX",
                "GR134894112312312312312312312",
                "sk-ant-api03-...",
                "xoxb-your-token-here",
                "xoxb-123456789012-123456789012-xxxxxxxxxxxxxxxxxxxxxxxx",
                "https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX",
                "dop_v1_0000000000000000000000000000000000000000000000000000000000000000",
                "AIzaXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX",
                "api_key: <your-api-key>",
                "API_TOKEN=${API_TOKEN}",
                "token: ${{ secrets.GITHUB_TOKEN }}",
                "password: \"{{ vault.password }}\"",
                "PASSWORD=$(cat /run/secrets/db_password_2024)",
                "password = changeme",
                "password: \"ChangeMe123!\"",
                "secret = \"xxxxxxxxxxxxxxxxxxxxxxxx\"",
                "secret: \"************************\"",
                "api_key = \"your_api_key_here_0123\"",
                "token = \"example-token-1a2b3c4d5e6f\"",
                "token = os.environ[\"API_TOKEN_V2\"]",
                "token = settings.auth.refresh_token_v2",
                "token: getOAuth2TokenForCurrentUser()",
                "password = user.getPassword2(config1)",
                "secret: my-application-secret-name-2024",
                "password_hash = \"$2b$12$EixZaYVK1fsbw1ZfbX3OXePaWxn96p36WQoeG6Lruj3vjPGga31lW\"",
                "token_id: 0b5d7a4e-9f36-4c1b-a3d8-7e2f1c0b9a58",
                "token: 0b5d7a4e-9f36-4c1b-a3d8-7e2f1c0b9a58",
                "secret_version: 12.4.1-rc.3+build.20260101",
                "max_tokens: 200000, token_limit: 1000000000000000",
                "https://user:password@example.com/",
                "https://${USER}:${TOKEN}@github.com/x.git",
                "postgres://postgres:postgres@localhost/db",
                "https://example.com:8080/@scope/pkg",
                "ssh://git@github.com:22/x@y",
                "Authorization: Bearer <token>",
                "Authorization: Bearer YOUR_ACCESS_TOKEN_GOES_HERE",
                "basic authentication-and-authorization",
                "Basic understanding of distributed-systems",
                "-----BEGIN PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----\n...\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA...\n-----END RSA PRIVATE KEY-----",
                "the line -----BEGIN PRIVATE KEY----- starts a key and all that follows it until the end belongs to the key",
                "eyJ.eyJ.x",
                "eyJhbGciOi",
                "eyJhYmNkZWZnaGlqa2xtbm9wIjoxfQ.eyJhYmNkZWZnaGlqa2xtbm9wIjoxfQ.abcdefghijk",
                "commit 9f9ef61d3b5f0c1e2a4b6d8f0a2c4e6f8b0d2f4a",
                "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "integrity: sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==",
                "id: 123e4567-e89b-12d3-a456-426614174000",
                "version: 1.2.3-alpha.1+001",
                "base: &default-anchor_2\n  <<: *default-anchor_2",
                "skills: ask-me-anything-about-tasks-and-risks"
            })
    void noneOfTheseIsASecret(String text) {
        assertThat(kinds(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"typ\":\"JWT\",\"kid\":\"7\"}",
                "{\"alg\":1,\"typ\":\"JWT\"}",
                "{\"alg\":null,\"typ\":\"JWT\"}",
                "{\"a\":\"\\\"alg\\\"\"}",
                "{\"a\":{\"alg\":\"HS256\"}}"
            })
    void whatNamesNoAlgorithmIsNoToken(String header) {
        String token = new Tokens(3).jwt();

        assertThat(kinds(Tokens.url64(header) + token.substring(token.indexOf('.'))))
                .doesNotContain("json-web-token", "jwt");
        assertThat(kinds(token)).as("the same with an algorithm").isNotEmpty();
    }

    @Test
    void aRowOfOneCharacterIsAPlaceholder() {
        assertThat(kinds("glpat-" + "aB3dE5fG7hJ9" + "kkkkkkk" + "L")).isEmpty();
    }

    @Test
    void noImageInBase64IsASecret() {
        for (int seed = 0; seed < 20; seed++) {
            String image = "iVBORw0KGgoAAAANSUhEUg" + new Tokens(seed).of(BASE_64, 20_000);
            assertThat(kinds("![a](data:image/png;base64," + image + ")")).isEmpty();
        }
    }

    @Test
    void noPublicKeyNorCertificateIsASecret() {
        String lines = new Tokens(1).lines(20);

        assertThat(kinds("-----BEGIN PUBLIC KEY-----\n" + lines + "-----END PUBLIC KEY-----"))
                .isEmpty();
        assertThat(kinds("-----BEGIN CERTIFICATE-----\n" + lines + "-----END CERTIFICATE-----"))
                .isEmpty();
        assertThat(kinds("-----BEGIN PGP SIGNATURE-----\n" + lines + "-----END PGP SIGNATURE-----"))
                .isEmpty();
        assertThat(kinds("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI" + new Tokens(2).of(BASE_64, 43) + " a@b"))
                .isEmpty();
    }
}
