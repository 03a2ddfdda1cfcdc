package io.agent33.sync.it.overrides;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.rule.Severity;
import io.agent33.sync.api.rule.Validation;
import io.agent33.sync.api.trigger.RollbackRequest;
import io.agent33.sync.api.validate.Check;
import io.agent33.sync.api.validate.CheckStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rollback's result is validated (S12): findings are told, and only secrets that it brings back block. On both forms of the ports. */
class RollbackChecksTest {
    private static final String CLEAN = "one\ntwo\nthree\n";
    private static final String PRIVATE = "one\nsee /home/ann/notes\nthree\n";

    @TempDir
    private Path folder;

    private OverrideWorld world;

    @BeforeEach
    void begin() {
        world = new OverrideWorld(folder);
        secrets(Severity.WARN);
    }

    private void secrets(Severity severity) {
        world.rule(OverrideWorld.rule()
                .validation(Validation.defaults().with(Check.SECRET_SCAN, severity))
                .build());
    }

    private static RollbackRequest because(String reason) {
        return RollbackRequest.of("docs", reason);
    }

    private static List<String> codes(RuleResult result) {
        assertThat(result.outcome()).isInstanceOf(RuleOutcome.Blocked.class);
        return ((RuleOutcome.Blocked) result.outcome())
                .objections().stream().map(objection -> objection.code()).toList();
    }

    private static Map<String, CheckStatus> statuses(RuleResult result) {
        Map<String, CheckStatus> statuses = new TreeMap<>();
        result.validation().orElseThrow().checks().forEach(check -> statuses.put(check.name(), check.status()));
        return statuses;
    }

    private String body() {
        return world.publisher.open().get(0).text().body();
    }

    @Test
    void aSecretThatItBringsBackBlocksIt() {
        world.delivered("a.md", PRIVATE);
        world.delivered("a.md", CLEAN);
        secrets(Severity.FAIL);

        RuleResult result = world.rollback(because("breaks the build"));

        assertThat(codes(result)).containsExactly("home-path");
        assertThat(result.outcome().toString())
                .contains("docs/a.md")
                .contains("2")
                .doesNotContain("/home/ann");
        assertThat(statuses(result)).containsEntry("secret_scan", CheckStatus.FAIL);
        assertThat(world.issues.issues()).isEmpty();
    }

    @Test
    void aSecretThatIsThereAlreadyIsToldAndDoesNotBlockIt() {
        world.delivered("a.md", PRIVATE);
        world.delivered("a.md", "zero\n" + PRIVATE);
        secrets(Severity.FAIL);

        RuleResult result = world.rollback(because("breaks the build"));

        assertThat(result.outcome()).isInstanceOf(RuleOutcome.Proposed.class);
        assertThat(statuses(result)).containsEntry("secret_scan", CheckStatus.FAIL);
    }

    @Test
    void aSecretInAFileThatItLeavesAloneDoesNotBlockIt() {
        world.released(world.next().file("core/a.md", CLEAN).file("core/b.md", PRIVATE));
        world.sync();
        world.delivered("a.md", "zero\n" + CLEAN);
        secrets(Severity.FAIL);

        assertThat(world.rollback(because("breaks the build")).outcome()).isInstanceOf(RuleOutcome.Proposed.class);
    }

    @Test
    void aSecondCopyOfOneThatIsThereIsBroughtBack() {
        world.delivered("a.md", PRIVATE + PRIVATE);
        world.delivered("a.md", PRIVATE);
        secrets(Severity.FAIL);

        assertThat(codes(world.rollback(because("breaks the build")))).containsExactly("home-path");
    }

    @Test
    void aSecretInTheReasonBlocksItAndIsSaidNowhere() {
        world.delivered("a.md", CLEAN);
        world.delivered("a.md", "zero\n" + CLEAN);
        secrets(Severity.FAIL);

        RuleResult result = world.rollback(because("see /home/ann/notes"));

        // In the words and in the log.
        assertThat(codes(result)).containsExactly("home-path", "home-path");
        assertThat(world.issues.issues()).isEmpty();
    }

    @Test
    void theTableAndTheFindingsStandInThePullRequest() {
        world.delivered("a.md", PRIVATE);
        world.delivered("a.md", "zero\n" + PRIVATE);

        RuleResult result = world.rollbackInMemory(because("breaks the build"));

        assertThat(statuses(result))
                .containsEntry("checksum", CheckStatus.SKIP)
                .containsEntry("secret_scan", CheckStatus.WARN)
                .containsKeys("link_integrity", "schema_check", "version_tag");
        assertThat(body())
                .contains("| Secret scan | warn |", "### Findings", "`docs/a.md:2:")
                .doesNotContain("/home/ann");
    }
}
