package io.agent33.sync.it.references;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agent33.sync.it.references.PlainVerdict.End;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A checkout, walked file by file, with what its references lead to. */
public final class PlainTree {
    private final Map<String, Optional<String>> files = new TreeMap<>();
    private final Set<String> folders = new HashSet<>(Set.of(""));
    private final PlainReadings readings;

    private PlainTree(PlainReadings readings) {
        this.readings = readings;
    }

    /** A tree without files. */
    static PlainTree empty() {
        return new PlainTree(new PlainReadings());
    }

    /** All files of a folder but those of git. */
    public static PlainTree of(Path folder, PlainReadings readings) {
        PlainTree tree = new PlainTree(readings);
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile).forEach(file -> {
                String path = folder.relativize(file).toString();
                if (!path.equals(".git") && !path.startsWith(".git/")) {
                    tree.add(path, text(file));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tree;
    }

    /** One file more; without a text if it is binary. */
    PlainTree add(String path, Optional<String> text) {
        files.put(path, text);
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            folders.add(path.substring(0, slash));
        }
        return this;
    }

    /** How many files there are below a folder. */
    public long files(String folder) {
        return files.keySet().stream().filter(path -> path.startsWith(folder)).count();
    }

    /** Every reference of every text file below a folder. */
    public List<PlainVerdict> below(String folder) {
        List<PlainVerdict> verdicts = new ArrayList<>();
        files.forEach((path, text) -> {
            if (path.startsWith(folder) && text.isPresent()) {
                readings.references(path, text.get())
                        .forEach(each -> verdicts.add(new PlainVerdict(path, each, end(path, each))));
            }
        });
        return verdicts;
    }

    private End end(String file, PlainReference reference) {
        String destination = reference.destination();
        return switch (reference.kind()) {
            case ADDRESS -> End.WEB;
            case MENTION -> mention(file, destination);
            default ->
                destination.matches("(?s)\\[.*|(?i)[a-z][a-z0-9+.-]*:.*|//.*") ? End.WEB : link(file, destination);
        };
    }

    private End mention(String file, String destination) {
        String path = destination.replaceFirst("#.*$", "");
        boolean there = there(resolved("", path)) || there(resolved(folder(file), path));
        return there ? End.THERE : End.NO_NAME;
    }

    private End link(String file, String destination) {
        int hash = destination.indexOf('#');
        String fragment = hash < 0 ? "" : decoded(destination.substring(hash + 1));
        String path = decoded((hash < 0 ? destination : destination.substring(0, hash)).replaceFirst("[?].*$", ""));
        Optional<String> target =
                path.isEmpty() ? Optional.of(file) : resolved(path.startsWith("/") ? "" : folder(file), path);
        if (!there(target)) {
            return End.NO_PATH;
        }
        return fragment.isEmpty() || hasAnchor(target.orElseThrow(), fragment) ? End.THERE : End.NO_ANCHOR;
    }

    private boolean there(Optional<String> path) {
        return path.isPresent() && (files.containsKey(path.get()) || folders.contains(path.get()));
    }

    private boolean hasAnchor(String target, String fragment) {
        String file = folders.contains(target) ? (target.isEmpty() ? "" : target + "/") + "README.md" : target;
        Optional<String> text = files.getOrDefault(file, Optional.empty());
        if (text.isEmpty()) {
            return files.containsKey(file);
        }
        if (!PlainReader.isMarkdown(file)) {
            return fragment.matches("L\\d+(?:C\\d+)?(?:-L\\d+(?:C\\d+)?)?");
        }
        return readings.anchors(text.get()).contains(fragment);
    }

    /** Empty if it leads out of the repository. */
    private static Optional<String> resolved(String folder, String path) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : (folder + "/" + path).split("/")) {
            if (segment.equals("..") && segments.pollLast() == null) {
                return Optional.empty();
            }
            if (!segment.isEmpty() && !segment.equals(".") && !segment.equals("..")) {
                segments.addLast(segment);
            }
        }
        return Optional.of(String.join("/", segments));
    }

    private static String folder(String file) {
        return file.contains("/") ? file.substring(0, file.lastIndexOf('/')) : "";
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static Optional<String> text(Path file) {
        try {
            String text = UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return text.indexOf(0) >= 0 ? Optional.empty() : Optional.of(text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
