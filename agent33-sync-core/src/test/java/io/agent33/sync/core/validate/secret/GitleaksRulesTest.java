package io.agent33.sync.core.validate.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.error.Objection;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files in the format of gitleaks, as its own README describes it. */
class GitleaksRulesTest {
    private static final String RULE =
            "[[rules]]\nid = 'own'\ndescription = 'Own key'\nregex = '''own-([a-z0-9]{6})'''\n";

    private static GitleaksRules read(String toml) {
        return GitleaksRules.read(new StringReader(toml), "own.toml");
    }

    private static List<String> found(String toml, String path, String text) {
        return SecretScanner.builtIn().with(read(toml)).scan(path, text).stream()
                .map(it -> it.kind() + " " + text.substring(it.start(), it.end()))
                .toList();
    }

    private static List<String> found(String toml, String text) {
        return found(toml, "a.md", text);
    }

    @Test
    void aRuleFindsItsFirstGroup() {
        assertThat(found(RULE, "x own-abc123 own-zzzzzz")).containsExactly("own abc123", "own zzzzzz");
        assertThat(found(RULE + "secretGroup = 1\n", "own-abc123")).containsExactly("own abc123");
        assertThat(found(RULE.replace("own-([", "own-(?:["), "own-abc123")).containsExactly("own own-abc123");
        assertThat(found(RULE.replace("own-([", "(own)-([") + "secretGroup = 2\n", "own-abc123"))
                .containsExactly("own abc123");
    }

    @Test
    void aSecretsEntropyMustBeAboveTheRules() {
        assertThat(found(RULE + "entropy = 2.0\n", "own-abcabc own-abc123")).containsExactly("own abc123");
    }

    @Test
    void keywordsAreOfAnyCaseAndNear() {
        String toml = RULE.replace("'''own", "'''(?i)own") + "keywords = ['OWN-']\n";

        assertThat(found(toml, "Own-abc123")).containsExactly("own abc123");
        assertThat(found(RULE + "keywords = ['absent']\n", "own-abc123")).isEmpty();
        String far = "-".repeat(100_000);
        assertThat(found(toml, far + "own-abc123" + far + "own-xyz789" + far))
                .containsExactly("own abc123", "own xyz789");
    }

