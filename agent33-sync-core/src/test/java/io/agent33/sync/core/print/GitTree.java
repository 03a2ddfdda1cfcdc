package io.agent33.sync.core.print;

import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.ObjectId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An index under the git binary, the independent judge of a diff; no file system folds its names. */
final class GitTree {
    private final Path folder;

    GitTree(Path folder, Map<String, FileState> files, Contents contents) {
        this.folder = folder;
        git(new byte[0], "init", "-q", "--bare", ".");
        git(stream(files, contents), "fast-import", "--quiet");
        git(new byte[0], "read-tree", "refs/heads/main");
    }

    private static byte[] stream(Map<String, FileState> files, Contents contents) {
        var out = new ByteArrayOutputStream();
        out.writeBytes("commit refs/heads/main\ncommitter a <a@b> 0 +0000\ndata 0\n".getBytes(StandardCharsets.UTF_8));
        files.forEach((path, state) -> {
            byte[] content = contents.bytes(state.id());
            String entry = "M " + state.mode().octal() + " inline " + path + "\ndata " + content.length + "\n";
            out.writeBytes(entry.getBytes(StandardCharsets.UTF_8));
            out.writeBytes(content);
            out.write('\n');
        });
        return out.toByteArray();
    }

    /** What {@code git apply --check} says of a diff; empty if it accepts it. */
    String objectionsTo(String diff, String... options) {
        List<String> command = new ArrayList<>(List.of("apply", "--cached", "--check"));
        command.addAll(List.of(options));
        return apply(diff, command);
    }

    /** Applies a diff and tells all files that lie there then. */
    Map<String, FileState> after(String diff) {
        String complaints = apply(diff, List.of("apply", "--cached"));
        if (!complaints.isEmpty()) {
            throw new AssertionError(complaints + "\n" + diff);
        }
        Map<String, FileState> files = new TreeMap<>();
        for (String line : git(new byte[0], "ls-files", "-s", "-z").said().split("\0")) {
            if (!line.isEmpty()) {
                String[] fields = line.substring(0, line.indexOf('\t')).split(" ");
                String path = line.substring(line.indexOf('\t') + 1);
                files.put(path, new FileState(FileMode.ofOctal(fields[0]), ObjectId.of(fields[1])));
            }
        }
        return files;
    }

    private String apply(String diff, List<String> command) {
        Answer answer = run(diff.getBytes(StandardCharsets.UTF_8), command);
        return answer.status() == 0 ? "" : answer.said();
    }

    private Answer git(byte[] input, String... command) {
        Answer answer = run(input, List.of(command));
        if (answer.status() != 0) {
            throw new AssertionError(List.of(command) + ": " + answer.said());
        }
        return answer;
    }

    private Answer run(byte[] input, List<String> command) {
        try {
            Path file = Files.write(folder.resolve("input"), input);
            List<String> all = new ArrayList<>(List.of("git", "--git-dir=."));
            all.addAll(command);
            var builder = new ProcessBuilder(all)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(file.toFile());
            builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
            builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private record Answer(int status, String said) {}
}
