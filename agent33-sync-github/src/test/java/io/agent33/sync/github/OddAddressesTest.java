package io.agent33.sync.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.github.rest.Ask;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses in answers, and those of GitHub itself. */
class OddAddressesTest {
    private static final RepositoryId WEBAPP = RepositoryId.of("org/webapp");
    private static final String LIST = "/repos/org/webapp/pulls";

    private final OddServer server = new OddServer();
    private final GitHub gitHub = server.connection().token(() -> "good");

    @AfterEach
    void stop() {
        gitHub.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://elsewhere.example/2", "http://[broken", "not an address", "//elsewhere.example/2", "/2"
            })
    void aNextPageAtAnotherPlaceIsNotTakenForTheEnd(String next) {
        server.answers = request -> "[1]";
        server.headers.put("Link", "<" + next + ">; rel=\"next\"");

        assertThatThrownBy(() -> gitHub.rest().list(WEBAPP, LIST))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("org/webapp")
                .hasMessageContaining("a next page at another place");

        assertThat(server.asked).hasSize(1);
    }

    @Test
    void aListWithoutAnEndIsNotTakenForAWholeOne() {
        server.answers = request -> "[1]";
        server.headers.put("Link", "<" + server.address() + LIST + "?page=2>; rel=\"next\"");

        assertThatThrownBy(() -> gitHub.rest().list(WEBAPP, LIST))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("more than 50 pages");

        assertThat(server.asked).hasSize(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://[broken", "ht tp://x", "mailto:somebody"})
    void aMoveToNowhereIsARefusal(String place) {
        server.status = 301;
        server.headers.put("Location", place);

        assertThatThrownBy(() -> gitHub.rest().ask(WEBAPP, Ask.get(LIST)))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("status 301");

        assertThat(server.asked).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.ghe.com,      https://api.example.ghe.com/graphql",
        "https://Example.GHE.com/,     https://api.Example.GHE.com/graphql",
        "https://github.example.org/,  https://github.example.org/api/graphql",
        "https://ghe.com.example.org,  https://ghe.com.example.org/api/graphql"
    })
    void theApiIsWhereTheServerHasIt(String server, String graph) {
        try (GitHub there = GitHub.enterprise(URI.create(server)).token(() -> "good")) {
            assertThat(there.rest().graph()).isEqualTo(graph);
        }
    }
}
