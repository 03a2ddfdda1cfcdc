package io.agent33.sync.benchmarks;

import io.agent33.sync.core.markdown.MarkdownText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
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

/** All Markdown of a folder: our reading, and the library's bare one beside it. {@code -p folder=/path/to/agent33}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class MarkdownBenchmark {
    @Param(".")
    public String folder;

    private final List<String> texts = new ArrayList<>();

    private final Parser bare = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .build();

    @Setup
    public void read() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".md")).toList()) {
                texts.add(Files.readString(file));
            }
        }
    }

    @Benchmark
    public void ours(Blackhole sink) {
        texts.forEach(text -> sink.consume(MarkdownText.parse(text)));
    }

    @Benchmark
    public void bare(Blackhole sink) {
        texts.forEach(text -> sink.consume(bare.parse(text)));
    }
}
