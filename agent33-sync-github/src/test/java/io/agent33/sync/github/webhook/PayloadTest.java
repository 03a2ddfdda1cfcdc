package io.agent33.sync.github.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTest {
    private static Optional<Payload> parsed(String json) {
        return Payload.parse(json.getBytes(UTF_8));
    }

    @Test
    void whatIsWantedIsFoundWhereverItStands() {
        Payload payload = parsed("""
                        {"x": {"ref": "no"}, "ref": "refs/heads/main", "deleted": true, "commits": [{"ref": "no"}, {"action": "no"}],
                         "pull_request": {"title": "{\\"merged\\": true}", "merged": false, "number": 1,
                                          "head": {"repo": {"ref": "no", "id": 12, "owner": {"id": 3}}, "ref": "topic"}},
                         "repository": {"owner": {"full_name": "no"}, "full_name": "org/webapp"}}
                        """).orElseThrow();

        assertThat(payload.at(Payload.REF)).contains("refs/heads/main");
        assertThat(payload.isTrue(Payload.DELETED)).isTrue();
        assertThat(payload.isTrue(Payload.MERGED)).isFalse();
        assertThat(payload.at(Payload.HEAD)).contains("topic");
        assertThat(payload.at(Payload.HEAD_REPOSITORY)).contains("12");
        assertThat(payload.at(Payload.REPOSITORY)).contains("org/webapp");
        assertThat(payload.at(Payload.ACTION)).isEmpty();
    }

    @Test
    void whatHasAnotherFormIsMissing() {
        Payload payload = parsed("{\"ref\": null, \"action\": [\"published\"], \"after\": {\"after\": \"1\"},"
                        + " \"repository\": \"org/webapp\", \"release\": [{\"tag_name\": \"v1.0.0\"}]}")
                .orElseThrow();

        assertThat(payload.at(Payload.REF)).isEmpty();
        assertThat(payload.at(Payload.ACTION)).isEmpty();
        assertThat(payload.at(Payload.AFTER)).isEmpty();
        assertThat(payload.at(Payload.REPOSITORY)).isEmpty();
        assertThat(payload.at(Payload.TAG)).isEmpty();
    }

    @Test
    void aKeyWithADotIsNoPath() {
        assertThat(parsed("{\"repository.full_name\": \"org/webapp\"}")
                        .orElseThrow()
                        .at(Payload.REPOSITORY))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"text\"",
                "{",
                "{\"ref\": \"a\"",
                "{} {}",
                "{},",
                "{\"ref\": \"a\", \"ref\": \"b\"}",
                "{\"repository\": {\"full_name\": \"a/b\"}, \"repository\": {\"full_name\": \"c/d\"}}",
                "{\"x\": NaN}",
                "{\"x\": 'a'}",
                "{\"x\": 1,}",
                "{x: 1}",
                "{\"x\": 1} // said"
            })
    void whatIsNoObjectOrAmbiguousIsNone(String body) {
        assertThat(parsed(body)).isEmpty();
    }

    @Test
    void aHundredLevelsAreReadAndNoMore() {
        String most = "{\"x\":" + "[".repeat(99) + "]".repeat(99) + ", \"ref\": \"a\"}";
        String more = "{\"x\":" + "[".repeat(100) + "]".repeat(100) + ", \"ref\": \"a\"}";

        assertThat(parsed(most).flatMap(payload -> payload.at(Payload.REF))).contains("a");
        assertThat(parsed(more)).isEmpty();
    }
}
