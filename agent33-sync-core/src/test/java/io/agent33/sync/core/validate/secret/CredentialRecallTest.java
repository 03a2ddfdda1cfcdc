package io.agent33.sync.core.validate.secret;

import static io.agent33.sync.core.validate.secret.Tokens.BASE_32;
import static io.agent33.sync.core.validate.secret.Tokens.BASE_62;
import static io.agent33.sync.core.validate.secret.Tokens.BASE_64;
import static io.agent33.sync.core.validate.secret.Tokens.BECH_32;
import static io.agent33.sync.core.validate.secret.Tokens.DIGITS;
import static io.agent33.sync.core.validate.secret.Tokens.HEX;
import static io.agent33.sync.core.validate.secret.Tokens.LETTERS;
import static io.agent33.sync.core.validate.secret.Tokens.UPPER;
import static io.agent33.sync.core.validate.secret.Tokens.URL_64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every credential of the list, in the form that its vendor documents, wherever text puts it. */
class CredentialRecallTest {
    private static final SecretScanner SCANNER = SecretScanner.builtIn();
    private static final int DRAWN = 25;

    private static Arguments form(String kind, Function<Tokens, String> made) {
        return arguments(kind, made);
    }

    /** Forms from the vendors' pages; what scanners publish of them agrees. */
    private static Stream<Arguments> documentedForms() {
        return Stream.of(
                form("aws-access-key-id", it -> "AKIA" + it.of(BASE_32, 16)),
                form("aws-access-key-id", it -> "ASIA" + it.of(BASE_32, 16)),
                form("gcp-api-key", it -> "AIza" + it.of(URL_64, 34) + "9"),
                form("gcp-oauth-secret", it -> "GOCSPX-" + it.of(URL_64, 27) + "7"),
                form("azure-client-secret", it -> it.of(BASE_62, 3) + "8Q~" + it.of(BASE_62 + "_.-", 33) + "a"),
                form("github-token", it -> it.checked62("ghp_")),
                form("github-token", it -> it.checked62("gho_")),
                form("github-token", it -> it.checked62("ghu_")),
                form("github-token", it -> it.checked62("ghs_")),
                form("github-token", it -> it.checked62("ghr_")),
                form("github-refresh-token", it -> "ghr_" + it.of(BASE_62, 76)),
                form("github-fine-grained-token", it -> "github_pat_" + it.of(BASE_62, 22) + "_" + it.of(BASE_62, 59)),
                form("gitlab-token", it -> "glpat-" + it.of(URL_64, 19) + "x"),
                form("gitlab-token", it -> "glpat-" + it.of(URL_64, 27) + ".01." + it.of(HEX, 7)),
                form("gitlab-token", it -> "glrt-" + it.of(BASE_62, 20)),
                form("gitlab-token", it -> "gldt-" + it.of(BASE_62, 20)),
                form("gitlab-token", it -> "glcbt-" + it.of(BASE_62, 2) + "_" + it.of(BASE_62, 20)),
                form("gitlab-token", it -> "glptt-" + it.of(HEX, 40)),
                form("gitlab-token", it -> "gloas-" + it.of(HEX, 64)),
                form("gitlab-token", it -> "glagent-" + it.of(BASE_62, 50)),
                form("gitlab-runner-registration", it -> "GR1348941" + it.of(BASE_62, 20)),
                form("atlassian-token", it -> Tokens.checkedHex("ATATT3" + it.of(URL_64, 179) + "=")),
                form("atlassian-token", it -> Tokens.checkedHex("ATCTT3" + it.of(URL_64, 177) + "=")),
                form("bitbucket-app-password", it -> Tokens.checkedHex("ATBB" + it.of(BASE_62, 24))),
                form(
                        "slack-token",
                        it -> "xoxb-" + it.of(DIGITS, 12) + "-" + it.of(DIGITS, 13) + "-" + it.of(BASE_62, 24)),
                form(
                        "slack-token",
                        it -> "xoxp-" + it.of(DIGITS, 11) + "-" + it.of(DIGITS, 11) + "-" + it.of(DIGITS, 12) + "-"
                                + it.of(HEX, 32)),
                form(
                        "slack-app-token",
                        it -> "xapp-1-A" + it.of(UPPER + DIGITS, 10) + "-" + it.of(DIGITS, 13) + "-" + it.of(HEX, 64)),
                form("slack-rotating-token", it -> "xoxe.xoxp-1-" + it.of(BASE_62, 163)),
                form("stripe-key", it -> "sk_" + "live_" + it.of(BASE_62, 24)),
                form("stripe-key", it -> "rk_" + "live_" + it.of(BASE_62, 99)),
                form("stripe-key", it -> "sk_" + "test_" + it.of(BASE_62, 99)),
                form("stripe-webhook-secret", it -> "whsec_" + it.of(BASE_62, 32)),
                form("twilio-key", it -> "SK" + it.of(HEX, 32)),
                form("sendgrid-key", it -> "SG." + it.of(URL_64, 22) + "." + it.of(URL_64, 42) + "Q"),
                form("npm-token", it -> it.checked62("npm_")),
                form("pypi-token", it -> "pypi-" + "AgEIcHlwaS5vcmc" + it.of(URL_64, 150) + "w"),
                form("pypi-token", it -> "pypi-" + "AgENdGVzdC5weXBpLm9yZw" + it.of(URL_64, 140) + "w"),
                form("hugging-face-token", it -> "hf_" + it.of(LETTERS, 34)),
                form("hugging-face-token", it -> "api_org_" + it.of(LETTERS, 34)),
                form("openai-key", it -> "sk-" + it.of(BASE_62, 20) + "T3Blbk" + "FJ" + it.of(BASE_62, 20)),
                form("openai-key", it -> "sk-proj-" + it.of(URL_64, 74) + "T3Blbk" + "FJ" + it.of(URL_64, 73) + "A"),
                form("openai-key", it -> "sk-svcacct-" + it.of(URL_64, 58) + "T3Blbk" + "FJ" + it.of(URL_64, 57) + "A"),
                form("anthropic-key", it -> "sk-ant-" + "api03-" + it.of(URL_64, 93) + "AA"),
                form("anthropic-key", it -> "sk-ant-" + "admin01-" + it.of(URL_64, 93) + "AA"),
                form("databricks-token", it -> "dapi" + it.of(HEX, 32)),
                form("databricks-token", it -> "dapi" + it.of(HEX, 32) + "-2"),
                form("docker-hub-token", it -> "dckr_pat_" + it.of(URL_64, 26) + "A"),
                form("docker-hub-token", it -> "dckr_oat_" + it.of(URL_64, 31) + "A"),
                form("shopify-token", it -> "shpat_" + it.of(HEX, 32)),
                form("shopify-token", it -> "shpss_" + it.of(HEX, 32)),
                form("digitalocean-token", it -> "dop_v1_" + it.of(HEX, 64)),
                form("digitalocean-token", it -> "doo_v1_" + it.of(HEX, 64)),
                form("telegram-bot-token", it -> "7" + it.of(DIGITS, 9) + ":AA" + it.of(URL_64, 32) + "s"),
                form("json-web-token", Tokens::jwt),
                form("age-secret-key", it -> "AGE-SECRET-" + "KEY-1" + it.of(BECH_32, 58)));
    }

