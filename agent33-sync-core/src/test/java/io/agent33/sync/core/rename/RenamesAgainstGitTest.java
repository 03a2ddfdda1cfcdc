package io.agent33.sync.core.rename;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same renames as {@code git diff -M}, where there is no doubt: each file has lines of its own, and what was renamed kept
 * all of it, two thirds of it or more, or hardly anything.
 */
class RenamesAgainstGitTest {
    private static final int HISTORIES = 60;

    @TempDir
    private Path folder;

    @Test
    void renamesAreGits() throws IOException, InterruptedException {
        List<Move> moves = new ArrayList<>();
        var history = new ByteArrayOutputStream();
        for (int seed = 0; seed < HISTORIES; seed++) {
            Move move = history(new Random(seed));
            moves.add(move);
            commit(history, "refs/heads/before-" + seed, move.gone);
            commit(history, "refs/heads/after-" + seed, move.added);
        }
        git(new byte[0], "init", "-q", "--bare", ".");
        git(history.toByteArray(), "fast-import", "--quiet");

        int found = 0;
        for (int seed = 0; seed < HISTORIES; seed++) {
            Map<String, String> ours = moves.get(seed).renames();
            assertThat(ours).as("seed %d", seed).containsExactlyEntriesOf(gitsRenames(seed));
            found += ours.size();
        }
        assertThat(found).isGreaterThan(3 * HISTORIES);
    }

    private static Move history(Random random) {
        Move move = new Move();
        Set<String> taken = new HashSet<>();
        int files = 3 + random.nextInt(12);
        for (int i = 0; i < files; i++) {
            String text = Move.lines("file " + i + " of " + random.nextInt(), 1, 12 + random.nextInt(40));
            move.gone(path(random, "old", taken), text);
            switch (random.nextInt(5)) {
                case 0 -> move.added(path(random, "new", taken), text);
                case 1 -> move.added(path(random, "new", taken), changed(random, text, 4 + random.nextInt(8)));
                case 2 -> move.added(path(random, "new", taken), text.substring(0, text.length() * 3 / 4));
                case 3 -> move.added(path(random, "new", taken), text.substring(0, text.length() / 9));
                default -> move.added(path(random, "new", taken), Move.lines("new " + random.nextInt(), 1, 20));
            }
        }
        return move;
    }

    /** One line in so many is another. */
    private static String changed(Random random, String text, int every) {
        String[] lines = text.split("(?<=\n)");
        for (int i = random.nextInt(every); i < lines.length; i += every) {
            lines[i] = "another line " + random.nextInt(1000) + "\n";
        }
        return String.join("", lines);
    }

    private static String path(Random random, String root, Set<String> taken) {
        String path;
        do {
            path = root + "/" + random.nextInt(3) + "/" + random.nextInt(3) + "/file-" + random.nextInt(40) + ".md";
        } while (!taken.add(path));
        return path;
    }

    private static void commit(ByteArrayOutputStream history, String branch, Map<String, byte[]> files) {
        history.writeBytes(("commit " + branch + "\ncommitter a <a@b> 0 +0000\ndata 0\n").getBytes(UTF_8));
        files.forEach((path, content) -> {
            history.writeBytes(("M 644 inline " + path + "\ndata " + content.length + "\n").getBytes(UTF_8));
            history.writeBytes(content);
            history.write('\n');
        });
    }

    private Map<String, String> gitsRenames(int seed) throws IOException, InterruptedException {
        String said = git(
                new byte[0],
                "diff",
                "-M",
                "-l0",
                "--name-status",
                "--diff-filter=R",
                "before-" + seed,
                "after-" + seed);
        Map<String, String> renames = new TreeMap<>();
        said.lines().map(line -> line.split("\t")).forEach(fields -> renames.put(fields[1], fields[2]));
        return renames;
    }

    private String git(byte[] input, String... arguments) throws IOException, InterruptedException {
        Path in = Files.write(folder.resolve("input"), input);
        List<String> command = Stream.concat(Stream.of("git", "--git-dir=."), Stream.of(arguments))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(in.toFile());
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as("%s: %s", command, said).isZero();
        return said;
    }
}
