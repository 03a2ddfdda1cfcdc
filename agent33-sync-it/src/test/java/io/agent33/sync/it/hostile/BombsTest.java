package io.agent33.sync.it.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.it.Command;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is far too large, too many, too long or too deep ends in a result or in words, with a small heap. */
@Tag("slow")
class BombsTest {
    private static final String RULE = """
            sync_rule:
              id: all
              source: "core/**"
              target_repo: org/webapp
              target_path: docs/
              frequency: on_release
            """;

    @TempDir
    private Path folder;

    private Path upstream;
    private Path downstream;
    private Path rules;

    @BeforeEach
    void repositories() throws IOException {
        upstream = bare("agent33/agent33");
        downstream = bare("org/webapp");
        rules = Files.createDirectories(folder.resolve("rules"));
        Files.writeString(rules.resolve("all.yaml"), RULE);
        release(downstream, "refs/heads/main", "own", new Entry("README.md", "own\n".getBytes(UTF_8)));
    }

    private Path bare(String name) throws IOException {
        Path place = Files.createDirectories(folder.resolve(name + ".git"));
        Command.git(place, "init", "--quiet", "--bare", "--initial-branch=main");
        Command.git(place, "config", "core.fsyncMethod", "batch");
        return place;
    }

    private record Entry(String path, byte[] content) {}

    /** Commits files on main, on top of what is there, by way of git's own importer. */
    private void release(Path repository, String ref, String message, Entry... entries) throws IOException {
        release(repository, message, ref.startsWith("refs/tags/") ? ref : "", out -> {
            for (Entry entry : entries) {
                inline(out, entry.path(), entry.content());
            }
        });
    }

    @FunctionalInterface
    private interface Content {
        void to(OutputStream out) throws IOException;
    }

