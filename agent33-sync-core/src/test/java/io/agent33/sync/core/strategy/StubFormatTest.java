package io.agent33.sync.core.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StubFormatTest {
    private static final Stub STUB = new Stub(
            "agent33/agent33",
            "core/orchestrator/TRACE_SCHEMA.md",
            "v2.4.0",
            Optional.of("https://example.org/agent33/agent33/blob/v2.4.0/core/orchestrator/TRACE_SCHEMA.md"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.md",
                "a.mdc",
                "a.json",
                "a.yaml",
                "a.sh",
                "a.java",
                "a.css",
                "a.html",
                "a.txt",
                "Dockerfile",
                "LICENSE"
            })
    void everyStubNamesDocumentReleaseAndAddress(String name) {
        String text = StubFormat.of(name).orElse(StubFormat.PLAIN).write(STUB);

        assertThat(text)
                .contains("core/orchestrator/TRACE_SCHEMA.md")
                .contains("v2.4.0")
                .contains(STUB.address().orElseThrow())
                .endsWith("\n")
                .doesNotContain("\r");
    }

    @Test
    void markdownIsALink() {
        assertThat(StubFormat.MARKDOWN.write(STUB)).isEqualTo("""
                        # `TRACE_SCHEMA.md`

                        This document is maintained in agent33/agent33. Canonical source: [`core/orchestrator/TRACE_SCHEMA.md`](<https://example.org/agent33/agent33/blob/v2.4.0/core/orchestrator/TRACE_SCHEMA.md>) at v2.4.0.
                        """);
    }

    @Test
    void jsonParses() throws Exception {
        JsonNode json = new ObjectMapper().readTree(StubFormat.JSON.write(odd()));

        assertThat(json.get("canonical_source").asText()).isEqualTo(odd().path());
        assertThat(json.get("release").asText()).isEqualTo("v2.4.0");
        assertThat(json.has("canonical_address")).isFalse();
    }

    @Test
    void yamlHoldsNothingButComments() throws Exception {
        assertThat(new YAMLMapper().readTree(StubFormat.HASH.write(odd())).isMissingNode())
                .isTrue();
    }

    @Test
    void markupStaysWellFormed() throws Exception {
        String xml = StubFormat.MARKUP.write(odd()) + "<root/>";

        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));

        assertThat(document.getDocumentElement().getTagName()).isEqualTo("root");
    }

    @Test
    void aBlockCommentCannotBeLeft() {
        String css = StubFormat.STARS.write(odd());

        assertThat(css.indexOf("*/")).isEqualTo(css.length() - 3);
    }

    @Test
    void aCodeSpanCannotBeLeft() {
        assertThat(StubFormat.MARKDOWN.write(odd())).contains("``core/-->*/`x\"` y.md``");
    }

    /** A path that tries to break out of every kind of comment. */
    private static Stub odd() {
        return new Stub("agent33/agent33", "core/-->*/`x\"` y.md", "v2.4.0", Optional.empty());
    }
}
