package io.agent33.sync.core.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.report.Purpose;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BranchNamesTest {
    private static BranchTip branch(String name) {
        return new BranchTip(name, ObjectId.of("1".repeat(40)));
    }

    @Test
    void theReleaseStandsBetweenPrefixAndRule() {
        assertThat(BranchNames.release(branch("agent33-sync/v2.4.0/docs"), "docs", Purpose.SYNC))
                .contains("v2.4.0");
        assertThat(BranchNames.release(branch("agent33-sync/v2.4.0+3.g0123456789ab/docs"), "docs", Purpose.SYNC))
                .contains("v2.4.0+3.g0123456789ab");
    }

    @Test
    void whatIsForAnotherPurposeHasItBeforeTheRelease() {
        BranchTip rollback = branch("agent33-sync/rollback/v2.4.0/docs");

        assertThat(BranchNames.release(rollback, "docs", Purpose.ROLLBACK)).contains("v2.4.0");
        assertThat(BranchNames.release(rollback, "docs", Purpose.ALLOWANCE)).isEmpty();
        assertThat(BranchNames.release(branch("agent33-sync/v2.4.0/docs"), "docs", Purpose.ROLLBACK))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agent33-sync/v2.4.0/other-docs",
                "agent33-sync/v2.4.0/x/docs",
                "agent33-sync/v2.4.0/docs/x",
                "agent33-sync/docs",
                "agent33-sync/rollback/v2.4.0/docs",
                "/docs",
                "ocs",
                "agent33-sync/2.4.0/docs",
                "mine/v2.4.0/docs",
                "docs"
            })
    void branchesOfOthersAreNotOurs(String name) {
        assertThat(BranchNames.release(branch(name), "docs", Purpose.SYNC)).isEmpty();
    }
}
