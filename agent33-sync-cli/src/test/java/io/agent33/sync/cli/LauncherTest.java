package io.agent33.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script, in a checkout that has nothing but itself and a jar that leads to the tests' class path. */
@Tag("thorough")
class LauncherTest {
    private static final String[] REFUSED = {"run", "--upstream=a b", "--downstream-url=it's $HOME"};

    /** Has its archive of classes, which takes seconds to make. */
    @TempDir
    private static Path used;

    private static Path usedScript;

    @TempDir
    private Path temporary;

    private Path cache;
    private Path script;

    @BeforeAll
    static void use() throws IOException {
        usedScript = checkOut(used);
        build(usedScript);
        run(used.resolve("cache"), usedScript, REFUSED);
    }

    @BeforeEach
    void begin() throws IOException {
        script = checkOut(temporary);
        cache = temporary.resolve("cache");
    }

    private static Path checkOut(Path folder) throws IOException {
        Path script = folder.resolve("a check out/bin/agent33-sync");
        Files.createDirectories(script.getParent());
        Files.copy(Path.of("..", "bin", "agent33-sync"), script);
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script;
    }

    @Test
    void itRunsTheJarOfItsOwnCheckout() throws IOException {
        build(script);

        var result = run(cache, script, "--version");

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).startsWith("agent33-sync ");
    }

    @Test
    void itPassesArgumentsAndStatusOn() {
        var result = run(used.resolve("cache"), usedScript, REFUSED);

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("found \"it's $HOME\"");
    }

    @Test
    void itFindsItsCheckoutThroughLinks() throws IOException {
        build(script);
        Path first = Files.createSymbolicLink(temporary.resolve("first"), Path.of("a check out/bin/agent33-sync"));
        Path second = Files.createSymbolicLink(temporary.resolve("second"), first);

        assertThat(run(cache, second, "--version").out()).startsWith("agent33-sync ");
    }

    @Test
    void withoutAJarItSaysHowToBuildOne() {
        var result = run(cache, script, "--version");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("not built yet", "mvn -f");
    }

    @Test
    void itMakesOneArchiveForABuild() throws IOException {
        List<Path> made = archives();
        FileTime when = Files.getLastModifiedTime(made.get(0));

        run(used.resolve("cache"), usedScript, REFUSED);

        assertThat(archives()).hasSize(1).isEqualTo(made);
        assertThat(made.get(0)).isNotEmptyFile();
        assertThat(Files.getLastModifiedTime(made.get(0))).isEqualTo(when);
    }

    @Test
    void itRunsAllTheSameWithAnArchiveThatDoesNotFit() throws IOException {
        Path archive = cache.resolve(
                used.resolve("cache").relativize(archives().get(0)).toString());
        Files.createDirectories(archive.getParent());
        Files.writeString(archive, "no archive");

        var result = run(cache, usedScript, REFUSED);

        assertThat(archive).hasContent("no archive");
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("agent33-sync").contains("found \"it's $HOME\"");
    }

    @Test
    void helpDoesNotWaitForAnArchive() throws IOException {
        build(script);

        assertThat(run(cache, script, "run", "--help").out()).contains("--downstream-url");
        assertThat(cache).doesNotExist();
    }

    @Test
    void itRunsAllTheSameWithoutACacheFolder() throws IOException {
        build(script);
        Files.writeString(cache, "a file");

        assertThat(run(cache, script, REFUSED).err()).contains("found \"it's $HOME\"");
    }

    private static List<Path> archives() throws IOException {
        try (var paths = Files.list(used.resolve("cache/agent33-sync/java"))) {
            return paths.toList();
        }
    }

    private static void build(Path script) throws IOException {
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

    private static Cli.Result run(Path cache, Path command, String... arguments) {
        var all = new ArrayList<>(List.of(command.toString()));
        all.addAll(List.of(arguments));
        var builder = new ProcessBuilder(all);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("XDG_CACHE_HOME", cache.toString());
        return Cli.finished(builder, cache.getParent());
    }
}
