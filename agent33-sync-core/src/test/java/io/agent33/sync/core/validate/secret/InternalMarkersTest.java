package io.agent33.sync.core.validate.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that say themselves that they are not for others. */
class InternalMarkersTest {
    private static final SecretScanner SCANNER = SecretScanner.builtIn();

    private static List<String> found(SecretScanner scanner, String text) {
        return scanner.scan(text).stream()
                .map(it -> it.kind() + " " + it.line() + " " + text.substring(it.start(), it.end()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INTERNAL ONLY",
                "INTERNAL USE ONLY",
                "DO NOT DISTRIBUTE",
                "NOT FOR DISTRIBUTION",
                "COMPANY CONFIDENTIAL",
                "STRICTLY CONFIDENTIAL",
                "internal-only:",
                "<!-- internal"
            })
    void aMarkerIsFound(String marker) {
        assertThat(found(SCANNER, "# A\n\n**" + marker + "** b\n")).containsExactly("internal-marker 3 " + marker);
    }

    @Test
    void proseAboutItIsNone() {
        assertThat(found(
                        SCANNER,
                        "Remove links to internal-only docs, and do not distribute XINTERNAL ONLY INTERNAL ONLYX"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "internal: true",
                "confidential: yes # really",
                "private: \"1\"",
                "visibility: Internal",
                "audience: 'internal-only'",
                "classification: restricted",
                "\"internal\": true",
                "Internal: true",
                "audience: [public, 'Internal']",
                "visibility : private"
            })
    void frontMatterIsFound(String line) {
        String text = "---\ntitle: x\n" + line + "\n---\n# A\n";

        assertThat(found(SCANNER, text)).containsExactly("internal-front-matter 3 " + line);
        assertThat(found(SCANNER, text.replace("\n", "\r\n"))).hasSize(1);
        assertThat(found(SCANNER, "# A\n" + text)).as("not at the top").isEmpty();
        assertThat(found(SCANNER, "---\n" + line + "\n")).as("never closed").isEmpty();
    }

    @Test
    void itIsReadToItsEnd() {
        assertThat(found(SCANNER, "---\n" + "a: b\n".repeat(500) + "internal: true\n---\n"))
                .containsExactly("internal-front-matter 502 internal: true");
        assertThat(found(SCANNER, "---\na: |\n  ---\ninternal: true\n---\n")).hasSize(1);
        assertThat(found(SCANNER, "---\naudience:\n  # all\n  - staff\n  - internal\nx:\n- secret\n---\n"))
                .containsExactly("internal-front-matter 5 - internal");
        assertThat(found(SCANNER, "---\naudience:\n  of: x\n  - internal\n---\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "internal: false",
                "confidential: no",
                "private:",
                "visibility: public",
                "  internal: true",
                "# internal: true",
                "internals: true",
                "internal: [false]",
                "audience: [public, open]"
            })
    void otherFrontMatterIsNone(String line) {
        assertThat(found(SCANNER, "---\n" + line + "\n---\n")).isEmpty();
    }

    @Test
    void markersAreTheHosts() {
        SecretScanner own =
                SCANNER.with(InternalMarkers.none().phrase("TLP:RED").frontMatter("sphere", "inner"));

        assertThat(found(own, "---\nsphere: INNER\ninternal: true\n---\nTLP:RED and INTERNAL ONLY"))
                .containsExactly("internal-front-matter 2 sphere: INNER", "internal-marker 5 TLP:RED");
        assertThat(found(SCANNER.with(InternalMarkers.none()), "INTERNAL ONLY")).isEmpty();
        assertThatThrownBy(() -> InternalMarkers.none().phrase(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> InternalMarkers.none().frontMatter("")).isInstanceOf(IllegalArgumentException.class);
    }
}
