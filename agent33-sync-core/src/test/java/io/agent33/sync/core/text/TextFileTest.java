package io.agent33.sync.core.text;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a text and what is binary (S4). */
class TextFileTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a\r\nb\rc\n",
                "\uFEFF",
                "\uFEFFa",
                "a\uFEFF",
                "\uFFFD is what it is",
                "ä 漢 😀",
                "\u0001\u007F"
            })
    void aTextComesOutAsItWentIn(String text) {
        TextFile file = TextFile.of(text.getBytes(UTF_8)).orElseThrow();

        assertThat(file.whole()).isEqualTo(text);
        assertThat(file.marked()).isEqualTo(text.startsWith("\uFEFF"));
        assertThat(file.text()).doesNotStartWith("\uFEFF");
    }

    @Test
    void whatHoldsANulOrIsNotUtf8IsBinary() {
        assertThat(TextFile.of(new byte[] {'a', 0, 'b'})).isEmpty();
        assertThat(TextFile.of("ä".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)))
                .isEmpty();
        assertThat(TextFile.of("text".getBytes(UTF_16LE))).isEmpty();
        assertThat(TextFile.of(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}))
                .as("half a pair")
                .isEmpty();
        assertThat(TextFile.of(new byte[] {(byte) 0xC0, (byte) 0xAF}))
                .as("overlong")
                .isEmpty();
    }

    @Test
    void anyBytesAreBinaryOrComeOutAgain() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = new byte[random.nextInt(12)];
            random.nextBytes(bytes);
            TextFile.of(bytes)
                    .ifPresent(file -> assertThat(file.whole().getBytes(UTF_8))
                            .as("seed 7")
                            .isEqualTo(bytes));
        }
    }
}
