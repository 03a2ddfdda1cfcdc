package io.agent33.sync.benchmarks;

import io.agent33.sync.SyncEngine;
import io.agent33.sync.api.report.SyncPlan;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.testkit.memory.MemoryDownstreams;
import io.agent33.sync.testkit.memory.RecordingPublisher;
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

/** The plan for one downstream and 10,000 files, without any disk. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class PlanBenchmark {
    private SyncEngine fresh;
    private SyncEngine merged;

    @Setup
    public void build() {
        fresh = engine(MemoryDownstreams.of("org/api"));
        MemoryDownstreams delivered = MemoryDownstreams.of("org/api");
        merged = engine(delivered);
        merged.run(SyncTrigger.release(LargeUpstream.FIRST));
        delivered.get("org/api").merge("agent33-sync/" + LargeUpstream.FIRST + "/docs");
    }

    private static SyncEngine engine(MemoryDownstreams downstreams) {
        SyncRule rule = SyncRule.builder("docs")
                .source("core/**")
                .targetRepo("org/api")
                .targetPath("docs")
                .frequency(Frequency.ON_RELEASE)
                .build();
        return SyncEngine.builder()
                .upstream(new LargeUpstream().repository())
                .downstreams(downstreams)
                .rules(RuleSource.of(rule))
                .publisher(new RecordingPublisher())
                .build();
    }

    @Benchmark
    public SyncPlan everything() {
        return fresh.plan(SyncTrigger.release(LargeUpstream.FIRST));
    }

    @Benchmark
    public SyncPlan nothing() {
        return merged.plan(SyncTrigger.release(LargeUpstream.FIRST));
    }

    @Benchmark
    public SyncPlan fiveFiles() {
        return merged.plan(SyncTrigger.release(LargeUpstream.SECOND));
    }
}
