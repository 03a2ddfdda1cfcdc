package io.agent33.sync.core.validate.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters that change a text without being seen. */
class InvisibleCharactersTest {
    private static List<String> found(String text) {
        return SecretScanner.builtIn().scan(text).stream()
                .map(SecretMatch::toString)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0x200E, 0x200F, 0x61C})
    void whatTurnsTheTextIsFound(int point) {
        String text = "if (access" + Character.toString(point) + ") {";

        assertThat(found(text))
                .containsExactly("1:11: character that turns the direction of the text (U+"
                        + String.format("%04X", point) + ")");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0x2063, 0x2028, 0x3164, 0xFFA0, 0xFEFF, 0x180E, 0xE0041, 0xE0101,
                0x34F
            })
    void whatNobodySeesIsFound(int point) {
        String text = "a\nword" + Character.toString(point) + "word";

        assertThat(found(text))
                .containsExactly("2:5: character that nobody sees (U+" + String.format("%04X", point) + ")");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 8, 0x1B, 0x7F, 0x80, 0x9B})
    void controlCharactersAreFound(int point) {
        assertThat(found("a" + Character.toString(point) + "b")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "a joiner behind a letter, a\u200D👩",
        "a joiner behind a digit, 1\u200D👩",
        "a joiner behind a joiner, 👩\u200D\u200D👩",
        "a joiner before a letter, 👩\u200Da",
        "a selector of Mongolian behind a letter, a\u180Bb",
        "a selector of ideographs behind a letter, a\uDB40\uDD00b",
        "an override beside Hebrew, של\u202Eום",
        "a flag without an end, 🏴\uDB40\uDC67\uDB40\uDC62",
        "a flag of nowhere, a\uDB40\uDC67\uDB40\uDC62\uDB40\uDC7F"
    })
    void whatDoesNotBelongThereIsFound(String what, String text) {
        assertThat(found(text)).as(what).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Arabic with its letter mark, سلام\u061C1",
        "Hebrew with a mark from left to right, שלום\u200E!",
        "Mongolian, ᠠ\u180Bᠠ",
        "a family of joined emoji, 👨\u200D👩\u200D👧",
        "with a skin tone, 👩🏽\u200D💻",
        "with a variation selector, ❤\uFE0F\u200D🔥 and ☎\uFE0F and ✔\uFE0F",
        "a keycap, 1\uFE0F\u20E3",
        "the flag of Scotland, 🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74\uDB40\uDC7F",
        "Persian, می\u200Cخواهم",
        "Hindi, क्\u200Dष",
        "Hebrew with a mark, שלום\u200F!",
        "an ideograph's variant, 葛\uDB40\uDD00",
        "line ends and tabs, a\tb"
    })
    void whatBelongsToWritingIsLeftAlone(String what, String text) {
        assertThat(found(text)).as(what).isEmpty();
    }

    @Test
    void aByteOrderMarkMayStandAtTheVeryBeginningOnly() {
        assertThat(found("\uFEFF# TASKS")).isEmpty();
        assertThat(found("# \uFEFFTASKS")).hasSize(1);
        assertThat(found("\uFEFF\uFEFF")).hasSize(1);
    }

    @Test
    void aRowOfThemIsOneFinding() {
        StringBuilder hidden = new StringBuilder("hello");
        "ignore all".chars().forEach(c -> hidden.appendCodePoint(0xE0000 + c));

        assertThat(SecretScanner.builtIn().scan(hidden + " you"))
                .singleElement()
                .satisfies(match -> {
                    assertThat(match.start()).isEqualTo(5);
                    assertThat(match.end()).isEqualTo(25);
                    assertThat(match.category()).isEqualTo(Category.INVISIBLE);
                });
    }

    @Test
    void moreVariationSelectorsThanOneAreFound() {
        assertThat(found("😀\uFE0F")).isEmpty();
        assertThat(found("😀\uFE0F\uFE01\uFE02")).hasSize(1);
        assertThat(found("😀\uDB40\uDD55")).hasSize(1);
    }
}
