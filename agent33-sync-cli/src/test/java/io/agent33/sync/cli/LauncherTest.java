package io.agent33.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script, in a checkout that has nothing but itself and a jar that leads to the tests' class path. */
class LauncherTest {
    @TempDir
    Path temporary;

    private Path script;

    @BeforeEach
    void checkOut() throws IOException {
        script = temporary.resolve("a check out/bin/agent33-sync");
        Files.createDirectories(script.getParent());
        Files.copy(Path.of("..", "bin", "agent33-sync"), script);
        assertThat(script.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void itRunsTheJarOfItsOwnCheckout() throws IOException {
        build();

        var result = run(script, "--version");

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).startsWith("agent33-sync ");
    }

    @Test
    void itPassesArgumentsAndStatusOn() throws IOException {
        build();

        var result = run(script, "run", "--upstream=a b", "--downstream-url=it's $HOME");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("found \"it's $HOME\"");
    }

    @Test
    void itFindsItsCheckoutThroughLinks() throws IOException {
        build();
        Path first = Files.createSymbolicLink(temporary.resolve("first"), Path.of("a check out/bin/agent33-sync"));
        Path second = Files.createSymbolicLink(temporary.resolve("second"), first);

        assertThat(run(second, "--version").out()).startsWith("agent33-sync ");
    }

    @Test
    void withoutAJarItSaysHowToBuildOne() {
        var result = run(script, "--version");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("not built yet", "mvn -f");
    }

    @Test
    void itMakesOneArchiveForABuild() throws IOException {
        build();

        var first = run(script, "run", "--upstream=a b", "--downstream-url=nowhere");
        var made = archives();
        var second = run(script, "run", "--upstream=a b", "--downstream-url=nowhere");

        assertThat(first.err()).isEqualTo(second.err()).contains("found \"nowhere\"");
        assertThat(first.out()).isEqualTo(second.out()).isEmpty();
        assertThat(archives()).hasSize(1).isEqualTo(made);
    }

    @Test
    void itRunsAllTheSameWithAnArchiveThatDoesNotFit() throws IOException {
        build();
        run(script, "run");
        var archive = archives().get(0);
        Files.delete(archive);
        Files.writeString(archive, "no archive");

        var result = run(script, "run", "--upstream=a b", "--downstream-url=nowhere");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("agent33-sync").contains("found \"nowhere\"");
    }

    @Test
    void helpDoesNotWaitForAnArchive() throws IOException {
        build();

        assertThat(run(script, "run", "--help").out()).contains("--downstream-url");
        assertThat(temporary.resolve("cache")).doesNotExist();
    }

    @Test
    void itRunsAllTheSameWithoutACacheFolder() throws IOException {
        build();
        Files.writeString(temporary.resolve("cache"), "a file");

        assertThat(run(script, "run", "--upstream=a b", "--downstream-url=nowhere")
                        .err())
                .contains("found \"nowhere\"");
    }

    private List<Path> archives() throws IOException {
        try (var paths = Files.list(temporary.resolve("cache/agent33-sync/java"))) {
            return paths.toList();
        }
    }

    private void build() throws IOException {
        Path jar = script.getParent().resolveSibling("agent33-sync-cli/target/agent33-sync.jar");
        Files.createDirectories(jar.getParent());
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Main.class.getName());
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                                .map(entry -> Path.of(entry).toUri().toString())
                                .collect(Collectors.joining(" ")));
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.finish();
        }
    }

    private Cli.Result run(Path command, String... arguments) {
        var all = new String[arguments.length + 1];
        all[0] = command.toString();
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        var builder = new ProcessBuilder(all);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("XDG_CACHE_HOME", temporary.resolve("cache").toString());
        return Cli.finished(builder, temporary);
    }
}
