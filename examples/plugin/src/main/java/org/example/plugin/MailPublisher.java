package org.example.plugin;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.publish.PullRequestDraft;
import io.agent33.sync.api.publish.PullRequestPublisher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * For projects that review by mail: each pull request is a message in an outbox folder, one for each rule and downstream.
 * A message that says already what it should is not touched, so that nobody gets it twice.
 */
public final class MailPublisher implements PullRequestPublisher {
    private final Path outbox;

    public MailPublisher(Path outbox) {
        this.outbox = outbox;
    }

    @Override
    public Publication publish(PullRequestDraft draft) {
        Path message = outbox.resolve(draft.repository().value()).resolve(draft.ruleId() + ".eml");
        try {
            return write(message, text(draft));
        } catch (IOException e) {
            throw new RepositoryException(
                    RepositoryException.Reason.STORAGE,
                    message + " could not be written (" + e + "); make room in the outbox, and run again",
                    e);
        }
    }

    private static Publication write(Path message, String text) throws IOException {
        String location = message.toString();
        boolean isThere = Files.exists(message);
        if (isThere && Files.readString(message).equals(text)) {
            return new Publication.Unchanged(location);
        }
        Files.createDirectories(message.getParent());
        // All of it or nothing, should this be cut off: the next run finds out which, and completes it.
        Path unfinished = message.resolveSibling(message.getFileName() + ".part");
        Files.writeString(unfinished, text);
        Files.move(unfinished, message, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return isThere ? new Publication.Updated(location) : new Publication.Opened(location);
    }

    private static String text(PullRequestDraft draft) {
        return """
                Subject: %s
                Content-Type: text/markdown; charset=UTF-8

                Please pull %s (%s) into %s.

                %s
                """
                .formatted(
                        draft.text().title(),
                        draft.head().branch(),
                        draft.head().commit(),
                        draft.base().branch(),
                        draft.text().body());
    }
}
