package io.agent33.sync.core.glob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {
    @Test
    void doubleStarMatchesZeroSegments() {
        assertThat(Glob.parse("core/**/*.md").matches("core/a.md")).isTrue();
    }

    @Test
    void doubleStarAtTheEndDoesNotMatchTheFolderItself() {
        assertThat(Glob.parse("core/**").matches("core")).isFalse();
        assertThat(Glob.parse("core/**/**").matches("core")).isFalse();
    }

    @Test
    void aGlobSpeaksAboutTheWholePath() {
        assertThat(Glob.parse("*.md").matches("core/a.md")).isFalse();
        assertThat(Glob.parse("core").matches("core/a.md")).isFalse();
    }

    @Test
    void dotFilesAreFilesLikeOthers() {
        assertThat(Glob.parse("**/*").matches(".github/.hidden")).isTrue();
        assertThat(Glob.parse("?gitignore").matches(".gitignore")).isTrue();
        assertThat(Glob.parse("[!a]gitignore").matches(".gitignore")).isTrue();
    }

    @Test
    void caseMattersAlsoOutsideAscii() {
        assertThat(Glob.parse("Core/É.md").matches("Core/É.md")).isTrue();
        assertThat(Glob.parse("Core/É.md").matches("core/É.md")).isFalse();
        assertThat(Glob.parse("Core/É.md").matches("Core/é.md")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?.md", "[😀-😂].md", "[!a].md", "\\😁.md", "{😁,x}.md", "*.md"})
    void aCharacterIsACodePoint(String pattern) {
        assertThat(Glob.parse(pattern).matches("😁.md")).isTrue();
        assertThat(Glob.parse(pattern).matches("/😁.md")).isFalse();
    }

    @Test
    void twoCodePointsAreTwoCharactersThoughTheyLookLikeOne() {
        assertThat(Glob.parse("?.md").matches("e\u0301.md")).isFalse();
        assertThat(Glob.parse("\u00e9.md").matches("e\u0301.md")).isFalse();
    }

    @Test
    void posixClassesAreThoseOfAscii() {
        assertThat(Glob.parse("[[:alpha:]]").matches("é")).isFalse();
        assertThat(Glob.parse("[![:alpha:]]").matches("é")).isTrue();
    }

    @Test
    void aBlankBelongsToAGlob() {
        assertThat(Glob.parse("release notes/*").matches("release notes/a b.md"))
                .isTrue();
        assertThat(Glob.parse("a[ --]b").matches("a$b")).isTrue();
        assertThat(Glob.parse("a[[:blank:]]b").matches("a b")).isTrue();
    }

    /** Git takes an escaped slash for a plain one too, but forgets there that a double star may stand for nothing. */
    @Test
    void anEscapedSlashIsASlash() {
        assertThat(Glob.parse("a\\/**\\/b").matches("a/b")).isTrue();
        assertThat(Glob.parse("a\\/**\\/b").matches("a/x/b")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/a", "a/", "a//b", "//"})
    void whatIsNoRelativePathMatchesNothing(String path) {
        assertThat(Glob.parse("**").matches(path)).isFalse();
        assertThat(Glob.parse("**/*").matches(path)).isFalse();
        assertThat(Glob.parse("{*,*/*,*/*/*}").matches(path)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            core/**/*.md            | core/
            core/orchestrator/**    | core/orchestrator/
            core/a.md               | core/
            core/x/spec-*.md        | core/x/
            core/x?/a.md            | core/
            core/[ab]/a.md          | core/
            core/{a,b}/c.md         | core/
            core/a{/b,}/c.md        | core/
            core/{a/b}/c.md         | core/
            core/x/{a,b}            | core/x/
            core/\\*x/\\{y/\\[/a.md | core/*x/{y/[/
            core\\/x/*              | core/x/
            core/a,b}/*             | core/a,b}/
            cöre/😁/*               | cöre/😁/
            *.md                    | ''
            **                      | ''
            **/core/a.md            | ''
            {core,x}/a.md           | ''
            a.md                    | ''
            """)
    void literalFolderIsWhatPrecedesTheFirstSegmentWithASpecialCharacter(String pattern, String folder) {
        assertThat(Glob.parse(pattern).literalFolder()).isEqualTo(folder);
    }

    @Test
    void aGlobIsItsPattern() {
        Glob glob = Glob.parse("a/{b,c}/\\*");

        assertThat(glob.pattern()).isEqualTo("a/{b,c}/\\*");
        assertThat(glob).hasToString("a/{b,c}/\\*");
        assertThat(glob)
                .isEqualTo(Glob.parse("a/{b,c}/\\*"))
                .hasSameHashCodeAs(Glob.parse("a/{b,c}/\\*"))
                .isNotEqualTo(Glob.parse("a/{c,b}/\\*"))
                .isNotEqualTo("a/{b,c}/\\*");
    }

    @Test
    void nullIsRefusedByName() {
        assertThatNullPointerException().isThrownBy(() -> Glob.parse(null)).withMessage("pattern");
        assertThatNullPointerException()
                .isThrownBy(() -> Glob.parse("a").matches(null))
                .withMessage("path");
    }
}
