package io.agent33.sync.core.publish;

import static java.util.Objects.requireNonNull;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.monitor.Issue;
import io.agent33.sync.api.monitor.IssueDraft;
import io.agent33.sync.api.monitor.IssueTracker;
import io.agent33.sync.api.monitor.Tracking;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.core.file.FolderLock;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The issue tracker that needs no forge. An issue is two files in {@code <folder>/<owner>/<repository>/}, named by its number,
 * from 1:
 *
 * <ul>
 *   <li>{@code <number>.md}, the body byte for byte;
 *   <li>{@code <number>.yaml}, everything else: {@code repository}, {@code number}, {@code key}, {@code state}, {@code title},
 *       {@code labels}.
 * </ul>
 *
 * <p>{@code state} is {@code "open"} or {@code "closed"}; what the engine closes says {@code closed_because} after it. A person
 * closes an issue by setting it. A number is the highest that is there and one, so the files are to stay. Issues and the pull
 * requests of a {@link FolderPublisher} want folders of their own.
 *
 * <p>A file is replaced as a whole, and the metadata come last, so what was cut off anywhere is completed by the next call.
 * Processes that meet in one folder wait for each other by the file {@code .lock} in it, for a minute at most. Immutable;
 * thread-safe.
 */
public final class FolderIssueTracker implements IssueTracker {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path folder;

    private FolderIssueTracker(Path folder) {
        this.folder = folder;
    }

    /** Keeps issues in a folder, which is made when it is first needed. */
    public static FolderIssueTracker in(Path folder) {
        return new FolderIssueTracker(requireNonNull(folder, "folder"));
    }

    /**
     * {@inheritDoc}
     *
     * @throws RepositoryException with reason {@code STORAGE} if a file cannot be read or written
     */
    @Override
    public Tracking track(IssueDraft draft) {
        IssueFolder issues = issuesOf(draft.repository());
        return locked(draft.repository(), draft.key(), () -> tracked(issues, draft));
    }

    private static Tracking tracked(IssueFolder issues, IssueDraft draft) throws IOException {
        Optional<IssueFolder.Stored> open = issues.latest(draft.key()).filter(IssueFolder.Stored::isOpen);
        int number = open.isPresent() ? open.get().number() : issues.nextNumber();
        boolean written = issues.write(number, draft.body(), IssueMetadata.open(draft, number));
        Issue issue = issues.issue(number, true);
        if (open.isEmpty()) {
            return new Tracking.Opened(issue);
        }
        return written ? new Tracking.Updated(issue) : new Tracking.Unchanged(issue);
    }

    @Override
    public Optional<Issue> find(RepositoryId repository, String key) {
        IssueFolder issues = issuesOf(repository);
        try {
            return issues.latest(key).map(found -> issues.issue(found.number(), found.isOpen()));
        } catch (IOException | DirectoryIteratorException e) {
            throw failure(repository, key, e);
        }
    }

    @Override
    public Optional<Issue> close(RepositoryId repository, String key, String reason) {
        return find(repository, key).isPresent()
                ? locked(repository, key, () -> closed(issuesOf(repository), key, reason))
                : Optional.empty();
    }

    private static Optional<Issue> closed(IssueFolder issues, String key, String reason) throws IOException {
        Optional<IssueFolder.Stored> open = issues.latest(key).filter(IssueFolder.Stored::isOpen);
        if (open.isEmpty()) {
            return Optional.empty();
        }
        issues.close(open.get(), reason);
        return Optional.of(issues.issue(open.get().number(), false));
    }

    private IssueFolder issuesOf(RepositoryId repository) {
        return IssueFolder.below(folder, repository);
    }

    private <T> T locked(RepositoryId repository, String key, FolderLock.Work<T> work) {
        try {
            return FolderLock.on(folder, PATIENCE).during(work);
        } catch (IOException | DirectoryIteratorException e) {
            throw failure(repository, key, e);
        }
    }

    private RepositoryException failure(RepositoryId repository, String key, Exception cause) {
        return new RepositoryException(
                RepositoryException.Reason.STORAGE,
                "the issue " + key + " of " + repository + " could not be kept below " + folder + " (" + cause
                        + "); see that the folder can be written and has room, and run again",
                cause);
    }
}
