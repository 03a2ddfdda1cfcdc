package io.agent33.sync.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which build of the command this is: its jars, by name, size, time and place on the disk, and the Java that runs them. */
final class CodeIdentity {
    private CodeIdentity() {}

    /** Empty if the command does not run from its jar. */
    static Optional<String> ofProcess() {
        try {
            CodeSource source = CodeIdentity.class.getProtectionDomain().getCodeSource();
            return source == null
                    ? Optional.empty()
                    : of(Path.of(source.getLocation().toURI()));
        } catch (IOException | URISyntaxException | RuntimeException e) {
            return Optional.empty();
        }
    }

    static Optional<String> of(Path jar) throws IOException {
        Path libraries = jar.resolveSibling("lib");
        if (!Files.isRegularFile(jar) || !Files.isDirectory(libraries)) {
            return Optional.empty();
        }
        StringBuilder identity = new StringBuilder(System.getProperty("java.vm.version", ""));
        try (Stream<Path> files = Files.list(libraries)) {
            List<Path> all = Stream.concat(Stream.of(jar), files.sorted()).toList();
            for (Path file : all) {
                BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
                identity.append('\n')
                        .append(file)
                        .append(' ')
                        .append(facts.size())
                        .append(' ')
                        .append(facts.lastModifiedTime())
                        .append(' ')
                        .append(facts.fileKey());
            }
        }
        return Optional.of(identity.toString());
    }
}
