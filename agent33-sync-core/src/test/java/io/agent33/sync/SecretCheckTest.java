package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.rule.Acceptance;
import io.agent33.sync.api.rule.Severity;
import io.agent33.sync.api.rule.Validation;
import io.agent33.sync.api.validate.Check;
import io.agent33.sync.api.validate.CheckResult;
import io.agent33.sync.api.validate.CheckStatus;
import io.agent33.sync.core.print.OutputFormat;
import io.agent33.sync.core.validate.secret.PrivateNames;
import io.agent33.sync.core.validate.secret.SecretScanner;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The secret scan of what would be pushed (S7). What it finds is the business of the scanner's own tests. */
class SecretCheckTest {
    private static final String SECRET = "postgres://admin:" + "Tr0ub4dor&3xK9" + "@db.acme.io:5432/main";
    private static final String HOME = "/home/" + "jane/notes.txt";

    private final World world = new World();

    private SyncReport run() {
        return world.run();
    }

    private static List<Objection> blocked(SyncReport report) {
        assertThat(World.only(report)).as("%s", report).isInstanceOf(RuleOutcome.Blocked.class);
        return ((RuleOutcome.Blocked) World.only(report)).objections();
    }

    private static CheckResult scan(SyncReport report) {
        return report.results().get(0).validation().orElseThrow().checks().get(Check.SECRET_SCAN.ordinal());
    }

    @Test
    void cleanFilesPass() {
        world.upstream.commit("1").file("core/a.md", "# Nothing here\n").tag("v1.0.0");

        CheckResult result = scan(run());

        assertThat(result.status()).isEqualTo(CheckStatus.PASS);
        assertThat(result.details()).isEqualTo("0 violations");
    }

    @Test
    void aSecretInAFileItsPathOrThePullRequestBlocks() {
        world.upstream
                .commit("1")
                .file("core/a.md", "line\n  " + SECRET + "\n")
                .file("core/home/jane/x.md", "x\n")
                .tag("v1.0.0");
        SyncReport report = run();

        assertThat(blocked(report))
                .anySatisfy(
                        objection -> assertThat(objection.where().orElseThrow()).hasToString("docs/a.md:2:20"));
        assertThat(scan(report).status()).isEqualTo(CheckStatus.FAIL);
        assertThat(world.publisher.written()).isEmpty();
    }

    @Test
    void aCommitSubjectThatReachesThePullRequestIsScanned() {
        world.upstream.commit("1").file("core/a.md", "1\n").tag("v1.0.0");
        world.syncAndMerge();
        world.upstream.commit("now in " + HOME).file("core/a.md", "2\n").tag("v1.1.0");

        assertThat(blocked(run()))
                .singleElement()
                .satisfies(
                        objection -> assertThat(objection.where().orElseThrow()).hasToString("(pull request)"));
    }

    @Test
    void nothingThatIsPrintedHoldsTheSecret() {
        world.upstream.commit("1").file("core/a.md", SECRET + "\n").tag("v1.0.0");
        world.rules(World.rule("docs")
                .validation(Validation.defaults().with(Check.SECRET_SCAN, Severity.WARN))
                .build());
        SyncEngine engine = world.engine().build();
        SyncReport report = engine.run();
        StringBuilder printed = new StringBuilder().append(report).append(World.only(report));
        engine.print(report, OutputFormat.TEXT, printed);
        engine.print(report, OutputFormat.JSON, printed);
        printed.append(world.publisher.written().get(0));

        assertThat(scan(report).status()).isEqualTo(CheckStatus.WARN);
        assertThat(printed.toString()).contains("docs/a.md").doesNotContain("Tr0ub4dor");
    }

    @Test
    void anAcceptedSecretIsToldByItsExactTextAndPath() {
        world.upstream.commit("1").file("core/a.md", "see " + HOME + "\n").tag("v1.0.0");
        String found = "/home/" + "jane";
        for (String match : List.of(found, found + "/", HOME, "/home/" + "jane/")) {
            world.rules(World.rule("docs")
                    .validation(Validation.defaults()
                            .allowing(List.of(
                                    new Acceptance(Check.SECRET_SCAN, "docs/a.md", match, "a documented example"))))
                    .build());
            SyncReport report = run();
            if (World.only(report) instanceof RuleOutcome.Proposed) {
                assertThat(scan(report).accepted())
                        .singleElement()
                        .satisfies(it -> assertThat(it.reason()).isEqualTo("a documented example"));
                return;
            }
        }
        throw new AssertionError("none of the texts is the one that was found");
    }

    @Test
    void whatIsNotUtf8IsScannedAndWhatIsBinaryIsNot() {
        world.upstream
                .commit("1")
                .file("core/latin.txt", ("\u00e4 " + SECRET + "\n").getBytes(StandardCharsets.ISO_8859_1))
                .file("core/a.bin", "\0" + SECRET)
                .tag("v1.0.0");

        assertThat(blocked(run()))
                .isNotEmpty()
                .allSatisfy(objection ->
                        assertThat(objection.where().orElseThrow().file()).isEqualTo("docs/latin.txt"));
    }

    @Test
    void aFileThatIsTooLongToBeScannedIsNoPass() {
        world.upstream
                .commit("1")
                .file("core/long.txt", "x\n".repeat(9 << 20))
                .file("core/long.bin", "\0" + "x".repeat(17 << 20))
                .tag("v1.0.0");

        assertThat(blocked(run())).extracting(Objection::code).containsExactly("too-long-to-scan");
    }

    @Test
    void localChangesAreScannedAndTheHostSaysWhatElseIsPrivate() {
        world.upstream.commit("1").file("core/a.md", "1\n").tag("v1.0.0");
        world.syncAndMerge();
        world.webapp().commit("mine").file(".agent33-overrides/a.md", "ask build7.corp.example-internal\n");
        world.upstream.commit("2").file("core/b.md", "2\n").tag("v1.1.0");

        SyncReport report = world.engine()
                .secrets(SecretScanner.builtIn().with(PrivateNames.none().host("corp.example-internal")))
                .build()
                .run();

        assertThat(blocked(report))
                .singleElement()
                .satisfies(objection ->
                        assertThat(objection.where().orElseThrow().file()).isEqualTo("docs/a.md"));
    }
}
