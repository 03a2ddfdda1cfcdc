package io.agent33.sync.benchmarks;

import io.agent33.sync.core.validate.secret.SecretScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/** All files below a folder, named by {@code -p folder=…}, searched for secrets; prints how many bytes they are. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SecretBenchmark {
    /** A working tree of the corpus, or any other folder of texts. */
    @Param("docs")
    public String folder;

    private final SecretScanner scanner = SecretScanner.builtIn();
    private final List<String> texts = new ArrayList<>();

    @Setup
    public void read() throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
                texts.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
        System.out.printf("%d files, %.2f MB%n", texts.size(), bytes / 1e6);
    }

    @Benchmark
    public int scan() {
        int matches = 0;
        for (String text : texts) {
            matches += scanner.scan(text).size();
        }
        return matches;
    }
}
