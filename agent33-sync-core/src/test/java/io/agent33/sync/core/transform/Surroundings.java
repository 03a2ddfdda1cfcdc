package io.agent33.sync.core.transform;

import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.rule.TransformStep;
import io.agent33.sync.api.transform.Delivered;
import io.agent33.sync.api.transform.Document;
import io.agent33.sync.api.transform.TransformContext;
import io.agent33.sync.api.transform.UpstreamFiles;
import io.agent33.sync.core.link.LinkReader;
import io.agent33.sync.core.plugin.PluginCalls;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An upstream's files, past and present, and where a downstream gets them, for transforms that go by these. */
final class Surroundings implements Delivered, UpstreamFiles {
    private final Map<String, String> delivered = new TreeMap<>();
    private final Map<String, String> texts = new TreeMap<>();
    private final Set<String> present = new HashSet<>();
    private String release = "v2.4.0";
    private final Set<String> past = new HashSet<>();

    Surroundings release(String label) {
        release = label;
        return this;
    }

    Surroundings delivers(String source, String target) {
        delivered.put(source, target);
        return has(List.of(source));
    }

    /** A delivered file, of which others are to know what stands in it. */
    Surroundings delivers(String source, String target, String text) {
        texts.put(source, text);
        return delivers(source, target);
    }

    Surroundings has(List<String> files) {
        files.forEach(file -> add(file, present));
        return this;
    }

    Surroundings had(String file) {
        add(file, past);
        return this;
    }

    private static void add(String file, Set<String> paths) {
        for (String path = file; !path.isEmpty(); path = path.substring(0, Math.max(0, path.lastIndexOf('/')))) {
            paths.add(path);
        }
    }

    TransformContext context() {
        return new TransformContext(
                "docs",
                RepositoryId.of("agent33/agent33"),
                RepositoryId.of("org/webapp"),
                new Release(release.substring(1), ObjectId.of("1".repeat(40)), Optional.of(release)),
                Map.of(),
                this,
                this);
    }

    Document document(String source, String text) {
        return new Document(source, file(source).orElseThrow(), text);
    }

    /** @param steps {@code strip}, {@code core/ > docs/} or {@code stamp} */
    static TransformChain chain(String... steps) {
        return TransformChain.of(
                Arrays.stream(steps).map(Surroundings::step).toList(),
                LinkReader.keeping(),
                Map.of(),
                new PluginCalls(Duration.ofSeconds(1)));
    }

    static TransformStep step(String step) {
        List<String> sides = List.of(step.split(" > ", -1));
        if (sides.size() == 2) {
            return new TransformStep("rewrite_paths", Map.of("from", sides.get(0), "to", sides.get(1)));
        }
        return new TransformStep(step.equals("strip") ? "strip_internal_links" : "stamp_version", Map.of());
    }

    @Override
    public Optional<RepoPath> file(String source) {
        return Optional.ofNullable(delivered.get(source)).map(RepoPath::of);
    }

    @Override
    public Optional<String> folder(String source) {
        Set<Optional<String>> folders = delivered.entrySet().stream()
                .filter(entry -> ("/" + entry.getKey()).startsWith(rooted(source) + "/"))
                .map(entry ->
                        folder(("/" + entry.getKey()).substring(rooted(source).length()), entry.getValue()))
                .collect(Collectors.toSet());
        return folders.size() == 1 ? folders.iterator().next() : Optional.empty();
    }

    private static String rooted(String folder) {
        return folder.isEmpty() ? "" : "/" + folder;
    }

    private static Optional<String> folder(String end, String target) {
        String rooted = "/" + target;
        return rooted.endsWith(end)
                ? Optional.of(
                        rooted.substring(0, rooted.length() - end.length()).replaceFirst("^/", ""))
                : Optional.empty();
    }

    @Override
    public Optional<String> source(String target) {
        return delivered.entrySet().stream()
                .filter(entry -> entry.getValue().equals(target))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public boolean reaches(String target) {
        return delivered.values().stream().anyMatch(it -> it.equals(target) || it.startsWith(target + "/"));
    }

    @Override
    public boolean has(String path) {
        return present.contains(path);
    }

    @Override
    public boolean everHad(String path) {
        return present.contains(path) || past.contains(path);
    }

    @Override
    public Optional<String> text(String path) {
        return Optional.ofNullable(texts.get(path));
    }
}
