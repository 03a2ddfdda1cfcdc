package io.agent33.sync.core.publish;

import io.agent33.sync.testkit.contract.IssueHost;
import io.agent33.sync.testkit.contract.IssueTrackerContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The folder owes what every tracker owes. */
class FolderIssueTrackerContractTest extends IssueTrackerContract {
    @TempDir
    Path folder;

    @Override
    public IssueHost host() {
        return new IssuesInFolder(folder);
    }
}
