package io.agent33.sync.core.validate.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of a finding, and what is never said. */
class SecretMatchTest {
    private static final SecretScanner SCANNER = SecretScanner.builtIn();

    @Test
    void aMatchSaysWhereAndWhatAndWhatToDo() {
        String token = new Tokens(1).checked62("ghp_");

        assertThat(SCANNER.scan("a\r\nb\rtoken: " + token + "\n"))
                .singleElement()
                .satisfies(match -> {
                    assertThat(match.kind()).isEqualTo("github-token");
                    assertThat(match.category()).isEqualTo(Category.CREDENTIAL);
                    assertThat(match.line()).isEqualTo(3);
                    assertThat(match.column()).isEqualTo(8);
                    assertThat(match.end() - match.start()).isEqualTo(40);
                    assertThat(match.remedy()).startsWith("Delete the token").endsWith(".");
                    assertThat(match.masked()).isEqualTo("ghp_…, 40 characters");
                    assertThat(match).hasToString("3:8: GitHub token (ghp_…, 40 characters)");
                });
    }

    @Test
    void anAcceptedFindingIsComparedAsAWhole() {
        String token = new Tokens(1).checked62("ghp_");
        SecretMatch match = SCANNER.scan(token).get(0);

        assertThat(match.matches(token)).isTrue();
        assertThat(match.matches(token.substring(1))).isFalse();
        assertThat(match.matches("")).isFalse();
        assertThat(match)
                .isEqualTo(SCANNER.scan(token).get(0))
                .hasSameHashCodeAs(SCANNER.scan(token).get(0));
        assertThat(match)
                .isNotEqualTo(SCANNER.scan(new Tokens(2).checked62("ghp_")).get(0));
    }

    @Test
    void nothingSaidHoldsTheSecret() {
        Tokens it = new Tokens(9);
        GitleaksRules rules =
                GitleaksRules.read(new StringReader("[[rules]]\nid = 'own'\nregex = 'own-[a-z]+'\n"), "x.toml");
        SecretScanner scanner = SCANNER.with(rules).with(PrivateNames.none().host("corp.inside.test"));
        for (String secret : List.of(
                it.checked62("ghp_"),
                it.jwt(),
                "kV9#mQ2!xLp4",
                "own-abcdefgh",
                "git.corp.inside.test",
                "192.168.17.23",
                "/home/janedoe/x",
                "AIza" + it.of(Tokens.URL_64, 34) + "9")) {
            assertThat(scanner.scan("password = \"" + secret + "\""))
                    .isNotEmpty()
                    .allSatisfy(match -> {
                        String said = match + match.title() + match.remedy() + match.masked() + match.kind();
                        for (int from = 0; from + 7 <= secret.length(); from++) {
                            assertThat(said).doesNotContain(secret.substring(from, from + 7));
                        }
                    });
        }
    }

    @Test
    void theParticularIsToldBeforeTheGeneral() {
        String token = new Tokens(1).checked62("npm_");

        assertThat(SCANNER.scan("api_token = \"" + token + "\""))
                .extracting(SecretMatch::kind)
                .containsExactly("npm-token");
    }

    @Test
    void matchesStandInTheOrderOfTheText() {
        String text = "D:\\a\\b \u202E 10.1.2.3\n/home/jane/x INTERNAL ONLY D:\\c\\d";

        assertThat(SCANNER.scan(text))
                .isSortedAccordingTo(java.util.Comparator.comparingInt(SecretMatch::start))
                .hasSize(6);
    }

    @Test
    void theEndOfTheSearchIsAMatchThatNobodyCanAccept() {
        List<SecretMatch> matches = SCANNER.scan("D:\\a\\b ".repeat(3_000));

        assertThat(matches).hasSize(SecretScanner.MAX_MATCHES + 1);
        SecretMatch last = matches.get(SecretScanner.MAX_MATCHES);
        assertThat(last.category()).isEqualTo(Category.INCOMPLETE);
        assertThat(last.matches("")).isFalse();
        assertThat(SCANNER.scan("D:\\a\\b ".repeat(999))).hasSize(999);
    }
}
