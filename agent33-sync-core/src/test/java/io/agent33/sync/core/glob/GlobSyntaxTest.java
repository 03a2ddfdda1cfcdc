package io.agent33.sync.core.glob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobSyntaxTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ""                | 0  | the glob is empty                             | write '**' for every file
            {,a}              | 0  | the glob is empty (in one alternative         | write '**'
            core/[a           | 5  | '[' is never closed                           | write '\\['
            [                 | 0  | '[' is never closed                           | close it with ']'
            a[]               | 1  | '[' is never closed                           | close it with ']'
            a[]b              | 1  | '[' is never closed                           | close it with ']'
            a[!               | 1  | '[' is never closed                           | close it with ']'
            a[!]              | 1  | '[' is never closed                           | close it with ']'
            [a-               | 0  | '[' is never closed                           | close it with ']'
            [\\]              | 0  | '[' is never closed                           | close it with ']'
            [a\\              | 0  | '[' is never closed                           | close it with ']'
            [[:alpha:         | 0  | '[' is never closed                           | close it with ']'
            [[:alpha:]        | 0  | '[' is never closed                           | close it with ']'
            {a,[b}            | 3  | '[' is never closed                           | close it with ']'
            [[:alfa:]]        | 1  | there is no character class 'alfa'            | one of alnum, alpha, blank
            a[b[::]]          | 3  | there is no character class ''                | one of alnum, alpha
            [[:ALPHA:]]       | 1  | there is no character class 'ALPHA'           | one of alnum, alpha
            [xz-a]            | 3  | the range 'z-a' runs backwards                | swap its ends
            [a-[:digit:]]     | 2  | the range 'a-[' runs backwards                | write '\\-'
            core/{a,b         | 5  | '{' is never closed                           | write '\\{'
            {a,{b,c}          | 0  | '{' is never closed                           | close it with '}'
            {a,{b             | 3  | '{' is never closed                           | close it with '}'
            {a\\}             | 0  | '{' is never closed                           | close it with '}'
            core/a\\          | 6  | nothing after the '\\'                        | write '\\\\' for a backslash
            /core/*.md        | 0  | begins with '/', but it is relative           | leave the '/' out
            /                 | 0  | begins with '/', but it is relative           | leave the '/' out
            {a,}/b            | 4  | the root of the repository (in one alternative | leave the '/' out
            core/             | 4  | ends with '/', but it selects files           | write '/**'
            core\\/           | 4  | ends with '/', but it selects files           | write '/**'
            core/{a,b/}       | 9  | ends with '/', but it selects files           | write '/**'
            core//a           | 5  | two '/' have nothing between                  | leave one of them out
            a/{b,}/c          | 6  | two '/' have nothing between                  | leave one of them out
            ../a              | 0  | no path in a repository has a segment '..'    | without '..'
            core/../a         | 5  | no path in a repository has a segment '..'    | without '..'
            core/..           | 5  | no path in a repository has a segment '..'    | without '..'
            core/\\.\\.       | 5  | no path in a repository has a segment '..'    | without '..'
            core/{.,x}./a     | 6  | no path in a repository has a segment '..'    | without '..'
            ./a               | 0  | no path in a repository has a segment '.'     | without '.'
            core/.            | 5  | no path in a repository has a segment '.'     | without '.'
            é😁/[a            | 4  | '[' is never closed                           | close it with ']'
            """)
    void aBadGlobSaysWhereAndWhyAndWhatToDo(String pattern, int index, String reason, String remedy) {
        GlobSyntaxException refusal = refusal(pattern);

        assertThat(refusal.index()).isEqualTo(index);
        assertThat(refusal.reason()).contains(reason);
        assertThat(refusal.remedy()).contains(remedy);
        assertThat(refusal)
                .hasMessage("bad glob \"%s\" at index %d: %s; %s", pattern, index, refusal.reason(), refusal.remedy());
    }

    @Test
    void dotsAreNoTroubleWhereTheyAreNotTheWholeSegment() {
        assertThat(Glob.parse("a/.../..b/.c./*").matches("a/.../..b/.c./x")).isTrue();
    }

    @Test
    void aGlobMayBeAsLongAsTheBoundAndNoLonger() {
        String longest = "a".repeat(Glob.MAX_LENGTH);
        assertThat(Glob.parse(longest).matches(longest)).isTrue();

        GlobSyntaxException refusal = refusal(longest + "a");
        assertThat(refusal.index()).isEqualTo(Glob.MAX_LENGTH);
        assertThat(refusal.reason()).isEqualTo("the glob has 4097 characters, and 4096 are allowed");
        assertThat(refusal.remedy()).isEqualTo("split it into several globs");
    }

    @Test
    void aMessageShowsOnlyTheSurroundingsOfTheIndex() {
        GlobSyntaxException refusal = refusal("a".repeat(300) + "[b" + "c".repeat(300));

        assertThat(refusal).hasMessageStartingWith("bad glob \"…aaa").hasMessageContaining("aa[bcc");
        assertThat(refusal.getMessage()).contains("cc…\" at index 300: ").hasSizeLessThan(250);
    }

    @Test
    void aMessageHoldsNoControlCharacters() {
        assertThat(refusal("a\n\u001b[31m")).hasMessageStartingWith("bad glob \"a\\u000A\\u001B[31m\" at index 3: ");
    }

    @Test
    void bracesMayBeNestedAsDeepAsTheBoundAndNoDeeper() {
        int depth = GlobParser.MAX_DEPTH;
        assertThat(Glob.parse("{".repeat(depth) + "a" + "}".repeat(depth)).matches("a"))
                .isTrue();

        GlobSyntaxException refusal = refusal("{".repeat(depth + 1) + "a" + "}".repeat(depth + 1));
        assertThat(refusal.index()).isEqualTo(depth);
        assertThat(refusal.reason()).isEqualTo("braces are nested more than 50 deep");
    }

    @Test
    void bracesMaySpreadOutToTheBoundAndNoFurther() {
        Glob glob = Glob.parse("{a,b}".repeat(10));
        assertThat(glob.matches("abbaabbabb")).isTrue();
        assertThat(glob.matches("abbaabbab")).isFalse();

        GlobSyntaxException refusal = refusal("x" + "{a,b}".repeat(11));
        assertThat(refusal.index()).isEqualTo(51);
        assertThat(refusal.reason()).contains("more than 1024 alternatives");
        assertThat(refusal.remedy()).contains("several globs");
    }

    @Test
    void aLongListOfAlternativesIsCountedAsSuch() {
        assertThat(Glob.parse("{" + "a,".repeat(1_023) + "b}").matches("b")).isTrue();
        assertThat(refusal("x/{" + "a,".repeat(1_024) + "b}").index()).isEqualTo(2);
    }

    @Test
    void alternativesAreBoundedInTheirTotalLengthToo() {
        String thousand = "{" + "a,".repeat(999) + "a}";
        assertThat(Glob.parse(thousand + "b".repeat(64)).matches("a" + "b".repeat(64)))
                .isTrue();

        GlobSyntaxException refusal = refusal("c/" + thousand + "b".repeat(100));
        assertThat(refusal.index()).isEqualTo(2);
        assertThat(refusal.reason()).contains("65536 characters");
    }

    private static GlobSyntaxException refusal(String pattern) {
        GlobSyntaxException refusal = catchThrowableOfType(GlobSyntaxException.class, () -> Glob.parse(pattern));
        assertThat(refusal).as("refusal of %s", pattern).isNotNull();
        return refusal;
    }
}
