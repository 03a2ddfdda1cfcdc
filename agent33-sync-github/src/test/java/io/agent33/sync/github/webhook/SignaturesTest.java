package io.agent33.sync.github.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The example of GitHub's page "Validating webhook deliveries", and what is nearly as it. */
class SignaturesTest {
    private static final String SECRET = "It's a Secret to Everybody";
    private static final byte[] PAYLOAD = "Hello, World!".getBytes(UTF_8);
    private static final String SIGNATURE = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

    private static boolean isBy(String secret, String signature) {
        return new Signatures(List.of(secret)).isBySomeone(signature, PAYLOAD);
    }

    @Test
    void thePublishedExampleIsRight() {
        assertThat(isBy(SECRET, SIGNATURE)).isTrue();
        assertThat(new Signatures(List.of("first", SECRET, "last")).isBySomeone(SIGNATURE, PAYLOAD))
                .isTrue();
    }

    @Test
    void oneOtherCharacterAnywhereIsWrong() {
        for (int i = 0; i < SIGNATURE.length(); i++) {
            char other = SIGNATURE.charAt(i) == '0' ? '1' : '0';
            assertThat(isBy(SECRET, SIGNATURE.substring(0, i) + other + SIGNATURE.substring(i + 1)))
                    .as("another character at %d", i)
                    .isFalse();
            assertThat(isBy(SECRET, SIGNATURE.substring(0, i))).isFalse();
        }
        assertThat(isBy(SECRET, SIGNATURE + "0")).isFalse();
        assertThat(isBy(SECRET, SIGNATURE.toUpperCase(Locale.ROOT))).isFalse();
        assertThat(isBy(SECRET, SIGNATURE.substring("sha256=".length()))).isFalse();
    }

    @Test
    void anotherSecretOrBodyIsWrong() {
        assertThat(isBy(SECRET + " ", SIGNATURE)).isFalse();
        assertThat(new Signatures(List.of(SECRET)).isBySomeone(SIGNATURE, "Hello, World".getBytes(UTF_8)))
                .isFalse();
    }
}
