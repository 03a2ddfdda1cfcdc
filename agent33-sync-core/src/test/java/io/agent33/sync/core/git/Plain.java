package io.agent33.sync.core.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.BranchUpdate;
import io.agent33.sync.api.repository.CommitDraft;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.Identity;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.TreeEdit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What tests do with a downstream, and with the git command. */
final class Plain {
    static final Identity ENGINE = new Identity("agent33-sync", "sync@example.com");
    static final Instant TIME = Instant.parse("2026-01-02T00:00:00Z");

    private Plain() {}

    /** Puts a text into the downstream's own store. */
    static TreeEdit put(DownstreamRepository downstream, String path, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        ObjectId blob = downstream.blobs().put(new ByteArrayInputStream(bytes), bytes.length);
        return TreeEdit.put(RepoPath.of(path), new FileState(FileMode.REGULAR, blob));
    }

    /** A draft on the default branch's tip. */
    static CommitDraft draft(DownstreamRepository downstream, String branch, BlobSource contents, TreeEdit... edits) {
        ObjectId base = downstream.base(Optional.empty()).commit();
        ObjectId tree = downstream.buildTree(base, List.of(edits), contents);
        return new CommitDraft(branch, Optional.empty(), base, tree, "sync\n", ENGINE, TIME);
    }

    static CommitDraft draft(DownstreamRepository downstream, String branch, TreeEdit... edits) {
        return draft(downstream, branch, downstream.blobs(), edits);
    }

    static ObjectId done(BranchUpdate update) {
        assertThat(update).isInstanceOf(BranchUpdate.Done.class);
        return ((BranchUpdate.Done) update).commit();
    }

    /** What the git command prints; it must succeed. */
    static String git(Path gitDir, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "--git-dir=" + gitDir));
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
            builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).as("%s: %s", command, output).isZero();
            return output.strip();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Checks every object of a repository as strictly as git can. */
    static void assertSound(Path gitDir) {
        assertThat(git(gitDir, "fsck", "--strict", "--full", "--no-dangling").lines())
                .allMatch(line -> line.startsWith("notice:") || line.startsWith("Checking"));
    }

    /** The repositories that a cache holds. */
    static List<Path> cached(Path cache, String kind) {
        return GitFolder.unchecked(() -> {
            List<Path> found = new ArrayList<>();
            for (Path slot : CacheFolder.list(cache.resolve("v1").resolve(kind))) {
                CacheFolder.list(slot).stream()
                        .filter(path -> path.toString().endsWith(".git"))
                        .forEach(found::add);
            }
            return found;
        });
    }
}