    @Test
    void aRuleMayBeForSomePathsOrForPathsAlone() {
        assertThat(found(RULE + "path = '\\.env$'\n", "a/.env", "own-abc123")).hasSize(1);
        assertThat(found(RULE + "path = '\\.env$'\n", "a/b.md", "own-abc123")).isEmpty();
        assertThat(found(RULE + "path = '\\.env$'\n", "", "own-abc123"))
                .as("path unknown")
                .hasSize(1);
        SecretScanner paths = SecretScanner.builtIn().with(read("[[rules]]\nid = 'p12'\npath = '(?i)\\.p12$'\n"));
        assertThat(paths.scanPath("certs/a.P12")).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo("p12");
            assertThat(it.matches(".P12")).isTrue();
        });
        assertThat(paths.scanPath("certs/a.pem")).isEmpty();
        assertThat(paths.scan("certs/a.p12", "own-abc123")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stopwords = ['BC12']                                              | true",
                "stopwords = ['zz']                                                | false",
                "regexes = ['^abc']                                                | true",
                "regexes = ['^own-']                                               | false",
                "regexTarget = 'match'; regexes = ['^own-']                        | true",
                "regexTarget = 'line'; regexes = ['^key:']                         | true",
                "regexTarget = 'line'; regexes = ['next']                          | false",
                "paths = ['^docs/']                                                | true",
                "paths = ['^src/']                                                 | false",
                "commits = ['0123456789']                                          | false",
                "condition = 'AND'; paths = ['^docs/']; stopwords = ['abc']        | true",
                "condition = 'AND'; paths = ['^docs/']; stopwords = ['zz']         | false",
                "condition = 'AND'; commits = ['0123']; stopwords = ['abc']        | false",
                "condition = 'or'; paths = ['^src/']; stopwords = ['abc']          | true"
            })
    void anAllowlistTakesMatchesAway(String written, boolean allows) {
        String list = written.replace("; ", "\n") + "\n";
        int expected = allows ? 0 : 1;
        String text = "key: own-abc123\nnext";

        assertThat(found(RULE + "[[rules.allowlists]]\n" + list, "docs/a.md", text))
                .hasSize(expected);
        assertThat(found(RULE + "[rules.allowlist]\n" + list, "docs/a.md", text))
                .hasSize(expected);
        assertThat(found("[allowlist]\n" + list + RULE, "docs/a.md", text)).hasSize(expected);
        assertThat(found(RULE + "[[allowlists]]\n" + list, "docs/a.md", text)).hasSize(expected);
        assertThat(found(RULE + "[[allowlists]]\ntargetRules = ['own']\n" + list, "docs/a.md", text))
                .hasSize(expected);
    }

    @Test
    void anAllowlistSpeaksOfItsOwnRulesOnly() {
        String toml = "[allowlist]\npaths = ['.*']\n" + RULE;

        assertThat(found(toml, "docs/a.md", "own-abc123 D:\\x\\y")).containsExactly("drive-path D:\\x\\y");
    }

    @Test
    void filesExtendOneAnother(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("base.toml"),
                RULE
                        + "keywords = ['own-']\n[[rules]]\nid = 'gone'\nregex = 'gone'\n[[rules]]\nid = 'stays'\nregex = 'stays'\n");
        Path file = Files.writeString(
                folder.resolve("own.toml"),
                "[extend]\npath = 'base.toml'\ndisabledRules = ['gone']\n[[allowlists]]\ntargetRules = ['stays']\nregexes = ['^stays$']\n"
                        + "[[rules]]\nid = 'own'\nregex = 'own-[0-9]+'\nkeywords = ['other']\n");

        GitleaksRules rules = GitleaksRules.read(file);
        assertThat(rules.ids()).containsExactly("own", "stays");
        assertThat(SecretScanner.builtIn().with(rules).scan("own-abc123 own-123 gone stays"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.title()).isEqualTo("Own key");
                    assertThat(it.matches("own-123")).isTrue();
                });
        assertThat(SecretScanner.builtIn().with(rules).rules().and(rules).ids()).hasSize(4);
    }

    @Test
    void anExtensionOutsideOfTheFolderInACircleOrMissingIsRefused(@TempDir Path folder) throws IOException {
        Path outside = Files.writeString(folder.resolve("a.toml"), "[extend]\npath = '../b.toml'\n");
        Path circle = Files.writeString(folder.resolve("c.toml"), "[extend]\npath = 'c.toml'\n");
        Path missing = Files.writeString(folder.resolve("d.toml"), "[extend]\npath = 'none.toml'\n");

        assertThatThrownBy(() -> GitleaksRules.read(outside)).hasMessageContaining("leads out of the folder");
        assertThatThrownBy(() -> GitleaksRules.read(circle)).hasMessageContaining("more than 2 files");
        assertThatThrownBy(() -> GitleaksRules.read(missing))
                .hasMessageContaining("none.toml")
                .hasMessageContaining("[unreadable]");
        assertThatThrownBy(() -> read("[extend]\npath = 'x.toml'\n")).hasMessageContaining("[unsupported]");
    }

    @Test
    void everythingThatIsWrongIsToldWithItsLine() {
        String toml =
                "title = 'x'\ncolour = 'red'\n\n[[rules]]\nid = 'a'\nregex = '''(unclosed'''\n\n[[rules]]\nid = 'b'\nregex = 'b'\n"
                        + "secretGroup = 3\nkeyword = ['b']\n[[rules]]\ndescription = 'no id, no regex'\n[[rules]]\nid = 'a'\nregex = 5\n"
                        + "[[rules]]\nid = 'c'\nregex = 'c'\nskipReport = true\n[[rules.required]]\nid = 'a'\n[[rules.allowlists]]\nregexTarget = 'file'\n"
                        + "[[allowlists]]\ntargetRules = ['zz']\nstopwords = ['x']\n";

        assertThatThrownBy(() -> read(toml))
                .isInstanceOf(ConfigurationException.class)
                .extracting(
                        it -> ((ConfigurationException) it)
                                .objections().stream()
                                        .map(Objection::message)
                                        .sorted()
                                        .toList(),
                        list(String.class))
                .satisfiesExactlyInAnyOrder(
                        it -> assertThat(it).startsWith("own.toml:2: colour: ").endsWith("[unknown-key]"),
                        it -> assertThat(it)
                                .startsWith("own.toml:6: rules[0].regex: ")
                                .endsWith("[bad-pattern]"),
                        it -> assertThat(it)
                                .startsWith("own.toml:11: rules[1].secretGroup: ")
                                .endsWith("[no-such-group]"),
                        it -> assertThat(it)
                                .startsWith("own.toml:12: rules[1].keyword: ")
                                .contains("did you mean \"keywords\"?"),
                        it -> assertThat(it)
                                .startsWith("own.toml:13: rules[2].id: ")
                                .endsWith("[missing]"),
                        it -> assertThat(it)
                                .startsWith("own.toml:13: rules[2]: ")
                                .contains("a regex or a path")
                                .endsWith("[missing]"),
                        it -> assertThat(it)
                                .startsWith("own.toml:16: rules[3].id: ")
                                .endsWith("[duplicate]"),
                        it -> assertThat(it)
                                .startsWith("own.toml:17: rules[3].regex: ")
                                .endsWith("[wrong-type]"),
                        it -> assertThat(it)
                                .startsWith("own.toml:21: rules[4].skipReport: ")
                                .endsWith("[unsupported]"),
                        it -> assertThat(it)
                                .startsWith("own.toml:22: rules[4].required: ")
                                .endsWith("[unsupported]"),
                        it -> assertThat(it)
                                .startsWith("own.toml:25: rules[4].allowlists[0].regexTarget: ")
                                .endsWith("[wrong-value]"),
                        it -> assertThat(it)
                                .startsWith("own.toml:24: rules[4].allowlists[0]: ")
                                .endsWith("[missing]"),
                        it -> assertThat(it)
                                .startsWith("own.toml:27: allowlists[0].targetRules: ")
                                .endsWith("[no-such-rule]"));
    }

    @Test
    void whatIsNoTomlIsToldWithItsPlace() {
        assertThatThrownBy(() -> read("title = 'x'\n[[rules]\n"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("own.toml:3:1: the file")
                .hasMessageContaining("[bad-toml]");
    }

    @Test
    void otherFeaturesThatAreMissingAreNamed() {
        assertThatThrownBy(() -> read("[extend]\nurl = 'https://example.org/x'\n"))
                .hasMessageContaining("extend.url")
                .hasMessageContaining("[unsupported]");
        assertThatThrownBy(() -> read("[extend]\nuseDefault = true\ndisabledRules = ['x']\n"))
                .hasMessageContaining("built-in catalogue");
        assertThat(read("[extend]\nuseDefault = true\n").ids()).isEmpty();
    }

    @Test
    void aFileThatIsTooLargeOrTooDeepIsRefused() {
        assertThatThrownBy(() -> read("#".repeat(1_100_000))).hasMessageContaining("[too-large]");
        assertThatThrownBy(() -> read("a = " + "[".repeat(100_000))).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> read(RULE.replace("{6}", "(?:a{0,900}b)?".repeat(100))))
                .hasMessageContaining("[too-large]");
    }
}
