package org.example.plugin;

import io.agent33.sync.testkit.contract.PublisherHost;
import io.agent33.sync.testkit.contract.PullRequestPublisherContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The outbox owes what every publisher owes. */
class MailPublisherTest extends PullRequestPublisherContract {
    @TempDir
    Path outbox;

    @Override
    public PublisherHost host() {
        return new Mailbox(outbox);
    }
}
