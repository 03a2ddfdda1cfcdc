package io.agent33.sync.testkit.memory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.ObjectId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The git command is the oracle: it gives the same ids, accepts the same objects and walks the same history. */
class RealGitTest {
    private static final String LINKED = "1111111111111111111111111111111111111111";

    @TempDir
    private Path folder;

    private final MemoryGit git = new MemoryGit();

    @BeforeEach
    void makeBoth() throws Exception {
        run(new byte[0], "init", "--quiet", "--bare", "--initial-branch=main");
        git.commit("first\n")
                .file("README.md", "hello\n")
                .executable("bin/run", "#!/bin/sh\n")
                .symlink("docs/link", "../README.md")
                .submodule("vendor/lib", ObjectId.of(LINKED))
                .file("docs/é", "1")
                .file("docs/\uFF5E", "2")
                .file("docs/\uD83D\uDE00", "3")
                .tag("v1.0.0");
        git.commitOn("side", "side\n")
                .file("docs.md", "")
                .file("docs-old/a", "a")
                .file("docs0", "0");
        git.commit("main\n").delete("bin").file("a/b/c/d", "deep");
        git.commit("merge\n").merging("side").file("docs.md", "").annotatedTag("v1.1.0", "the second\n");
        git.commit("last\n").file("README.md", "hello, world\n");
    }

    @Test
    void everyObjectHasTheIdThatGitGivesIt() throws Exception {
        RepositoryFixture fixture = git.fixture();

        for (GitObject object : fixture.objects()) {
            assertThat(store(object))
                    .as(object.toString())
                    .isEqualTo(object.id().hex());
        }
        assertThat(fixture.objects()).hasSizeGreaterThan(20);
    }

    @Test
    void gitFindsNothingWrong() throws Exception {
        importAll();

        assertThat(run(new byte[0], "fsck", "--strict", "--full", "--no-dangling"))
                .isEmpty();
        assertThat(run(new byte[0], "cat-file", "-t", "v1.1.0")).isEqualTo("tag\n");
        assertThat(run(new byte[0], "rev-parse", "v1.1.0^{commit}").strip())
                .isEqualTo(git.tagged("v1.1.0").hex());
    }

    @Test
    void gitSortsAndPrintsTheSameTree() throws Exception {
        importAll();
        ObjectId tree = git.read(tip()).tree();

        String listing = run(new byte[0], "ls-tree", "-z", tree.hex());
        List<String> expected = git.tree(tip()).children("").stream()
                .map(entry -> entry.mode().octal() + " "
                        + (entry.mode().octal().equals("040000") ? "tree" : "blob") + " " + entry.id() + "\t"
                        + entry.path())
                .toList();

        assertThat(listing.split("\0")).containsExactlyElementsOf(expected);
        assertThat(run(listing.getBytes(UTF_8), "mktree", "-z").strip()).isEqualTo(tree.hex());
    }

    @Test
    void gitMakesTheSameCommit() throws Exception {
        importAll();
        Commit commit = git.read(git.tip("main").orElseThrow());

        String made = run(
                commit.message().getBytes(UTF_8),
                "commit-tree",
                commit.tree().hex(),
                "-p",
                commit.parents().get(0).hex());

        assertThat(made.strip()).isEqualTo(commit.id().hex());
    }

    @Test
    void gitWalksTheSameHistory() throws Exception {
        importAll();
        List<String> visited = new ArrayList<>();
        new CommitGraph(git.objects()).visit(tip(), List.of(git.tagged("v1.0.0")), commit -> {
            visited.add(commit.id().hex());
            return true;
        });

        assertThat(run(new byte[0], "rev-list", "--date-order", "main", "^v1.0.0")
                        .lines())
                .containsExactlyElementsOf(visited);
    }

    private ObjectId tip() {
        return git.tip("main").orElseThrow();
    }

    private void importAll() throws Exception {
        RepositoryFixture fixture = git.fixture();
        for (GitObject object : fixture.objects()) {
            store(object);
        }
        for (Map.Entry<String, ObjectId> ref : fixture.refs().entrySet()) {
            run(new byte[0], "update-ref", ref.getKey(), ref.getValue().hex());
        }
    }

    private String store(GitObject object) throws Exception {
        return run(object.content(), "hash-object", "-w", "--stdin", "-t", GitObject.keyword(object.kind()))
                .strip();
    }

    /** What git prints; it must succeed. The time is that of the fixture's last commit. */
    private String run(byte[] input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-c", "core.quotePath=false"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        String time = MemoryGit.BEGINNING.getEpochSecond() + 5 + " +0000";
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("GIT_"));
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("HOME", folder.toString());
        environment.put("XDG_CONFIG_HOME", folder.toString());
        for (String role : List.of("AUTHOR", "COMMITTER")) {
            environment.put("GIT_" + role + "_NAME", MemoryGit.PERSON.name());
            environment.put("GIT_" + role + "_EMAIL", MemoryGit.PERSON.email());
            environment.put("GIT_" + role + "_DATE", time);
        }
        Process process = builder.start();
        try (OutputStream in = process.getOutputStream()) {
            new ByteArrayInputStream(input).transferTo(in);
        }
        try (InputStream out = process.getInputStream()) {
            String printed = new String(out.readAllBytes(), UTF_8);
            assertThat(process.waitFor())
                    .as("git %s: %s", String.join(" ", arguments), printed)
                    .isZero();
            return printed;
        }
    }
}
