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
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * All files below a folder, named by {@code -p folder=…}, through checks that have seen none of them, and beside that a bare parse of
 * its Markdown by commonmark-java: the five checks together are to take 2.5 times as long at most. {@code -prof gc} adds what they
 * allocate.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ChecksBenchmark {
    private static final SecretScanner SECRETS = SecretScanner.builtIn();
    private static final PluginCalls PLUGINS = new PluginCalls(Duration.ofSeconds(30));

    /** A working tree of the corpus, or any other folder of texts. */
    @Param("docs")
    public String folder;

    /** How many files are made of the folder's; 0 for those that it has. */
    @Param({"0", "5000"})
    public int files;

    private final Parser bare =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private List<String> texts = List.of();
    private ValidationContext context = context(FolderFiles.none());

    @Setup(Level.Trial)
    public void read() throws IOException {
        FolderFiles read = FolderFiles.below(Path.of(folder));
        FolderFiles used = files == 0 ? read : read.copied(files);
        context = context(used);
        texts = used.markdown();
        System.out.println(used + ", of which " + texts.size() + " are Markdown");
        run(Set.of(Check.values())).forEach(result -> System.out.println(result.title() + ": " + result.details()));
    }

    @Benchmark
    public void bare(Blackhole sink) {
        texts.forEach(text -> sink.consume(bare.parse(text)));
    }

    @Benchmark
    public List<CheckResult> allFive() {
        return run(Set.of(Check.values()));
    }

    @Benchmark
    public List<CheckResult> links() {
        return run(Set.of(Check.LINK_INTEGRITY));
    }

    @Benchmark
    public List<CheckResult> schemas() {
        return run(Set.of(Check.SCHEMA_CHECK));
    }

    @Benchmark
    public List<CheckResult> secrets() {
        return run(Set.of(Check.SECRET_SCAN));
    }

    @Benchmark
    public List<CheckResult> versions() {
        return run(Set.of(Check.VERSION_TAG));
    }

    private List<CheckResult> run(Set<Check> wanted) {
        Validation wishes = Validation.defaults();
        for (Check check : Check.values()) {
            wishes = wishes.with(check, wanted.contains(check) ? Severity.FAIL : Severity.OFF);
        }
        return new Checks(SECRETS, LinkReader.keeping(), Map.of(), PLUGINS).run(context, "", wishes);
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
