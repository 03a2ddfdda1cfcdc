package io.agent33.sync.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
    @Test
    void visibleTextStaysAsItIs() {
        assertThat(Excerpt.quoted("docs/größe 文 😀")).isEqualTo("\"docs/größe 文 😀\"");
    }

    @Test
    void whatMovesTheCursorOrHidesIsEscaped() {
        assertThat(Excerpt.of("a\nb\u001b[2J\u202e\u2028\ud800\u0000"))
                .isEqualTo("a\\u000ab\\u001b[2J\\u202e\\u2028\\ud800\\u0000");
        assertThat(Excerpt.of("\udb40\udc41")).isEqualTo("\\U000e0041");
    }

    @Test
    void longTextIsCutAfterEightyCharacters() {
        assertThat(Excerpt.of("x".repeat(80))).isEqualTo("x".repeat(80));
        assertThat(Excerpt.of("x".repeat(81))).isEqualTo("x".repeat(80) + "…");
    }

    @Test
    void aCutNeverSplitsACharacter() {
        assertThat(Excerpt.of("x".repeat(79) + "😀😀")).isEqualTo("x".repeat(79) + "…");
    }

    @Test
    void oneLineDoesNotCut() {
        assertThat(OneLine.of("y".repeat(500) + "\t")).isEqualTo("y".repeat(500) + "\\u0009");
    }
}
