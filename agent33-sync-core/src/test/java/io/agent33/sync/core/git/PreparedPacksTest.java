package io.agent33.sync.core.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.repository.TreeEdit;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.testkit.memory.MemoryCommit;
import io.agent33.sync.testkit.memory.MemoryGit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What many downstreams on one machine get: packed once, written to each. */
class PreparedPacksTest {
    private static final int MANY = 120;

    @TempDir
    private Path folder;

    @BeforeEach
    void build() {
        MemoryGit canonical = new MemoryGit();
        MemoryCommit release = canonical.commit("first");
        for (int i = 0; i < MANY; i++) {
            release.file("core/part" + i % 7 + "/file" + i + ".md", "text " + i + "\n");
        }
        release.file("other/one.md", "one\n").tag("v1.0.0");
        GitFolder.make(folder, "agent33/agent33.git", canonical.fixture());
        for (String name : List.of("first", "second", "third")) {
            MemoryGit git = new MemoryGit();
            git.commit("first").file("README.md", name);
            GitFolder.make(folder, "org/" + name + ".git", git.fixture());
        }
    }

    @Test
    void aLargeNewFolderIsOnePackThatIsTheSameEverywhere() {
        List<String> first = pushed("first", "core/", "docs/");
        List<String> second = pushed("second", "core/", "docs/");

        assertThat(first).hasSize(2);
        assertThat(second).hasSize(2);
        assertThat(first).filteredOn(second::contains).hasSize(1);
    }

    @Test
    void aFolderThatTheUpstreamDoesNotHaveIsPackedAtItsSecondSight() throws Exception {
        try (GitUpstream upstream = upstream()) {
            List<String> first = pushed(upstream, "first", "core/part", "docs/other");
            List<String> second = pushed(upstream, "second", "core/part", "docs/other");
            List<String> third = pushed(upstream, "third", "core/part", "docs/other");

            assertThat(first).hasSize(1);
            assertThat(second).hasSize(2);
            assertThat(third).filteredOn(second::contains).hasSize(1);
        }
    }

    @Test
    void whatIsSmallTravelsInOnePack() {
        assertThat(pushed("first", "other/", "docs/")).hasSize(1);
    }

    @Test
    void aPushAfterOneThatWasCutOffIsWhole() throws Exception {
        pushed("first", "core/", "docs/");
        Path repository = folder.resolve("org/first.git");
        for (Path file : CacheFolder.list(repository.resolve("objects/pack"))) {
            if (file.toString().endsWith(".idx")) {
                Files.delete(file);
            }
        }
        Files.delete(repository.resolve("refs/heads/sync"));

        pushed("first", "core/", "docs/");
    }

    private GitUpstream upstream() {
        return GitUpstream.at(folder.resolve("agent33/agent33.git").toString()).cache(folder.resolve("cache"));
    }

    private List<String> pushed(String name, String from, String to) {
        try (GitUpstream upstream = upstream()) {
            return pushed(upstream, name, from, to);
        }
    }

    /** Delivers what lies at paths that start with {@code from}, and names the packs that the downstream then has. */
    private List<String> pushed(GitUpstream upstream, String name, String from, String to) {
        ObjectId release = upstream.resolve("v1.0.0").orElseThrow().commit();
        try (DownstreamRepository downstream = GitDownstreams.byTemplate(folder + "/{repo}.git")
                .cache(folder.resolve("cache"))
                .open(RepositoryId.of("org/" + name))) {
            List<TreeEdit> edits = new ArrayList<>(edits(upstream.tree(release), from, to));
            edits.add(Plain.put(downstream, "state.txt", name));
            Plain.done(
                    downstream.push(Plain.draft(downstream, "sync", upstream.blobs(), edits.toArray(TreeEdit[]::new))));
        }
        Path repository = folder.resolve("org/" + name + ".git");
        Plain.assertSound(repository);
        return GitFolder.unchecked(() -> CacheFolder.list(repository.resolve("objects/pack")).stream()
                .map(path -> path.getFileName().toString())
                .filter(file -> file.endsWith(".idx"))
                .toList());
    }

    private static List<TreeEdit> edits(FileTree tree, String from, String to) {
        List<TreeEdit> edits = new ArrayList<>();
        List<TreeEntry> open = new ArrayList<>(tree.children(""));
        while (!open.isEmpty()) {
            TreeEntry entry = open.remove(open.size() - 1);
            if (!entry.mode().isFile()) {
                open.addAll(tree.children(entry.path()));
            } else if (entry.path().startsWith(from)) {
                String path = to + entry.path().substring(from.length());
                edits.add(TreeEdit.put(RepoPath.of(path), entry.state()));
            }
        }
        return edits;
    }
}
