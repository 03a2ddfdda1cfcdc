package io.agent33.sync.benchmarks;

import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.rule.Severity;
import io.agent33.sync.api.rule.Validation;
import io.agent33.sync.api.validate.Check;
import io.agent33.sync.api.validate.CheckResult;
import io.agent33.sync.api.validate.ValidationContext;
import io.agent33.sync.core.link.LinkReader;
import io.agent33.sync.core.plugin.PluginCalls;
import io.agent33.sync.core.validate.Checks;
import io.agent33.sync.core.validate.secret.SecretScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * All files below a folder, named by {@code -p folder=…}, delivered as they are and checked for broken links: by a fresh check, and by
 * one that has seen them for another downstream. Prints how many bytes they are and what was found.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class LinkCheckBenchmark {
    private static final SecretScanner SECRETS = SecretScanner.builtIn();
    private static final PluginCalls PLUGINS = new PluginCalls(Duration.ofSeconds(30));

    /** A working tree of the corpus, or any other folder of texts. */
    @Param("docs")
    public String folder;

    private final Validation linksAlone = Validation.defaults()
            .with(Check.CHECKSUM, Severity.OFF)
            .with(Check.SCHEMA_CHECK, Severity.OFF)
            .with(Check.SECRET_SCAN, Severity.OFF)
            .with(Check.VERSION_TAG, Severity.OFF);

    private final Checks known = checks();
    private ValidationContext context = context(FolderFiles.none());

    @Setup(Level.Trial)
    public void read() throws IOException {
        FolderFiles files = FolderFiles.below(Path.of(folder));
        context = context(files);
        System.out.printf("%s, %s%n", files, run(known).details());
    }

    @Benchmark
    public CheckResult firstDownstream() {
        return run(checks());
    }

    @Benchmark
    public CheckResult nextDownstream() {
        return run(known);
    }

    private CheckResult run(Checks checks) {
        return checks.run(context, "", linksAlone).get(Check.LINK_INTEGRITY.ordinal());
    }

    private static Checks checks() {
        return new Checks(SECRETS, LinkReader.keeping(), Map.of(), PLUGINS);
    }

    private static ValidationContext context(FolderFiles files) {
        return new ValidationContext(
                "docs",
                RepositoryId.of("agent33/agent33"),
                RepositoryId.of("org/webapp"),
                new Release("1.0.0", ObjectId.none(), Optional.empty()),
                List.copyOf(files.delivered()),
                files,
                files,
                files);
    }
}
