package io.agent33.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.core.git.GitCredentials.Login;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentCredentialsTest {
    private final EnvironmentCredentials credentials = new EnvironmentCredentials(Optional.of("token"), "me");

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/a.git", "http://localhost:8080/a.git"})
    void theWebGetsThem(String address) {
        assertThat(credentials.credentialsFor(URI.create(address))).contains(new Login("me", "token"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://example.org/a.git", "ssh://example.org/a.git", "git://example.org/a.git", "file:///a.git"
            })
    void nobodyElseDoes(String address) {
        assertThat(credentials.credentialsFor(URI.create(address))).isEmpty();
    }

    @Test
    void withoutATokenThereIsNoLogin() {
        var none = new EnvironmentCredentials(Optional.empty(), "me");

        assertThat(none.credentialsFor(URI.create("https://example.org/a.git"))).isEmpty();
    }
}
