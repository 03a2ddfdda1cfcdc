package io.agent33.sync.core.apply;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(BranchNames.release(branch("agent33-sync/v2.4.0/docs"), "docs"))
                .contains("v2.4.0");
        assertThat(BranchNames.release(branch("agent33-sync/v2.4.0+3.g0123456789ab/docs"), "docs"))
                .contains("v2.4.0+3.g0123456789ab");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agent33-sync/v2.4.0/other-docs",
                "agent33-sync/v2.4.0/x/docs",
                "agent33-sync/v2.4.0/docs/x",
                "agent33-sync/docs",
                "agent33-sync/2.4.0/docs",
                "mine/v2.4.0/docs",
                "docs"
            })
    void branchesOfOthersAreNotOurs(String name) {
        assertThat(BranchNames.release(branch(name), "docs")).isEmpty();
    }
}
