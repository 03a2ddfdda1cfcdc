package io.agent33.sync.it.quarter;

import io.agent33.sync.it.Command;
import io.agent33.sync.it.corpus.Corpus;
import io.agent33.sync.testkit.memory.MemoryCommit;
import io.agent33.sync.testkit.memory.MemoryUpstream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of the real corpus below {@code core/}, release by release, as a checkout by plain git has them. */
final class Releases {
    private final List<Map<String, String>> contents = new ArrayList<>();
    private final Map<String, Map<String, String>> found = new HashMap<>();

    private Releases() {}

    static Releases read(Path folder) {
        Path bare = Corpus.clone(folder);
        Releases releases = new Releases();
        for (String tag : Corpus.RELEASES) {
            Path checkout = folder.resolve(tag);
            try {
                Files.createDirectory(checkout);
                Command.git(bare, "--work-tree=" + checkout, "read-tree", "--empty");
                Command.git(bare, "--work-tree=" + checkout, "read-tree", "-u", "--reset", tag);
                releases.contents.add(files(checkout));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return releases;
    }

    private static Map<String, String> files(Path checkout) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(checkout.resolve("core"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(checkout.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    static String label(int release) {
        return Corpus.RELEASES.get(release);
    }

    /** Path below a folder to content. */
    Map<String, String> below(String folder, int release) {
        return new TreeMap<>(found.computeIfAbsent(folder + "@" + release, key -> search(folder, release)));
    }

    private Map<String, String> search(String folder, int release) {
        Map<String, String> files = new TreeMap<>();
        contents.get(release).forEach((path, content) -> {
            if (path.startsWith(folder + "/")) {
                files.put(path.substring(folder.length() + 1), content);
            }
        });
        return files;
    }

    /** Makes it the upstream's latest. */
    void tag(MemoryUpstream upstream, int release) {
        Map<String, String> before = release == 0 ? Map.of() : contents.get(release - 1);
        Map<String, String> now = contents.get(release);
        MemoryCommit commit = upstream.commit("Release " + label(release));
        now.forEach((path, content) -> {
            if (!content.equals(before.get(path))) {
                commit.file(path, content);
            }
        });
        before.keySet().stream().filter(path -> !now.containsKey(path)).forEach(commit::delete);
        commit.tag(label(release));
    }
}
