package io.agent33.sync.github.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Examples of semver.org, and of ours (S1, S10). */
class VersionTagTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.4",
                "v1.2.3",
                "1.1.2-prerelease+meta",
                "1.0.0-alpha.beta.1",
                "1.0.0-alpha0.valid",
                "1.0.0-rc.1+build.1",
                "1.0.0--",
                "2.0.0+build.1848",
                "1.0.0-0A.is.legal",
                "v1.0.0+3.gardens"
            })
    void isARelease(String tag) {
        assertThat(VersionTag.isRelease(tag)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v",
                "1",
                "1.2",
                "1.2.3.4",
                "01.1.1",
                "1.2.3-0123",
                "1.2.3-",
                "1.2.3+",
                "1.0.0-alpha..1",
                "V1.2.3",
                "vv1.2.3",
                "release-1.2.3",
                "1.2.3 ",
                "1.2.3\n",
                "1.2.3-é",
                "v1.0.0+3.g0123456789ab",
                "v1.0.0+build.3.g0123456789ab"
            })
    void isNone(String tag) {
        assertThat(VersionTag.isRelease(tag)).isFalse();
    }

    @Test
    void whatIsTooLongIsNone() {
        assertThat(VersionTag.isRelease("1.0.0-" + "a".repeat(244))).isTrue();
        assertThat(VersionTag.isRelease("1.0.0-" + "a".repeat(245))).isFalse();
    }
}
