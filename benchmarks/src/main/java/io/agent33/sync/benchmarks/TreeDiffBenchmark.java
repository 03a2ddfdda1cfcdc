package io.agent33.sync.benchmarks;

import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.core.tree.TreeDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Five changed files among 10,000: the time must follow the five. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class TreeDiffBenchmark {
    private FileTree before;
    private FileTree after;

    @Setup
    public void build() {
        LargeUpstream upstream = new LargeUpstream();
        before = upstream.tree(LargeUpstream.FIRST);
        after = upstream.tree(LargeUpstream.SECOND);
    }

    @Benchmark
    public List<String> between() {
        List<String> paths = new ArrayList<>();
        TreeDiff.between(before, after, paths::add);
        return paths;
    }
}
