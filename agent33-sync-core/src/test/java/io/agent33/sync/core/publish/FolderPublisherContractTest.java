package io.agent33.sync.core.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.agent33.sync.api.publish.PullRequestPublisher;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.testkit.contract.PullRequestPublisherContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** The folder owes what every publisher owes. */
class FolderPublisherContractTest extends PullRequestPublisherContract {
    @TempDir
    Path folder;

    @Override
    protected PullRequestPublisher publisher() {
        return FolderPublisher.to(folder);
    }

    @Override
    protected PullRequestPublisher nextPublisher() {
        return FolderPublisher.to(folder);
    }

    @Override
    protected List<String> open(RepositoryId repository) {
        try (Stream<Path> files = Files.walk(folder.resolve(repository.value()))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .filter(file -> yaml(file).get("state").textValue().equals("open"))
                    .map(file -> yaml(file).get("title").textValue() + "\n\n" + body(file))
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

    private static String body(Path metadata) {
        try {
            String name = metadata.getFileName().toString();
            return Files.readString(metadata.resolveSibling(name.replaceAll("yaml$", "md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
