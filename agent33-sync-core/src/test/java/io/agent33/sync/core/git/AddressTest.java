package io.agent33.sync.core.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://github.com/agent33/agent33.git, agent33/agent33",
        "https://github.com/agent33/agent33, agent33/agent33",
        "https://github.com/agent33/agent33.git/, agent33/agent33",
        "https://git.example/group/sub/tool.git, sub/tool",
        "git@github.com:org/webapp.git, org/webapp",
        "ssh://git@git.example:2222/org/webapp.git, org/webapp",
        "file:///srv/git/org/webapp.git, org/webapp",
        "/srv/git/org/webapp, org/webapp",
        "/home/ann/webapp/.git, ann/webapp",
        "/webapp.git, local/webapp",
        "/srv/with space/web app.git, local/web-app",
        "/, local/repository",
    })
    void aNameIsMadeOfTheLastTwoSegments(String url, String name) {
        assertThat(Address.of(url).id().value()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ann:s3cret@git.example/org/webapp.git",
                "https://s3cret@git.example/org/webapp.git",
                "ssh://git:s3cret@git.example/org/webapp.git",
                "https://git.example/org/webapp.git?private_token=s3cret",
                "https://ann:s3cret/x@git.example/org/webapp.git",
                "https://ann:x@s3cret@git.example/org/webapp.git",
                "https://:s3cret@git.example/org/webapp.git",
                "ssh://git:s3cret/x@git.example/org/webapp.git",
                "ann:s3cret@git.example/org/webapp.git",
            })
    void credentialsInAnAddressAreRefusedAndNotRepeated(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Address.of(url))
                .withMessageContaining("git.example/org/webapp.git")
                .withMessageNotContaining("s3cret")
                .satisfies(e -> assertThat(e.getCause()).isNull());
    }

    @Test
    void aUserOfSshIsNoSecret() {
        assertThat(Address.of("ssh://git@git.example/org/webapp.git").text())
                .isEqualTo("ssh://git@git.example/org/webapp.git");
    }

    @Test
    void anAtSignInAPathIsNoSecret() {
        assertThat(Address.of("https://git.example:8443/@org/web@app.git").text())
                .isEqualTo("https://git.example:8443/@org/web@app.git");
        assertThat(Address.of("git@git.example:@org/web@app.git").text()).isEqualTo("git@git.example:@org/web@app.git");
        assertThat(Address.of("https://[::1]:8443/org/webapp.git").id().value()).isEqualTo("org/webapp");
    }

    @Test
    void aHostWithCharactersThatNoHostHasMayBeASecret() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Address.of("https://s3cret!/x@git.example/org/webapp.git"))
                .withMessageNotContaining("s3cret");
    }

    @Test
    void whatIsNoAddressIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Address.of("")).withMessageContaining("address");
    }

    @Test
    void aRelativePathIsOneFromHere() {
        Address address = Address.of("some/where.git");

        assertThat(address.isLocal()).isTrue();
        assertThat(address.path()).isEqualTo(Path.of("some/where.git").toAbsolutePath());
    }

    @Test
    void onlyHttpsHasAWebAddressByItself() {
        assertThat(Address.of("https://github.com/agent33/agent33.git").webTemplate())
                .contains("https://github.com/agent33/agent33/blob/{ref}/{path}");
        assertThat(Address.of("http://github.com/agent33/agent33.git").webTemplate())
                .isEmpty();
        assertThat(Address.of("git@github.com:agent33/agent33.git").webTemplate())
                .isEmpty();
        assertThat(Address.of("/srv/agent33.git").webTemplate()).isEmpty();
    }
}
