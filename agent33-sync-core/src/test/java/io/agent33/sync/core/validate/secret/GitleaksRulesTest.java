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

    /** What the rules that gitleaks publishes are written with; the patterns are our own. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '\u0001', textBlock = """
                    (?i)[\\w.-]{0,50}?(?:acme)(?:[ \\t\\w.-]{0,20})[\\s'"]{0,3}(?:=|>|:{1,3}=|\\|\\||:|=>|\\?=|,)[\\x60'"\\s=]{0,5}([a-z0-9]{8})(?:[\\x60'"\\s;]|\\\\[nr]|$) ¦ my.ACME_key := `abcd1234` ¦ abcd1234
                    \\b(AC-(?i)[a-z]{4}-(?-i:ok))(?:[^\\w-]|\\z) ¦ AC-AbCd-ok ¦ AC-AbCd-ok
                    [\\w.-]{0,5}?(?i:acme(?-i:[Kk]ey|KEY))=([\\w=~@.+/-]{4,}) ¦ AcmeKEY=a+b/ ¦ a+b/
                    (?:(?P<a_b>one)|(?P<x5ts256>two))[\\s\\S-]{2,}?(?:\\B|\\s|\\z) ¦ two34 ¦ two
                    kind:(?s:.){0,20}?data:\\s+([\\w.-]+:(?:[ \\t]*(?:\\||>[-+]?)\\s+)?[a-z0-9+/]{4,}={0,3}) ¦ kind: a⏎data:⏎  k: |⏎   abcd== ¦ k: |⏎   abcd==
                    acme(?:.*?|.*?(?:[\\r\\n]{1,2}.*?){1,5})[ \\t](?:-u)(?:=|[ \\t]{0,5})("[^:"]{3,}:[^"]{3,}"|[\\w${}@.-]+) ¦ acme \\⏎ -u me:you ¦ me
                    (?:^|[\\\\'"\\x60\\s>=:(,)])(ac_[\\w]{2,1000})(?:$|[\\\\'"\\s<),]) ¦ (ac_12) ¦ ac_12
                    https://[a-z]+\\.acme\\.com/([a-z0-9]{2}-){3}[a-z]{2}[\\/|\\#|\\?|:] ¦ https://x.acme.com/ab-cd-ef-gh? ¦ ef-
                    <add key=\\"(?:(?:Clear)?Pass)\\"\\s*value=\\"(.{3,})\\"\\s*/> ¦ <add key="Pass" value="x y" /> ¦ x y
                    ac-\\$?{{[^}]+}}|ac-\\[[^]]+]|ac-^%[+\\-# 0]?[a-c]\\%|ac-\\{\\d{0,2}} ¦ ac-{{ x }} ¦ ac-{{ x }}
                    """)
    void whatPublishedRulesAreWrittenWith(String regex, String text, String match) {
        String toml = "[[rules]]\nid = \"own\"\nentropy = 0\nregex = \'\'\'" + regex + "\'\'\'\n";

        assertThat(found(toml, text.replace('⏎', '\n'))).contains("own " + match.replace('⏎', '\n'));
    }

    @Test
    void howPublishedFilesAreLaidOut() {
        String toml = """
                # generated
                title = "own"

                [allowlist]
                description = "of all"
                paths = [
                    '''(?i)\\.(?:png|jpe?g)$''', '''go\\.(?:mod|sum)$''',
                ]
                regexes = ['''^(?i:a+|\\*+)$''',]
                stopwords = [
                    "don't",
                ]

                [[rules]]
                id = "key"
                description = "A key."
                regex = '''key-([\\w']{5})'''
                entropy = 1
                keywords = [
                    "key-",
                ]
                [[rules.allowlists]]
                description = "of lines"
                regexTarget = "line"
                regexes = ['''--mount=type=secret,''']
                [[rules.allowlists]]
                condition = "AND"
                paths = ['''\\.bb$''','''\\.inc$''']
                regexTarget = "match"
                regexes = ['''key-12''']

                [[rules]]
                id = "file"
                path = '''(?i)(?:^|\\/)[^\\/]+\\.p(?:12|fx)$'''

                [[rules]]
                id = "php"
                regex = '''sk_[\\S]{5}'''
                path = '''(?i)\\.php$'''
                """;

        assertThat(read(toml).ids()).containsExactly("key", "file", "php");
        assertThat(found(toml, "key-12345 key-don't key-aaaaa")).containsExactly("key 12345");
        assertThat(found(toml, "--mount=type=secret,key-12345")).isEmpty();
        assertThat(found(toml, "x.bb", "key-12345 key-34567")).containsExactly("key 34567");
        assertThat(found(toml, "x.PNG", "key-12345")).isEmpty();
        assertThat(found(toml, "x.php", "sk_12345")).containsExactly("php sk_12345");
        assertThat(SecretScanner.builtIn().with(read(toml)).scanPath("a/b.p12")).hasSize(1);
    }

    @Test
    void aLineEndsWhereItEnds() {
        String toml = RULE + "[[rules.allowlists]]\nregexTarget = 'line'\nregexes = ['fine']\n";

        assertThat(found(toml, "fine\nown-abc123\nfine")).containsExactly("own abc123");
        assertThat(found(toml, "fine own-abc123\n")).isEmpty();
        assertThat(found(toml, "\nown-abc123 fine")).isEmpty();
    }

    /** Even if the file's own rule finds it from an earlier place on. */
    @Test
    void theCatalogueIsToldBeforeAFilesOwnRules() {
        String token = new Tokens(1).checked62("ghp_");

        assertThat(found("[[rules]]\nid = 'own'\nregex = '=ghp_[a-zA-Z0-9]+'\n", "x=" + token))
                .containsExactly("github-token " + token);
    }

    @ParameterizedTest
    @CsvSource({
        "'[extend]\nuseDefault = true\ncolour = 1\n', own.toml:3: extend.colour",
        "'[[allowlists]]\nstopwords = [\"a\"]\ncolour = 1\n', own.toml:3: allowlists[0].colour",
        "'[allowlist]\nstopwords = [\"a\"]\ncolour = 1\n', own.toml:3: allowlist.colour",
        "'[[rules]]\nid = \"a\"\nregex = \"a\"\n[[rules.allowlists]]\nstopwords = [\"a\"]\ncolour = 1\n', own.toml:6: rules[0].allowlists[0].colour",
        "'[[rules]]\nid = \"a\"\nregex = \"a\"\nentropy = \"x\"\n', own.toml:4: rules[0].entropy",
        "'[[rules]]\nid = \"a\"\nregex = \"a\"\nkeywords = \"x\"\n', own.toml:4: rules[0].keywords",
        "'[[rules]]\nid = \"a\"\nregex = \"a\"\nkeywords = [1]\n', own.toml:4: rules[0].keywords",
        "'[extend]\nuseDefault = \"yes\"\n', own.toml:2: extend.useDefault",
        "'extend = 1\n', own.toml:1: extend",
        "'rules = 1\n', own.toml:1: rules"
    })
    void whatIsUnknownOrOfAnotherTypeIsToldWithItsLine(String toml, String where) {
        assertThatThrownBy(() -> read(toml)).hasMessageStartingWith(where);
    }
}
