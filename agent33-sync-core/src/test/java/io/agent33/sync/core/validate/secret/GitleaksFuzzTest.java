package io.agent33.sync.core.validate.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.core.fuzz.Fuzzing;
import io.agent33.sync.core.fuzz.Said;
import java.io.StringReader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An input is a file in the gitleaks format: it is read and can be used, or refused in words. */
class GitleaksFuzzTest {
    private final Fuzzing fuzzing = Fuzzing.of("gitleaks", GitleaksFuzzTest::read)
            .samples(
                    Stream.of(
                            "title = 'x'\n[extend]\nuseDefault = true\n[allowlist]\npaths = ['''x$''']\nstopwords = ['a']\n",
                            "[[rules]]\nid = 'a'\nregex = '''a([0-9]+)'''\nsecretGroup = 1\nentropy = 2.5\nkeywords = ['a']\ntags = ['t']\n",
                            "[[rules]]\nid = 'b'\npath = '\\.x$'\n[[rules.allowlists]]\ncondition = 'AND'\nregexTarget = 'line'\nregexes = ['b']\n"))
            .pieces(
                    "[[rules]]",
                    "[rules.allowlist]",
                    "regex = '",
                    "'''",
                    "\"\"\"",
                    "[",
                    "]",
                    "{",
                    "}",
                    "=",
                    "\n",
                    "1e9",
                    "(?i)",
                    "(a+)+")
            .pieces(
                    "id = 'a'",
                    "keywords = []",
                    "targetRules = ['a']",
                    "1979-05-27",
                    "0x1F",
                    "inf",
                    "a.b.c = 1",
                    "[[[[[[");

    @Test
    void itIsReadOrRefusedInWords() {
        fuzzing.briefly(750);
    }

    @Test
    @Tag("slow")
    void itIsReadOrRefusedInWordsForLong() {
        assertThat(fuzzing.atLength()).isPositive();
    }

    private static String read(byte[] input) {
        try {
            GitleaksRules rules = GitleaksRules.read(new StringReader(new String(input, UTF_8)), "x.toml");
            SecretScanner scanner = SecretScanner.builtIn().with(rules);
            return rules.ids().size() + " rules, "
                    + (scanner.scan("a123 b x").size() + scanner.scanPath("a.x").size());
        } catch (ConfigurationException e) {
            assertThat(e.objections()).isNotEmpty().allSatisfy(it -> Said.fitForALine(it.message()));
            return e.objections().stream()
                    .map(it -> it.code())
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(" "));
        }
    }
}