    @ParameterizedTest
    @MethodSource("documentedForms")
    void aTokenIsFoundWholeWhereverItStands(String kind, Function<Tokens, String> made) {
        List<String> places = List.of(
                "%s",
                "a %s b", "KEY=%s\n", "k: \"%s\",", "`%s`", "(%s)", "?t=%s&u=1", "x\\n%s\\n", "<a>%s</a>", "a%%3D%s");
        int missed = 0;
        for (int seed = 0; seed < DRAWN; seed++) {
            String token = made.apply(new Tokens(seed));
            for (String place : places) {
                String text = String.format(place, token);
                missed += holds(text, kind, token) ? 0 : 1;
            }
        }

        assertThat(missed).as("of %s", DRAWN * places.size()).isZero();
    }

    private static boolean holds(String text, String kind, String secret) {
        return SCANNER.scan(text).stream().anyMatch(match -> match.kind().equals(kind) && match.matches(secret));
    }

    /** What stands in vendors' pages and published test suites, all dead; in parts, so that no scanner barks at us. */
    private static Stream<Arguments> publishedExamples() {
        return Stream.of(
                arguments("aws-access-key-id", "AKIA" + "IOSFODNN7EXAMPLE", "aws s3 --key %s"),
                arguments(
                        "aws-secret-access-key",
                        "wJalrXUtnFEMI/K7MDENG/" + "bPxRfiCYEXAMPLEKEY",
                        "aws_secret_access_key = %s"),
                arguments(
                        "aws-secret-access-key",
                        "wJalrXUtnFEMI/K7MDENG/" + "bPxRfiCYEXAMPLEKEY",
                        "\"SecretAccessKey\": \"%s\""),
                arguments("github-token", "ghp_" + "zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ" + "0mLq17", "token %s"),
                arguments("github-token", "ghp_" + "M7H4jxUDDWHP4kZ6A4dxlQYsQIWJuq11T4V4", "%s"),
                arguments("github-token", "ghp_" + "vKdQ4XtRZOBFd16YZEgyLKyQ8Cee4g2NJ0mT", "%s"),
                arguments(
                        "telegram-bot-token",
                        "110201543:" + "AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw",
                        "https://api.telegram.org/bot%s/getMe"),
                arguments("stripe-key", "sk_" + "test_4eC39HqLyjWDarjtT1zdp7dc", "curl -u %s:"),
                arguments("slack-token", "xoxb-" + "17653672481-19874698323-" + "pdFZKVeTuE8sk7oOcHrzqqgy", "%s"),
                arguments(
                        "azure-storage-key",
                        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/" + "K1SZFPTOtr/KBHBeksoGMGw==",
                        "AccountName=devstoreaccount1;AccountKey=%s;BlobEndpoint=…"),
                arguments(
                        "json-web-token",
                        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9."
                                + "eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ."
                                + "SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c",
                        "Authorization: Bearer %s"));
    }

