package io.agent33.sync.core.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.agent33.sync.api.publish.PullRequestPublisher;
import io.agent33.sync.api.publish.PullRequestText;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.testkit.contract.PublisherHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Pull requests as files, and people with an editor. */
record PullRequestFolder(Path folder) implements PublisherHost {
    @Override
    public PullRequestPublisher open() {
        return FolderPublisher.to(folder);
    }

    @Override
    public List<PullRequestText> pullRequests(RepositoryId repository) {
        return openIn(folder.resolve(repository.value())).stream()
                .map(PullRequestFolder::text)
                .toList();
    }

    private static PullRequestText text(Path metadata) {
        JsonNode yaml = yaml(metadata);
        return new PullRequestText(
                yaml.get("title").textValue(),
                content(body(metadata)),
                strings(yaml.get("labels")),
                strings(yaml.get("reviewers")),
                yaml.get("draft").booleanValue());
    }

    private static List<String> strings(JsonNode list) {
        List<String> strings = new ArrayList<>();
        list.forEach(item -> strings.add(item.textValue()));
        return strings;
    }

    @Override
    public void close(RepositoryId repository, String ruleId) {
        write(metadata(repository, ruleId), "closed");
    }

    @Override
    public void merge(RepositoryId repository, String ruleId) {
        write(metadata(repository, ruleId), "merged");
    }

    private static void write(Path metadata, String state) {
        try {
            Files.writeString(metadata, content(metadata).replace("state: \"open\"", "state: \"" + state + "\""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void edit(RepositoryId repository, String ruleId, String body) {
        try {
            Files.writeString(body(metadata(repository, ruleId)), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path metadata(RepositoryId repository, String ruleId) {
        List<Path> open = openIn(folder.resolve(repository.value()).resolve(ruleId));
        if (open.size() != 1) {
            throw new AssertionError("not one pull request is open: " + open);
        }
        return open.get(0);
    }

    private static List<Path> openIn(Path place) {
        if (Files.notExists(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(place)) {
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

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
