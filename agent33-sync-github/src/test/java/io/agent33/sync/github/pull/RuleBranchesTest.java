package io.agent33.sync.github.pull;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.report.Purpose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RuleBranchesTest {
    @ParameterizedTest
    @EnumSource(Purpose.class)
    void aRulesBranchesAreThoseOfItsPurposeAndNoOther(Purpose purpose) {
        RuleBranches branches = RuleBranches.of(purpose.pullRequestOf("docs"));

        assertThat(branches.at("v1.2.0")).isEqualTo(purpose.branch("v1.2.0", "docs"));
        for (Purpose other : Purpose.values()) {
            assertThat(branches.contains(other.branch("v0.9.0-rc.1+5", "docs")))
                    .as("%s of %s", other, purpose)
                    .isEqualTo(other == purpose);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "agent33-sync/v1.0.0/docs, true",
        "agent33-sync/v1.0.0/docs-2, false",
        "agent33-sync/v1.0.0/x/docs, false",
        "agent33-sync/v/docs, true",
        "agent33-sync/docs, false",
        "agent33-sync/1.0.0/docs, false",
        "agent33-sync/rollback/v1.0.0/docs, false",
        "other/v1.0.0/docs, false",
        "xagent33-sync/v1.0.0/docs, false"
    })
    void namesAreTakenLiterally(String branch, boolean of) {
        assertThat(RuleBranches.of("docs").contains(branch)).isEqualTo(of);
    }
}