    @ParameterizedTest
    @MethodSource("publishedExamples")
    void aPublishedExampleIsFound(String kind, String secret, String place) {
        assertThat(holds(String.format(place, secret), kind, secret)).isTrue();
    }

    /** Credentials that are known by what stands around them. */
    private static Stream<Arguments> inContext() {
        Tokens it = new Tokens(1);
        String hex = it.of(HEX, 32);
        String sas = "https://a.blob.core.windows.net/c?sp=r&st=2024-01-01T00:00:00Z&spr=https&sv=2022-11-02&sr=b&sig=";
        return Stream.of(
                arguments("aws-secret-access-key", it.of(BASE_64, 39) + "z", "export AWS_SECRET_ACCESS_KEY=%s"),
                arguments(
                        "azure-storage-key",
                        it.of(BASE_64, 86) + "==",
                        "DefaultEndpointsProtocol=https;AccountName=x;AccountKey=%s;E"),
                arguments(
                        "azure-storage-key",
                        it.of(BASE_64, 43) + "=",
                        "Endpoint=sb://x/;SharedAccessKeyName=R;SharedAccessKey=%s"),
                arguments("azure-sas", it.of(BASE_62, 42) + "%2B" + "%3D", sas + "%s"),
                arguments(
                        "slack-webhook",
                        it.of(BASE_62, 24),
                        "https://hooks.slack.com/services/T0A1B2C3D/B0A1B2C3D4E/%s"),
                arguments("twilio-auth-token", hex, "TWILIO_AUTH_TOKEN=%s"),
                arguments("password-in-url", "s3cr-Ettd", "postgres://app:%s@db.example.org:5432/x"),
                arguments("password-in-url", "hunter22", "see https://bot:%s@git.example.org/a.git"),
                arguments("password-in-url", "hunter22", "redis://:%s@cache:6379"),
                arguments(
                        "password-in-connection-string",
                        "Passw0rd!",
                        "Server=tcp:db,1433;Initial Catalog=x;User ID=sa;Password=%s;"),
                arguments("password-in-connection-string", "kV9mQ2", "Data Source=db; User Id=sa; Password = %s; "),
                arguments("authorization-header", it.of(BASE_62, 20) + "42", "-H 'Authorization: Bearer %s'"),
                arguments("secret-assignment", it.of(BASE_62, 22) + "42", "api_key: %s"),
                arguments("secret-assignment", it.of(BASE_62, 22) + "42", "\"clientSecret\" : \"%s\","),
                arguments("secret-assignment", it.of(HEX, 40), "auth_token := '%s'"),
                arguments("secret-assignment", it.of(BASE_62, 22) + "42", "secrets['token'] => \"%s\""),
                arguments("secret-assignment", it.of(BASE_62, 22) + "42", "- **Token**: `%s`"),
                arguments("secret-assignment", "kV9#mQ2!xLp4", "password = \"%s\""),
                arguments("secret-assignment", "kV9#mQ2!xLp4", "DB_PASSWORD=%s"));
    }

