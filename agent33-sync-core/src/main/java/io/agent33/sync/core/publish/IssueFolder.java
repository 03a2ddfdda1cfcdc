package io.agent33.sync.core.publish;

import io.agent33.sync.api.monitor.Issue;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.RepositoryId;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The issues of one repository, each two files with its number. */
final class IssueFolder {
    private static final Pattern METADATA = Pattern.compile("[1-9][0-9]{0,8}\\.yaml");

    private final Path folder;
    private final String name;

    private IssueFolder(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    static IssueFolder below(Path root, RepositoryId repository) {
        return new IssueFolder(
                root.resolve(holdable(repository.owner())).resolve(holdable(repository.name())), repository.name());
    }

    private static String holdable(String segment) {
        return RepoPath.problemOf(segment).isEmpty() ? segment : "_" + segment + "_";
    }

    /** One that lies there. */
    record Stored(int number, IssueMetadata metadata) {
        boolean isOpen() {
            return metadata.isOpen();
        }
    }

    /** The open one with a key, else the last one. */
    Optional<Stored> latest(String key) throws IOException {
        Optional<Stored> last = Optional.empty();
        for (int number : numbers().descendingSet()) {
            Optional<Stored> found = StoredFile.at(metadata(number))
                    .read()
                    .map(text -> new Stored(number, new IssueMetadata(text)))
                    .filter(stored -> stored.metadata().isOf(key));
            if (found.filter(Stored::isOpen).isPresent()) {
                return found;
            }
            last = last.or(() -> found);
        }
        return last;
    }

    int nextNumber() throws IOException {
        NavigableSet<Integer> numbers = numbers();
        return numbers.isEmpty() ? 1 : numbers.last() + 1;
    }

    /** Returns whether anything had to be written. */
    boolean write(int number, String body, IssueMetadata metadata) throws IOException {
        Files.createDirectories(folder);
        boolean written = StoredFile.at(body(number)).write(body);
        return StoredFile.at(metadata(number)).write(metadata.text()) || written;
    }

    void close(Stored issue, String reason) throws IOException {
        StoredFile.at(metadata(issue.number()))
                .write(issue.metadata().closed(reason).text());
    }

    Issue issue(int number, boolean isOpen) {
        return new Issue(name + "#" + number, body(number).toString(), isOpen);
    }

    private Path body(int number) {
        return folder.resolve(number + ".md");
    }

    private Path metadata(int number) {
        return folder.resolve(number + ".yaml");
    }

    private NavigableSet<Integer> numbers() throws IOException {
        NavigableSet<Integer> numbers = new TreeSet<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.yaml")) {
                for (Path file : files) {
                    String found = file.getFileName().toString();
                    if (METADATA.matcher(found).matches()) {
                        numbers.add(Integer.valueOf(found.replace(".yaml", "")));
                    }
                }
            }
        }
        return numbers;
    }
}
