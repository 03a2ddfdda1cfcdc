package io.agent33.sync.core.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The memory of what was rolled back, as it lies in a downstream (S12). */
class RolledBackFormatTest {
    private static RolledBackFormat.Read read(String text) {
        return RolledBackFormat.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsWrittenIsReadBack() {
        RolledBack memory = RolledBack.none().with(List.of("v1.1.0", "v1.0.0+2.g0123456789ab"));

        assertThat(RolledBackFormat.read(RolledBackFormat.bytes(memory).orElseThrow()))
                .isEqualTo(new RolledBackFormat.Good(memory));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "releases:\n  - \"v1.1.0\"\n",
                "format: 1\n",
                "format: 0\nreleases:\n  - \"v1.1.0\"\n",
                "format: 1\nreleases:\n  - \"newest\"\n",
                "format: 1\nreleases:\n  - \"v1.1.0\"\n  - {a: b}\n",
                "format: 1\nreleases: \"v1.1.0\"\n",
                "format: 1\nreleases:\n  - \"v1.1.0\"\nmore: 1\n"
            })
    void whatCannotBeTrustedIsDamaged(String text) {
        assertThat(read(text)).isInstanceOf(RolledBackFormat.Damaged.class);
    }

    @Test
    void whatANewerEngineWroteIsNotGuessedAt() {
        assertThat(read("format: 2\nreleases:\n  - \"v1.1.0\"\n")).isEqualTo(new RolledBackFormat.Newer(2));
    }
}
