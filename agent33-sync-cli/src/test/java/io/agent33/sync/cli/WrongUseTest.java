package io.agent33.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrongUseTest {
    private static final String PLACES = "--upstream=up --downstream-url=down/{repo}.git ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "bogus | Unmatched argument",
                "plan bogus | Missing required",
                "plan | '--upstream=URL', '--downstream-url=TEMPLATE'",
                "run --upstream=up | '--downstream-url=TEMPLATE'",
                "run --upstream=up --downstream-url=down | expected {repo} where the rule's target_repo goes",
                "rules | a command is missing: check",
                "rules check | --upstream or --rules must say where the rules are",
                "rules check --rules=no/such/folder | which is neither",
            })
    void whatIsWrongIsSaidOnStandardErrorWithStatusTwo(String arguments, String message) {
        assertWrong(message, arguments.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--release=v1 --change=main | mutually exclusive",
                "--release=v1 --manual | mutually exclusive",
                "--manual | --manual needs --rule",
                "--at=main | --at goes with --manual",
                "--release=v1 --at=main | --at goes with --manual",
                "--format=xml | expected one of text, yaml, json, diff, found \"xml\"",
                "--format=diff | --format diff is for plans",
                "--parallel=many | 'many' is not an int",
                "--parallel=0 | parallelism is between 1 and 256, not 0",
                "--timeout=0 | a timeout is between one second and 7 days, not PT0S",
                "--deadline=700000 | a deadline is between one second and 7 days",
                "--rule | Missing required parameter for option '--rule'",
                "--upstream-id=canonical | owner/name",
                "--rules=no/such/folder | expected a folder or the URL of a repository",
            })
    void optionsThatMakeNoSenseAreRefused(String options, String message) {
        assertWrong(message, ("run " + PLACES + options).split(" "));
    }

    @Test
    void noCommandAtAllIsWrongUse() {
        assertWrong("a command is missing: plan, run, watch, apply, status, drift, rules or quickstart", new String[0]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plan https://me:secret@example.org/a.git",
                "plan --upstream=https://me:secret@example.org/a.git --downstream-url=x/{repo}.git",
                "plan --upstream=https://me:a/secret@example.org/a.git --downstream-url=x/{repo}.git",
                "plan --upstream=https://me:a@secret@example.org/a.git --downstream-url=x/{repo}.git",
                "plan --upstream=ssh://me:a/secret@example.org/a.git --downstream-url=x/{repo}.git",
                "plan --upstream=up --downstream-url=ssh://me:a@secret@example.org/{repo}.git",
                "plan --upstream=up --downstream-url=https://secret@example.org/{repo}.git",
                "plan --upstream=up --downstream-url=x/{repo}.git --parallel=https://me:secret@example.org/",
                "rules check --rules=https://me:secret@example.org/a.git"
            })
    void credentialsInAddressesAreRefusedAndNotRepeated(String arguments) {
        var result = Cli.run(arguments.split(" "));

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).isNotBlank().doesNotContain("secret");
    }

    @Test
    void aLoginInAnAddressIsToldWhereItBelongs() {
        assertWrong(
                "found \"https://***@example.org/{repo}\"; put the token into the environment as AGENT33_GIT_TOKEN",
                "run",
                "--upstream=up",
                "--downstream-url=https://me:secret@example.org/{repo}");
    }

    private static void assertWrong(String message, String... arguments) {
        var result = Cli.run(arguments);

        assertThat(result.status()).as(Arrays.toString(arguments)).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("agent33-sync: ").contains(message).contains("Try: agent33-sync");
        assertThat(result.err().lines()).hasSizeLessThan(6);
    }
}
