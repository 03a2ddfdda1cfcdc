package io.agent33.sync.core.publish;

import static java.util.Objects.requireNonNull;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.publish.PullRequestDraft;
import io.agent33.sync.api.publish.PullRequestPublisher;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.core.file.FolderLock;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The publisher that needs no forge. A pull request is two files in {@code <folder>/<owner>/<repository>/<rule>/}:
 *
 * <ul>
 *   <li>{@code v<version>.md}, the body byte for byte;
 *   <li>{@code v<version>.yaml}, everything else: {@code repository}, {@code rule}, {@code release}, {@code state},
 *       {@code title}, {@code base}, {@code head}, {@code labels}, {@code reviewers}, {@code draft}.
 * </ul>
 *
 * <p>{@code state} is {@code "open"} in at most one of a rule's files. What is published makes the one that was open
 * before {@code "superseded"}, with {@code superseded_by} after it; one whose branch the engine takes back is
 * {@code "withdrawn"}. A person who sets {@code state} to {@code "closed"} is heard: for that release the publisher
 * declines. One who merged it may say {@code "merged"}. These files hold no time, so the same draft gives the same bytes,
 * and files that say so already are not written.
 *
 * <p>A file is replaced as a whole, and the metadata come last, so a publishing that was cut off anywhere is completed
 * by the next one. Processes that publish into one folder at the same time wait for each other by the file {@code .lock}
 * in it, for no longer than {@link #patience}. Names are those of the repository and the rule; one that some file system cannot hold
 * ({@code con}, a dot at the end) stands between underscores. Immutable; thread-safe as {@link PullRequestPublisher} demands.
 */
public final class FolderPublisher implements PullRequestPublisher {
    private static final String METADATA = ".yaml";

    /** Publishing takes milliseconds, so who waits that long waits for somebody who hangs. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path folder;
    private final Duration patience;

    private FolderPublisher(Path folder, Duration patience) {
        this.folder = folder;
        this.patience = patience;
    }

    /** Publishes into a folder, which is made when it is first needed. */
    public static FolderPublisher to(Path folder) {
        return new FolderPublisher(requireNonNull(folder, "folder"), PATIENCE);
    }

    /**
     * The longest wait for another process that publishes into this folder. The default is one minute.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public FolderPublisher patience(Duration longest) {
        if (longest.isNegative() || longest.isZero()) {
            throw new IllegalArgumentException("a patience is longer than nothing, not " + longest);
        }
        return new FolderPublisher(folder, longest);
    }

    /**
     * {@inheritDoc}
     *
     * @throws RepositoryException with reason {@code STORAGE} if a file cannot be read or written
     */
    @Override
    public Publication publish(PullRequestDraft draft) {
        RepoPath name = nameOf(draft.repository(), draft.ruleId(), draft.release());
        Path body = folder.resolve(name.value() + ".md");
        Path metadata = folder.resolve(name.value() + METADATA);
        try {
            return FolderLock.on(folder, patience).during(() -> publish(draft, body, metadata));
        } catch (IOException | DirectoryIteratorException e) {
            throw failure(draft, body, e);
        }
    }

    private static Publication publish(PullRequestDraft draft, Path body, Path metadata) throws IOException {
        Optional<Metadata> known = read(metadata);
        if (known.filter(Metadata::isClosed).isPresent()) {
            return closed(metadata);
        }
        Files.createDirectories(metadata.toAbsolutePath().getParent());
        boolean written = StoredFile.at(body).write(draft.text().body());
        written |= supersedeOthers(draft, metadata);
        written |= StoredFile.at(metadata).write(Metadata.open(draft).text());
        String location = body.toString();
        if (known.filter(Metadata::isOpen).isEmpty()) {
            return new Publication.Opened(location);
        }
        return written ? new Publication.Updated(location) : new Publication.Unchanged(location);
    }

    @Override
    public Optional<Publication.Declined> declines(RepositoryId repository, String ruleId, Release release) {
        Path metadata = folder.resolve(nameOf(repository, ruleId, release).value() + METADATA);
        try {
            return read(metadata).filter(Metadata::isClosed).map(known -> closed(metadata));
        } catch (IOException e) {
            throw new RepositoryException(
                    RepositoryException.Reason.STORAGE, metadata + " could not be read (" + e + "); run again", e);
        }
    }

    @Override
    public void withdraw(RepositoryId repository, String ruleId, BranchTip head) {
        Path rule = folder.resolve(folderOf(repository, ruleId).value());
        try {
            if (Files.isDirectory(rule)) {
                FolderLock.on(folder, patience).during(() -> withdrawn(rule, head));
            }
        } catch (IOException | DirectoryIteratorException e) {
            throw new RepositoryException(
                    RepositoryException.Reason.STORAGE,
                    "the pull request from " + head.branch() + " below " + rule + " could not be withdrawn (" + e
                            + "); run again",
                    e);
        }
    }

    private static boolean withdrawn(Path rule, BranchTip head) throws IOException {
        boolean written = false;
        for (Path file : metadataIn(rule)) {
            Optional<Metadata> open = read(file).filter(Metadata::isOpen).filter(known -> known.isOf(head.branch()));
            if (open.isPresent()) {
                written |= StoredFile.at(file).write(open.get().withdrawn().text());
            }
        }
        return written;
    }

    private static Publication.Declined closed(Path metadata) {
        return new Publication.Declined("a person closed it: " + metadata + " says so");
    }

    private static boolean supersedeOthers(PullRequestDraft draft, Path metadata) throws IOException {
        boolean written = false;
        for (Path file : metadataIn(metadata.toAbsolutePath().resolveSibling(""))) {
            Optional<Metadata> other = read(file).filter(Metadata::isOpen);
            if (other.isPresent() && !file.getFileName().equals(metadata.getFileName())) {
                String superseded = other.get().supersededBy(draft.release()).text();
                written |= StoredFile.at(file).write(superseded);
            }
        }
        return written;
    }

    private static List<Path> metadataIn(Path rule) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(rule, "*" + METADATA)) {
            files.forEach(found::add);
        }
        return found;
    }

    private static Optional<Metadata> read(Path file) throws IOException {
        return StoredFile.at(file).read().map(Metadata::new);
    }

    private static RepoPath nameOf(RepositoryId repository, String ruleId, Release release) {
        return RepoPath.of(folderOf(repository, ruleId).value() + "/" + holdable(release.label()));
    }

    private static RepoPath folderOf(RepositoryId repository, String ruleId) {
        return RepoPath.of(Stream.of(repository.owner(), repository.name(), ruleId)
                .map(FolderPublisher::holdable)
                .collect(Collectors.joining("/")));
    }

    /** Two names never become one file: a rule's id is unique among all repositories. */
    private static String holdable(String segment) {
        return RepoPath.problemOf(segment).isEmpty() ? segment : "_" + segment + "_";
    }

    private static RepositoryException failure(PullRequestDraft draft, Path file, Exception cause) {
        return new RepositoryException(
                RepositoryException.Reason.STORAGE,
                "the pull request of rule " + draft.ruleId() + " to " + draft.repository() + " could not be stored as "
                        + file + " (" + cause + "); see that its folder can be written and has room, and run again",
                cause);
    }
}
