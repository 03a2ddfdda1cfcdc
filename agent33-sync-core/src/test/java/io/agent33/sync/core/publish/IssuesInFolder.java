package io.agent33.sync.core.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.agent33.sync.api.monitor.IssueTracker;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.testkit.contract.IssueHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Issues as files, and people with an editor. */
record IssuesInFolder(Path folder) implements IssueHost {
    @Override
    public IssueTracker open() {
        return FolderIssueTracker.in(folder);
    }

    @Override
    public List<Shown> issues(RepositoryId repository) {
        return openIn(repository).stream().map(IssuesInFolder::shown).toList();
    }

    private static Shown shown(Path metadata) {
        JsonNode yaml = yaml(metadata);
        List<String> labels = new ArrayList<>();
        yaml.get("labels").forEach(label -> labels.add(label.textValue()));
        return new Shown(yaml.get("title").textValue(), read(body(metadata)), labels);
    }

    @Override
    public void close(RepositoryId repository, String key) {
        Path metadata = existing(repository, key);
        write(metadata, read(metadata).replace("state: \"open\"", "state: closed"));
    }

    @Override
    public void edit(RepositoryId repository, String key, String body) {
        write(body(existing(repository, key)), body);
    }

    private Path existing(RepositoryId repository, String key) {
        return openIn(repository).stream()
                .filter(file -> yaml(file).get("key").textValue().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private List<Path> openIn(RepositoryId repository) {
        Path place = folder.resolve(repository.value());
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> yaml(file).get("state").textValue().equals("open"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode yaml(Path file) {
        try {
            return new YAMLMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path body(Path metadata) {
        return metadata.resolveSibling(metadata.getFileName().toString().replaceAll("yaml$", "md"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
