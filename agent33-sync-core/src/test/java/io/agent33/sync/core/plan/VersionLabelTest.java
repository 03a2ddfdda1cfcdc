package io.agent33.sync.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionLabelTest {
    private static final List<String> ASCENDING = List.of(
            "v0.0.0+1.g0123456789ab",
            "v1.0.0-alpha",
            "v1.0.0-alpha.1",
            "v1.0.0-alpha.beta",
            "v1.0.0-beta.2",
            "v1.0.0-beta.11",
            "v1.0.0-rc.1",
            "v1.0.0-rc.1+4.g0123456789ab",
            "v1.0.0",
            "v1.0.0+2.g0123456789ab",
            "v1.0.0+10.g0123456789ab",
            "v1.0.1",
            "v1.2.0",
            "v1.10.0");

    @Test
    void commitsAfterAReleaseComeBetweenItAndTheNext() {
        List<String> shuffled = new ArrayList<>(ASCENDING);
        Collections.shuffle(shuffled, new Random(33));

        shuffled.sort((a, b) -> VersionLabel.parse(a)
                .orElseThrow()
                .compareTo(VersionLabel.parse(b).orElseThrow()));

        assertThat(shuffled).isEqualTo(ASCENDING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.3", "v1.2.3", "1.2.3-rc.1", "v1.2.3+build.7", "v1.2.3+4.g0123456789ab"})
    void versionsAreRead(String version) {
        assertThat(VersionLabel.parse(version)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v",
                "vv1.2.3",
                "1.2",
                "1",
                "01.2.3",
                " 1.2.3",
                "1.2.3 ",
                "V1.2.3",
                "release-1.2.3",
                "archive-phase25-visual-explainer-integration-20260217"
            })
    void whatIsNoVersionIsNotCoerced(String text) {
        assertThat(VersionLabel.parse(text)).isEmpty();
    }

    @Test
    void aDistanceIsAppendedToBuildMetadataThatIsThere() {
        assertThat(VersionLabel.parse("1.0.0").orElseThrow().after(3, "0123456789ab"))
                .isEqualTo("1.0.0+3.g0123456789ab");
        assertThat(VersionLabel.parse("1.0.0+linux").orElseThrow().after(3, "0123456789ab"))
                .isEqualTo("1.0.0+linux.3.g0123456789ab");
    }
}
