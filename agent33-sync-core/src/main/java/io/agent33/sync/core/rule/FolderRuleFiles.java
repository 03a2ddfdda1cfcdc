package io.agent33.sync.core.rule;

import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.core.text.OneLine;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A folder of the file system. */
final class FolderRuleFiles implements RuleFiles {
    private final Path folder;

    FolderRuleFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public void visit(UpstreamRepository upstream, Visitor visitor) {
        Walk walk = walked(visitor);
        walk.found.forEach((path, attributes) -> show(path, attributes, visitor));
    }

    private Walk walked(Visitor visitor) {
        try {
            // The folder itself may be reached by a link; nothing below it is.
            Path root = folder.toRealPath();
            if (!Files.isDirectory(root)) {
                throw new NotDirectoryException(root.toString());
            }
            Walk walk = new Walk(root, visitor);
            Files.walkFileTree(root, walk);
            return walk;
        } catch (IOException e) {
            throw new ConfigurationException(Objection.of(
                    "no-rules-folder",
                    OneLine.of(folder.toString()),
                    "a folder with rules that can be read",
                    e.getClass().getSimpleName(),
                    "create it, or name another source of rules"));
        }
    }

    private void show(String path, BasicFileAttributes attributes, Visitor visitor) {
        Path file = folder.resolve(path);
        String name = OneLine.of(file.toString());
        if (attributes.isRegularFile()) {
            visitor.file(name, () -> Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS));
        } else {
            String found = attributes.isSymbolicLink() ? "a symbolic link" : "something else";
            visitor.refused(RuleFiles.notAFile(name, found));
        }
    }

    /** Collects what is named like a rule file, by its path from the folder. */
    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Visitor visitor;
        private final Map<String, BasicFileAttributes> found = new TreeMap<>();
        private int seen;

        Walk(Path root, Visitor visitor) {
            this.root = root;
            this.visitor = visitor;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            boolean archived = !directory.equals(root)
                    && String.valueOf(directory.getFileName()).equals(ARCHIVED);
            return archived ? FileVisitResult.SKIP_SUBTREE : counted();
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (RuleFiles.isYaml(String.valueOf(file.getFileName()))) {
                found.put(relative(file), attributes);
            }
            return counted();
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            visitor.refused(RuleFiles.unreadable(OneLine.of(file.toString()), e));
            return FileVisitResult.CONTINUE;
        }

        private FileVisitResult counted() {
            if (++seen > MAX_FILES) {
                visitor.refused(RuleFiles.tooMany(OneLine.of(root.toString())));
                return FileVisitResult.TERMINATE;
            }
            return FileVisitResult.CONTINUE;
        }

        private String relative(Path file) {
            return StreamSupport.stream(root.relativize(file).spliterator(), false)
                    .map(Path::toString)
                    .collect(Collectors.joining("/"));
        }
    }
}
