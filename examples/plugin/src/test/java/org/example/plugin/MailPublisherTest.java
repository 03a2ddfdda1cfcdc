package org.example.plugin;

import io.agent33.sync.api.publish.PullRequestPublisher;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.testkit.contract.PullRequestPublisherContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** The outbox owes what every publisher owes. */
class MailPublisherTest extends PullRequestPublisherContract {
    @TempDir
    Path outbox;

    @Override
    protected PullRequestPublisher publisher() {
        return new MailPublisher(outbox);
    }

    @Override
    protected PullRequestPublisher nextPublisher() {
        return new MailPublisher(outbox);
    }

    @Override
    protected List<String> open(RepositoryId repository) {
        try (Stream<Path> messages = Files.list(outbox.resolve(repository.value()))) {
            return messages.sorted().map(MailPublisherTest::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path message) {
        try {
            return Files.readString(message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
