package io.agent33.sync.testkit.assertion;

import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.SyncPlan;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.FileTree;
import java.util.Optional;

/** Where assertions begin. Its methods can be imported beside those of AssertJ. */
public final class SyncAssertions {
    private SyncAssertions() {}

    /** On what a run would do. */
    public static SyncPlanAssert assertThat(SyncPlan actual) {
        return new SyncPlanAssert(actual);
    }

    /** On what a sync of one rule would change. */
    public static ProposalAssert assertThat(Proposal actual) {
        return new ProposalAssert(actual);
    }

    /** On what a run did. */
    public static SyncReportAssert assertThat(SyncReport actual) {
        return new SyncReportAssert(actual);
    }

    /** On the files of a commit; content is compared by id, and not shown when it differs. */
    public static FileTreeAssert assertThat(FileTree actual) {
        return new FileTreeAssert(actual, Optional.empty());
    }

    /** On the files of a commit, whose content is read from {@code blobs}. */
    public static FileTreeAssert assertThat(FileTree actual, BlobSource blobs) {
        return new FileTreeAssert(actual, Optional.of(blobs));
    }
}
