package io.agent33.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongUseTest {
    private static final String PLACES = "--upstream=up --downstream-url=down/{repo}.git ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
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
                "--rule | Expected parameter",
                "--rules=no/such/folder | expected a folder or the URL of a repository",
            })
    void optionsThatMakeNoSenseAreRefused(String options, String message) {
        assertWrong(message, ("run " + PLACES + options).split(" "));
    }

    @Test
    void noCommandAtAllIsWrongUse() {
        assertWrong("a command is missing: plan, run, rules or quickstart");
    }

    @Test
    void credentialsInAddressesAreNotRepeated() {
        var result = Cli.run("plan", "https://me:secret@example.org/a.git");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).doesNotContain("secret");
    }

    private static void assertWrong(String message, String... arguments) {
        var result = Cli.run(arguments);

        assertThat(result.status()).as(Arrays.toString(arguments)).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("agent33-sync: ").contains(message).contains("Try: agent33-sync");
        assertThat(result.err().lines()).hasSizeLessThan(6);
    }
}
