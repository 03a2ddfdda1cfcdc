package io.agent33.sync.core.validate.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that cost a backtracking or a careless scanner more time than there is: these tests are passed by coming to an end. */
class SecretPathologyTest {
    private static final int LENGTH = 100_000;
    private static final SecretScanner SCANNER = SecretScanner.builtIn();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "-",
                "=",
                "\\",
                "://",
                ":\\",
                "-----BEGIN ",
                "-----BEGIN RSA PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\naaaa ",
                "PuTTY-User-Key-File-3: Private-Lines: ",
                "Private-Lines:\n",
                "AGE-SECRET-KEY-1",
                "eyJ",
                ".eyJ",
                "-eyJaaaaaaaaaa",
                "%3DeyJaaaaaaaaaa.",
                "password=",
                "password = \"",
                "token:token=",
                "secret_key secretkey ",
                "service_account\"",
                "service_account\",\"private_key\":\"-----BEGIN PRIVATE KEY-----",
                "server=a;",
                "host=a;b=c;",
                "sv=2020-01-01&a",
                "bearer aaaaaaaaaaaaaaaaaaaaaa",
                "ghp_",
                "sk-",
                " sk-T3BlbkFJ",
                ":AA",
                "1:AA",
                "Q~",
                "ATATT3",
                "/home/",
                "\\\\aaa\\",
                "fd12:",
                "10.",
                "\u200D",
                "\u202E",
                "\uDB40\uDC67",
                "<!-- internal",
                "---\na: b\n"
            })
    void aRepeatedPieceComesToAnEnd(String piece) {
        String text = piece.repeat(LENGTH / piece.length());

        assertThat(SCANNER.scan(text)).hasSizeLessThanOrEqualTo(SecretScanner.MAX_MATCHES + 1);
        assertThat(SCANNER.scan(" " + text + "\n" + text.substring(0, 1_000)))
                .hasSizeLessThanOrEqualTo(SecretScanner.MAX_MATCHES + 1);
    }

    @Test
    void aSingleLineOfTenMegabytesComesToAnEnd() {
        String text = new Tokens(1).of(Tokens.BASE_64 + " =:\"'", 10_000_000);

        assertThat(SCANNER.scan(text)).hasSizeLessThan(SecretScanner.MAX_MATCHES);
    }

    @Test
    void rulesOfOthersComeToAnEndToo() {
        String toml =
                "[[rules]]\nid='a'\nregex='(a+)+b'\n[[rules]]\nid='b'\nregex='''(?:(?:a|b)*c?)*(x+x+)+y'''\nkeywords=['x']\n"
                        + "[[rules.allowlists]]\nregexTarget='line'\nregexes=['(z*)*y']\n[[rules]]\nid='c'\nregex='ab'\n"
                        + "[[rules.allowlists]]\nregexTarget='line'\nregexes=['(z*)*y']\n";
        SecretScanner scanner = SCANNER.with(GitleaksRules.read(new StringReader(toml), "x.toml"));

        assertThat(scanner.scan("a".repeat(500_000))).isEmpty();
        assertThat(scanner.scan("x".repeat(500_000))).isEmpty();
        assertThat(scanner.scan("ab".repeat(100_000))).hasSize(SecretScanner.MAX_MATCHES + 1);
    }
}
