package org.example.plugin;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.publish.PullRequestDraft;
import io.agent33.sync.api.publish.PullRequestPublisher;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepositoryId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * For projects that review by mail: each pull request is a message in an outbox folder, one for each rule and downstream.
 * A message that says already what it should is not touched, so that nobody gets it twice. Who deletes a message has merged
 * what it asks for; who renames it to {@code <rule>-<release>.no} does not want it, and is not asked again for that release.
 */
public final class MailPublisher implements PullRequestPublisher {
    private final Path outbox;

    public MailPublisher(Path outbox) {
        this.outbox = outbox;
    }

    @Override
    public Publication publish(PullRequestDraft draft) {
        Optional<Publication.Declined> no = declines(draft.repository(), draft.ruleId(), draft.release());
        if (no.isPresent()) {
            return no.get();
        }
        Path message = message(draft.repository(), draft.ruleId());
        try {
            return write(message, text(draft));
        } catch (IOException e) {
            throw failure(message, e);
        }
    }

    @Override
    public Optional<Publication.Declined> declines(RepositoryId repository, String ruleId, Release release) {
        Path no = outbox.resolve(repository.value()).resolve(ruleId + "-" + release.label() + ".no");
        return Files.exists(no)
                ? Optional.of(new Publication.Declined("somebody said no: " + no))
                : Optional.empty();
    }

    @Override
    public void withdraw(RepositoryId repository, String ruleId, BranchTip head) {
        Path message = message(repository, ruleId);
        try {
            if (Files.exists(message) && Files.readString(message).contains(asks(head))) {
                Files.delete(message);
            }
        } catch (IOException e) {
            throw failure(message, e);
        }
    }

    private Path message(RepositoryId repository, String ruleId) {
        return outbox.resolve(repository.value()).resolve(ruleId + ".eml");
    }

    private static Publication write(Path message, String text) throws IOException {
        String location = message.toString();
        boolean isThere = Files.exists(message);
        if (isThere && Files.readString(message).equals(text)) {
            return new Publication.Unchanged(location);
        }
        Files.createDirectories(message.getParent());
        // All of it or nothing, should this be cut off: the next run finds out which, and completes it.
        Path unfinished = Files.createTempFile(message.getParent(), "unfinished", ".part");
        Files.writeString(unfinished, text);
        Files.move(unfinished, message, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return isThere ? new Publication.Updated(location) : new Publication.Opened(location);
    }

    private static String text(PullRequestDraft draft) {
        return """
                Subject: %s
                To: %s
                Keywords: %s
                X-Draft: %s
                Content-Type: text/markdown; charset=UTF-8

                %s into %s.

                %s
                """
                .formatted(
                        draft.text().title(),
                        String.join(", ", draft.text().reviewers()),
                        String.join(", ", draft.text().labels()),
                        draft.text().draft(),
                        asks(draft.head()),
                        draft.base().branch(),
                        draft.text().body());
    }

    private static String asks(BranchTip head) {
        return "Please pull " + head.branch() + " (" + head.commit() + ")";
    }

    private static RepositoryException failure(Path message, IOException cause) {
        return new RepositoryException(
                RepositoryException.Reason.STORAGE,
                message + " could not be written (" + cause + "); make room in the outbox, and run again",
                cause);
    }
}
