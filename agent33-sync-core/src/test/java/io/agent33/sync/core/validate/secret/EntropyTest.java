package io.agent33.sync.core.validate.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where what is random ends and what somebody wrote begins. None of these values opens anything. */
class EntropyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "k8Qz3vN1xP7mR2t5",
                "k8Qz3vN1xP7mR2t5wY4jL6hG9dS0bC8aF3eU",
                "aBcDeFgHiJkLmNoP",
                "qwertzuiopasd12fghjklyxcvbnm",
                "g1h2j3k4m5g1h2j3k4m",
                "0f1e2d3c4b5a69780f1e2d3c"
            })
    void aRandomValue(String value) {
        assertThat(Entropy.isRandom(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "k8Qz3vN1xP7mR2t",
                "123e4567-e89b-12d3-a456-426614174000",
                "qwertzuiopasd1fghjklyxcvbnm",
                "qwertzu!opasdfgh?klyxcvbnm",
                "g1h2j3k4m5g1h2j3k4m5",
                "g1h2j3g1h2j3g1h2",
                "0f1e2d3c4b5a69780f1e2d3",
                "012301230123012301230123",
                "settings.API_TOKEN.value",
                "my-access-token-2024-production"
            })
    void whatSomebodyWrote(String value) {
        assertThat(Entropy.isRandom(value)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kV9#mQ2xLp", "zx9qwe7RT1", "q!w2e#r4t5"})
    void aStrongPassword(String value) {
        assertThat(Entropy.isStrongPassword(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kV9#mQ2xL",
                "zx9qwe7rt1",
                "ZX9QWE7RT1",
                "zxqweRTYui",
                "zx!qwe#rt$",
                "zx qwe RT ui",
                "aB3aB3aB4x!",
                "Password-2024",
                "Übungsßätze"
            })
    void noStrongPassword(String value) {
        assertThat(Entropy.isStrongPassword(value)).isFalse();
    }

    @Test
    void itIsMeasuredInBitsACharacter() {
        assertThat(Entropy.of("")).isZero();
        assertThat(Entropy.of("aaaa")).isZero();
        assertThat(Entropy.of("abab")).isEqualTo(1.0);
        assertThat(Entropy.of("abcdefgh")).isEqualTo(3.0);
    }
}
