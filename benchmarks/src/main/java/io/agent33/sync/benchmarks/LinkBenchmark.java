package io.agent33.sync.benchmarks;

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
import io.agent33.sync.core.transform.TransformChain;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * All text files of a folder that is laid out as the corpus ({@code -p folder=…}), of which {@code core/orchestrator/} is
 * delivered to {@code docs/agent33/orchestrator/}: each transform of links, with every text read anew. Prints how many bytes they are.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class LinkBenchmark implements Delivered, UpstreamFiles {
    private static final String FROM = "core/orchestrator";
    private static final String TO = "docs/agent33/orchestrator";

    @Param(".")
    public String folder;

    private final List<Document> documents = new ArrayList<>();
    private final Set<String> paths = new HashSet<>();
    private final LinkReader kept = LinkReader.keeping();

    private final TransformContext context = new TransformContext(
            "docs",
            RepositoryId.of("agent33/agent33"),
            RepositoryId.of("org/webapp"),
            new Release("2.8.0", ObjectId.of("1".repeat(40)), Optional.of("v2.8.0")),
            Map.of(),
            this,
            this);

    @Setup
    public void read() throws IOException {
        Path root = Path.of(folder);
        long bytes = 0;
        try (Stream<Path> all = Files.walk(root.resolve("core"))) {
            for (Path file : all.toList()) {
                String path = root.relativize(file).toString();
                paths.add(path);
                if (Files.isRegularFile(file)) {
                    bytes += Files.size(file);
                    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                    documents.add(new Document(path, RepoPath.of("docs/agent33/" + path.substring(5)), text));
                }
            }
        }
        System.out.printf("%d files, %.2f MB%n", documents.size(), bytes / 1e6);
    }

    @Benchmark
    public void parse(Blackhole sink) {
        LinkReader reader = LinkReader.keepingNothing();
        documents.forEach(document -> sink.consume(reader.read(document.source(), document.text())));
    }

    @Benchmark
    public void strip(Blackhole sink) {
        apply(LinkReader.keepingNothing(), sink, strip());
    }

    @Benchmark
    public void rewrite(Blackhole sink) {
        apply(LinkReader.keepingNothing(), sink, rewrite());
    }

    @Benchmark
    public void both(Blackhole sink) {
        apply(LinkReader.keepingNothing(), sink, strip(), rewrite());
    }

    /** As for a second downstream: what was read is kept. */
    @Benchmark
    public void bothAgain(Blackhole sink) {
        apply(kept, sink, strip(), rewrite());
    }

    private void apply(LinkReader reader, Blackhole sink, TransformStep... steps) {
        PluginCalls plugins = new PluginCalls(Duration.ofSeconds(1));
        TransformChain chain = TransformChain.of(List.of(steps), reader, Map.of(), plugins);
        documents.forEach(document -> sink.consume(chain.apply(document, context)));
    }

    private static TransformStep strip() {
        return new TransformStep("strip_internal_links", Map.of());
    }

    private static TransformStep rewrite() {
        return new TransformStep("rewrite_paths", Map.of("from", "core/", "to", "docs/agent33/"));
    }

    @Override
    public Optional<RepoPath> file(String source) {
        return isDelivered(source) ? Optional.of(RepoPath.of(TO + source.substring(FROM.length()))) : Optional.empty();
    }

    @Override
    public Optional<String> folder(String source) {
        return isDelivered(source) ? Optional.of(TO + source.substring(FROM.length())) : Optional.empty();
    }

    @Override
    public Optional<String> source(String target) {
        return target.startsWith(TO + "/") ? Optional.of(FROM + target.substring(TO.length())) : Optional.empty();
    }

    @Override
    public boolean reaches(String target) {
        return source(target).filter(paths::contains).isPresent();
    }

    private boolean isDelivered(String source) {
        return paths.contains(source) && (source + "/").startsWith(FROM + "/");
    }

    @Override
    public boolean has(String path) {
        return paths.contains(path);
    }

    @Override
    public boolean everHad(String path) {
        return paths.contains(path);
    }

    @Override
    public Optional<String> text(String path) {
        return Optional.empty();
    }
}