    @ParameterizedTest
    @MethodSource("inContext")
    void aCredentialIsKnownByItsContext(String kind, String secret, String place) {
        assertThat(holds(place.replace("%s", secret), kind, secret)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aPrivateKeyIsFoundAtItsFirstLine(String kind, String key) {
        for (String text : List.of(
                key,
                "a\n\n```\n" + key + "\n```\n",
                "> " + key.replace("\n", "\n> "),
                "  " + key.replace("\n", "\n  "))) {
            assertThat(SCANNER.scan(text))
                    .as(kind)
                    .extracting(SecretMatch::kind)
                    .containsExactly(kind);
        }
    }

    private static Stream<Arguments> keys() throws GeneralSecurityException {
        Tokens it = new Tokens(3);
        String real = Base64.getMimeEncoder()
                .encodeToString(KeyPairGenerator.getInstance("EC")
                        .generateKeyPair()
                        .getPrivate()
                        .getEncoded())
                .replace("\r", "");
        return Stream.of(
                arguments("private-key", pem("PRIVATE KEY", real)),
                arguments("private-key", pem("RSA PRIVATE KEY", it.lines(25))),
                arguments(
                        "private-key",
                        pem(
                                "RSA PRIVATE KEY",
                                "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,0A0B\n\n" + it.lines(25))),
                arguments("private-key", pem("ENCRYPTED PRIVATE KEY", it.lines(20))),
                arguments("private-key", pem("EC PRIVATE KEY", it.lines(3))),
                arguments("private-key", pem("OPENSSH PRIVATE KEY", it.lines(6))),
                arguments(
                        "private-key",
                        pem("PGP PRIVATE KEY BLOCK", "Version: GnuPG v2\n\n" + it.lines(30) + "=a1B2\n")),
                arguments(
                        "putty-private-key",
                        "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nComment: c\nPublic-Lines: 2\n"
                                + it.lines(2) + "Private-Lines: 1\n" + it.lines(1) + "Private-MAC: " + it.of(HEX, 64)
                                + "\n"));
    }

    private static String pem(String label, String body) {
        String end = body.endsWith("\n") ? "" : "\n";
        return "-----BEGIN " + label + "-----\n" + body + end + "-----END " + label + "-----";
    }

    @Test
    void aKeyWithinJsonIsFound() {
        Tokens it = new Tokens(5);
        String key = pem("PRIVATE KEY", it.lines(26)).replace("\n", "\\n");
        String json = "{\n  \"type\": \"service_account\",\n  \"project_id\": \"p\",\n  \"private_key_id\": \""
                + it.of(HEX, 40) + "\",\n  \"private_key\": \"" + key
                + "\\n\",\n  \"client_email\": \"x@p.iam.gserviceaccount.com\"\n}";

        assertThat(SCANNER.scan(json)).extracting(SecretMatch::kind).containsExactly("gcp-service-account");
        assertThat(SCANNER.scan("{\"key\": \"" + key + "\"}"))
                .extracting(SecretMatch::kind)
                .containsExactly("private-key");
    }

    @Test
    void everyEntryOfTheCatalogueHasATestOfItsForm() {
        List<String> shown = Stream.of(documentedForms(), publishedExamples(), inContext())
                .flatMap(it -> it)
                .map(row -> (String) row.get()[0])
                .distinct()
                .toList();
        List<String> entries = Catalogue.DETECTORS.stream()
                .filter(CredentialRule.class::isInstance)
                .map(it -> ((CredentialRule) it).kind().id())
                .distinct()
                .toList();

        assertThat(shown).containsAll(entries);
    }
}
