package io.agent33.sync.core.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.agent33.sync.core.git.GitCredentials.Login;
import java.net.URI;
import org.junit.jupiter.api.Test;

class GitCredentialsTest {
    @Test
    void aLoginNeverPrintsItsSecret() {
        assertThat(new Login("ann", "s3cret")).hasToString("ann:***");
        assertThat(GitCredentials.token("s3cret").toString()).doesNotContain("s3cret");
    }

    @Test
    void aTokenDoesNotTravelInTheClear() {
        GitCredentials token = GitCredentials.token("s3cret");

        assertThat(token.credentialsFor(URI.create("https://git.example/a/b"))).isPresent();
        assertThat(token.credentialsFor(URI.create("http://git.example/a/b"))).isEmpty();
        assertThat(token.credentialsFor(URI.create("http://localhost:8080/a/b")))
                .isPresent();
        assertThat(token.credentialsFor(URI.create("http://[::1]:8080/a/b"))).isPresent();
    }

    @Test
    void noneKnowsNothing() {
        assertThat(GitCredentials.none().credentialsFor(URI.create("https://git.example/a/b")))
                .isEmpty();
    }

    @Test
    void aBlankLoginIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Login("", "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> GitCredentials.token(" "));
    }
}
