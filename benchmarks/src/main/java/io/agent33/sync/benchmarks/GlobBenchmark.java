package io.agent33.sync.benchmarks;

import io.agent33.sync.core.glob.Glob;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

/** One glob against 10,000 paths. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class GlobBenchmark {
    /** From the usual to the contrived. */
    @Param({"core/**", "core/**/*.md", "core/*/section{1,2,3}*/**/FILE_[0-9].md", "**/*a*b*c*/**/*e*.md"})
    public String pattern;

    private Glob glob;
    private List<String> paths;

    @Setup
    public void parse() {
        glob = Glob.parse(pattern);
        paths = LargeUpstream.paths();
    }

    @Benchmark
    public int matches() {
        int matches = 0;
        for (String path : paths) {
            matches += glob.matches(path) ? 1 : 0;
        }
        return matches;
    }
}