    private void release(Path repository, String message, String tag, Content content) throws IOException {
        Path stream = folder.resolve("stream");
        boolean born =
                !Command.git(repository, "for-each-ref", "refs/heads/main").isEmpty();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(stream))) {
            line(out, "commit refs/heads/main\ncommitter a <a@b> 1700000000 +0000\ndata " + message.length());
            line(out, message);
            if (born) {
                line(out, "from refs/heads/main^0");
            }
            content.to(out);
            if (!tag.isEmpty()) {
                line(out, "reset " + tag + "\nfrom refs/heads/main\n");
            }
        }
        Command.run(repository, List.of("sh", "-c", "git fast-import --quiet < " + stream));
    }

    private static void line(OutputStream out, String line) throws IOException {
        out.write((line + "\n").getBytes(UTF_8));
    }

    private static void inline(OutputStream out, String path, byte[] content) throws IOException {
        line(out, "M 100644 inline " + path + "\ndata " + content.length);
        out.write(content);
        line(out, "");
    }

    private record Said(int status, String out, String err) {}

    /** The command in a process with so much heap. */
    private Said sync(String heap, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-Duser.home=" + folder,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "io.agent33.sync.cli.Main"));
        command.addAll(List.of(arguments));
        if (!arguments[0].equals("rules")) {
            command.addAll(List.of(
                    "--upstream=" + upstream,
                    "--downstream-url=" + folder + "/{repo}.git",
                    "--rules=" + rules,
                    "--cache=" + folder.resolve("cache")));
        }
        if (arguments[0].equals("run")) {
            command.add("--publish-to=" + folder.resolve("pull-requests"));
        }
        Process process = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        int status = process.waitFor();
        Said said = new Said(status, head("out"), head("err"));
        assertThat(said.out() + said.err()).doesNotContain("OutOfMemory", "StackOverflow", "\tat ");
        return said;
    }

    /** Enough to judge by. */
    private String head(String file) throws IOException {
        try (var in = Files.newInputStream(folder.resolve(file))) {
            return new String(in.readNBytes(1 << 20), UTF_8);
        }
    }

    private void assertDelivered(String heap) throws Exception {
        for (String format : List.of("text", "yaml", "json", "diff")) {
            Said plan = sync(heap, "plan", "--format=" + format);
            assertThat(plan.status()).as(plan.toString()).isZero();
        }
        Said run = sync(heap, "run");
        assertThat(run.status()).as(run.toString()).isZero();
        assertThat(run.out()).contains("1 proposed");
        Command.git(downstream, "fsck", "--strict", "--no-dangling");
    }

    private String branch() {
        return Command.git(downstream, "for-each-ref", "--format=%(refname)", "refs/heads/agent33-sync")
                .strip();
    }

    @Test
    void aHundredThousandFilesAreDelivered() throws Exception {
        int count = 100_000;
        Path file = Files.writeString(folder.resolve("file"), "#\n");
        String blob =
                Command.git(upstream, "hash-object", "-w", file.toString()).strip();
        release(upstream, "many", "refs/tags/v1.0.0", out -> {
            for (int i = 0; i < count; i++) {
                line(out, "M 100644 " + blob + " core/some/folder-" + i / 500 + "/a-file-with-a-name-" + i + ".md");
            }
        });

        assertDelivered("384m");

        assertThat(Command.git(downstream, "ls-tree", "-r", "--name-only", branch(), "docs/")
                        .lines()
                        .count())
                .isEqualTo(count);
    }

    @Test
    void aFileOfHalfAGibibyteIsDelivered() throws Exception {
        long size = 500L << 20;
        Path zeros = folder.resolve("zeros");
        try (var channel = Files.newByteChannel(zeros, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.position(size - 1).write(ByteBuffer.wrap(new byte[1]));
        }
        String blob =
                Command.git(upstream, "hash-object", "-w", zeros.toString()).strip();
        release(upstream, "large", "refs/tags/v1.0.0", out -> {
            line(out, "M 100644 " + blob + " core/large.bin");
            inline(out, "core/a.md", "small\n".getBytes(UTF_8));
        });

        assertDelivered("128m");

        assertThat(Command.git(downstream, "cat-file", "-s", branch() + ":docs/large.bin")
                        .strip())
                .isEqualTo(String.valueOf(size));
    }

    @Test
    void aMillionLinesThatChangeAreDelivered() throws Exception {
        String lines =
                IntStream.range(0, 1_000_000).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());
        release(upstream, "refs/tags/v1.0.0", "first", new Entry("core/a.txt", lines.getBytes(UTF_8)));
        assertThat(sync("128m", "run").status()).isZero();
        Command.git(downstream, "update-ref", "refs/heads/main", branch());
        release(
                upstream,
                "refs/tags/v1.1.0",
                "second",
                new Entry("core/a.txt", lines.replace("5\n", "five\n").getBytes(UTF_8)),
                new Entry(
                        "CHANGELOG.md",
                        lines.replace("line", "- core/a.txt changed at").getBytes(UTF_8)));

        assertDelivered("128m");
    }

    @Test
    void namesOfFourThousandBytesAreDeliveredOrRefusedInWords() throws Exception {
        String long250 = "x".repeat(250);
        String fits = "core/" + String.join("/", Collections.nCopies(14, long250)) + "/fits.md";
        String tooLong = "core/" + String.join("/", Collections.nCopies(16, long250)) + "/too-long.md";
        String deep = "core/" + "d/".repeat(1_990) + "deep.md";
        byte[] content = "x\n".getBytes(UTF_8);
        release(upstream, "refs/tags/v1.0.0", "fits", new Entry(fits, content));
        assertDelivered("128m");
        Command.git(downstream, "update-ref", "refs/heads/main", branch());

        release(upstream, "refs/tags/v1.1.0", "deep", new Entry(deep, content));
        assertThat(sync("128m", "plan").out()).containsPattern("blocked|planned");
        release(upstream, "refs/tags/v1.2.0", "too long", new Entry(tooLong, content));
        release(upstream, "refs/tags/v1.3.0", "one name", new Entry("core/" + "y".repeat(4_000), content));

        Said plan = sync("128m", "plan");
        assertThat(plan.status()).isEqualTo(1);
        assertThat(plan.out()).contains("1 blocked", "longer than");
        assertThat(plan.out().length()).isLessThan(100_000);
    }

    @Test
    void rulesThatAreFarTooLargeOrDeepAreRefusedInWords() throws Exception {
        Files.writeString(rules.resolve("deep.yaml"), "sync_rule: " + "[".repeat(10_000) + "]".repeat(10_000) + "\n");
        Files.writeString(
                rules.resolve("maps.yaml"), "sync_rule: " + "{a: ".repeat(10_000) + "}".repeat(10_000) + "\n");
        Files.writeString(rules.resolve("large.yaml"), "# " + "x".repeat(10 << 20) + "\n" + RULE);
        Files.writeString(
                rules.resolve("aliases.yaml"),
                IntStream.range(0, 100)
                        .mapToObj(i -> "a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(9) + "x]\n")
                        .collect(Collectors.joining()));

        Said check = sync("64m", "rules", "check", "--rules=" + rules);

        assertThat(check.status()).isEqualTo(2);
        assertThat(check.out() + check.err()).contains("too-deep", "too-large").hasSizeLessThan(200_000);
    }
}
