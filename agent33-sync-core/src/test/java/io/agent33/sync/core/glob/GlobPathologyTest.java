package io.agent33.sync.core.glob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns that cost a backtracking matcher more time than there is: these tests are passed by coming to an end. */
class GlobPathologyTest {
    @Test
    void aHundredStarsInOneSegment() {
        String text = "a".repeat(10_000);

        assertThat(Glob.parse("*a".repeat(100) + "*b").matches(text)).isFalse();
        assertThat(Glob.parse("*a".repeat(100) + "*b").matches(text + "b")).isTrue();
        assertThat(Glob.parse("a*".repeat(100) + "b").matches(text)).isFalse();
        assertThat(Glob.parse("*".repeat(100) + "b").matches(text)).isFalse();
        assertThat(Glob.parse("?*".repeat(100) + "b").matches(text)).isFalse();
        assertThat(Glob.parse("*[!b]".repeat(100) + "b").matches(text)).isFalse();
    }

    @Test
    void twoHundredDoubleStars() {
        String path = "a/".repeat(5_000) + "a";

        assertThat(Glob.parse("**/".repeat(200) + "b").matches(path)).isFalse();
        assertThat(Glob.parse("**/".repeat(200) + "a").matches(path)).isTrue();
        assertThat(Glob.parse("**/a/".repeat(200) + "b").matches(path)).isFalse();
        assertThat(Glob.parse("**/a/".repeat(200) + "a").matches(path)).isTrue();
        assertThat(Glob.parse("**/*/".repeat(200) + "b").matches(path)).isFalse();
        assertThat(Glob.parse("**/".repeat(199) + "**").matches(path)).isTrue();
    }

    @Test
    void starsInsideDoubleStars() {
        String path = ("a".repeat(50) + "/").repeat(200) + "a";

        assertThat(Glob.parse("**/*a*a*a*a*b/".repeat(100) + "c").matches(path)).isFalse();
        assertThat(Glob.parse("**/*a*a*a*a*a/".repeat(100) + "*a").matches(path))
                .isTrue();
        assertThat(Glob.parse("**/*a*a*a*a*a/".repeat(100) + "*b").matches(path))
                .isFalse();
    }

    @Test
    void asManyAlternativesOfStarsAsThereMayBe() {
        Glob glob = Glob.parse("{*a,*a*}".repeat(10) + "b");

        assertThat(glob.matches("a".repeat(2_000))).isFalse();
        assertThat(glob.matches("a".repeat(2_000) + "b")).isTrue();
    }

    @Test
    void theLongestPatternOnALongPath() {
        Glob glob = Glob.parse("*" + "a".repeat(Glob.MAX_LENGTH - 2) + "b");

        assertThat(glob.matches("a".repeat(10_000))).isFalse();
        assertThat(glob.matches("a".repeat(10_000) + "b")).isTrue();
    }

    @Test
    void aBracketOfThousands() {
        Glob glob = Glob.parse("*[" + "b".repeat(4_000) + "]");

        assertThat(glob.matches("a".repeat(10_000))).isFalse();
        assertThat(glob.matches("a".repeat(10_000) + "b")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{a,",
                "{a,b}",
                "{,}",
                "{}/",
                "{{a,b},",
                "{a,{b,",
                "[",
                "[[:",
                "[[:a:",
                "a/{b,c/}",
                "{**,**/}/",
                "/"
            })
    void whatIsRepeatedUpToTheBoundIsRefusedQuietly(String piece) {
        String pattern = piece.repeat(Glob.MAX_LENGTH / piece.length());

        assertThatThrownBy(() -> Glob.parse(pattern)).isInstanceOf(GlobSyntaxException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "*a", "**/", "{", "{a,b}", "[", "\\"})
    void aPatternOf64kIsRefusedUnread(String piece) {
        String pattern = piece.repeat(65_536 / piece.length());

        assertThatThrownBy(() -> Glob.parse(pattern))
                .isInstanceOf(GlobSyntaxException.class)
                .hasMessageContaining("4096 are allowed");
    }

    @Test
    void emptyBracesByTheHundredsAddNothing() {
        assertThat(Glob.parse("{a,b}".repeat(10) + "{}".repeat(1_000)).matches("abababbbba"))
                .isTrue();
    }
}
