package io.agent33.sync.core.publish;

import io.agent33.sync.testkit.contract.PublisherHost;
import io.agent33.sync.testkit.contract.PullRequestPublisherContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The folder owes what every publisher owes. */
class FolderPublisherContractTest extends PullRequestPublisherContract {
    @TempDir
    Path folder;

    @Override
    public PublisherHost host() {
        return new PullRequestFolder(folder);
    }
}
