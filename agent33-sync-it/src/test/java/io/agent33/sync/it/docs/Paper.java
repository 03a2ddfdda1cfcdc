package io.agent33.sync.it.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The project's own files, as a newcomer's clone has them. Surefire runs each module in the module's folder. */
final class Paper {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    private Paper() {}

    static Path at(String path) {
        return ROOT.resolve(path);
    }

    static String read(String path) {
        return read(at(path));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The modules of the build, in the order of the root's pom. */
    static List<String> modules() {
        return MODULE.matcher(read("pom.xml"))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** The code blocks of a page that are marked with a language. */
    static List<String> blocks(String path, String language) {
        Matcher block = Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$").matcher(read(path));
        return block.results().map(found -> found.group(1)).toList();
    }

    /** Every page of the project: those in its root, of its examples, and those below {@code docs}. */
    static List<String> pages() {
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> examples = Files.list(at("examples"));
                Stream<Path> docs = Files.walk(at("docs"))) {
            return Stream.of(top, examples, docs)
                    .flatMap(files -> files)
                    .map(file -> ROOT.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
