package io.agent33.sync.core.validate.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.core.fuzz.Fuzzing;
import io.agent33.sync.core.fuzz.Said;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An input is a text; whatever it holds, there are matches within it, said in words fit for a line. */
class SecretFuzzTest {
    private static final SecretScanner SCANNER =
            SecretScanner.builtIn().with(PrivateNames.none().host("corp.example.org"));

    private final Fuzzing fuzzing = Fuzzing.of("secret", SecretFuzzTest::read)
            .samples(samples())
            .pieces(Catalogue.DETECTORS.stream()
                    .flatMap(it -> it.keywords().stream())
                    .toArray(String[]::new))
            .pieces(
                    "://a:b2@",
                    "= \"",
                    ": '",
                    "\n---\n",
                    "---\ninternal: true\n---\n",
                    "INTERNAL ONLY",
                    "\u200D",
                    "\u202E")
            .pieces(
                    "\uDB40\uDC67",
                    "\uDB40",
                    "%3D",
                    "\\n",
                    "-----END",
                    "/home/jane/",
                    "D:\\",
                    "::1",
                    "255",
                    "corp.example.org");

    private static Stream<String> samples() {
        Tokens it = new Tokens(1);
        return Stream.of(
                it.checked62("ghp_") + " " + it.jwt(),
                "-----BEGIN PRIVATE KEY-----\n" + it.lines(3) + "-----END PRIVATE KEY-----\n",
                "api_key = \"" + it.of(Tokens.BASE_62, 24) + "42\"\nServer=a;Database=b;Password=c1!d;",
                "postgres://a:b2c3@h/ D:\\x\\y \\\\srv\\share /home/jane/x 10.1.2.3 fd12:3456::1",
                "---\ninternal: true\nvisibility: private\n---\nTLP INTERNAL ONLY https://git.corp.example.org",
                "👨\u200D👩 word\u200Bword \u202Ea 🏴\uDB40\uDC67\uDB40\uDC7F");
    }

    @Test
    void everyTextHasItsMatches() {
        fuzzing.briefly(250);
    }

    @Test
    @Tag("slow")
    void everyTextHasItsMatchesForLong() {
        assertThat(fuzzing.atLength()).isPositive();
    }

    private static String read(byte[] input) {
        String text = new String(input, UTF_8);
        List<SecretMatch> matches = SCANNER.scan(text);
        assertThat(SCANNER.scan(text)).isEqualTo(matches);
        int last = 0;
        for (SecretMatch match : matches) {
            assertThat(match.start()).isBetween(last, match.end());
            assertThat(match.end()).isLessThanOrEqualTo(text.length());
            last = match.start();
            Said.fitForALine(match.toString());
            if (match.category() != Category.INCOMPLETE) {
                assertThat(match.matches(text.substring(match.start(), match.end())))
                        .isTrue();
                long lines = text.substring(0, match.start())
                        .replace("\r\n", "\n")
                        .chars()
                        .filter(c -> c == '\n' || c == '\r')
                        .count();
                boolean withinLineEnd = match.start() > 0 && text.startsWith("\r\n", match.start() - 1);
                assertThat((long) match.line()).isEqualTo(withinLineEnd ? lines : lines + 1);
            }
        }
        return matches.stream().map(SecretMatch::kind).distinct().sorted().collect(Collectors.joining(" "))
                + Math.min(matches.size(), 6);
    }
}
