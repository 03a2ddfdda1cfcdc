package io.agent33.sync.testkit.assertion;

import static io.agent33.sync.testkit.assertion.SyncAssertions.assertThat;
import static io.agent33.sync.testkit.assertion.SyncAssertionsTest.fails;

import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.testkit.memory.MemoryDownstream;
import io.agent33.sync.testkit.memory.MemoryDownstreams;
import org.junit.jupiter.api.Test;

class FileTreeAssertTest {
    private final MemoryDownstream downstream = downstream();
    private final FileTree tree = downstream.tree();
    private final BlobSource blobs = downstream.blobs();

    private static MemoryDownstream downstream() {
        MemoryDownstream downstream = MemoryDownstreams.empty().create("org/webapp");
        downstream
                .commit("init")
                .file("README.md", "hi\n")
                .file("docs/a.md", "text")
                .executable("docs/bin/run", "x")
                .symlink("link", "README.md");
        return downstream;
    }

    @Test
    void aTreeIsAskedForFiles() {
        assertThat(tree)
                .hasFile("README.md")
                .hasFile("docs/a.md", "text")
                .hasExecutable("docs/bin/run")
                .hasNoFile("docs/b.md")
                .hasExactlyFiles("README.md", "docs/a.md", "docs/bin/run", "link")
                .hasExactlyFilesBelow("docs", "docs/a.md", "docs/bin/run")
                .hasExactlyFilesBelow("none");
        assertThat(tree, blobs).hasFile("docs/a.md", "text");
    }

    @Test
    void aTreeThatIsOtherwiseTellsHowItIs() {
        fails(() -> assertThat(tree).hasFile("docs/b.md"), "docs/b.md", "[README.md, docs/a.md, docs/bin/run, link]");
        fails(() -> assertThat(tree).hasFile("docs"), "docs");
        fails(() -> assertThat(tree).hasFile("link"), "link");
        fails(
                () -> assertThat(tree).hasFile("docs/a.md", "other"),
                "docs/a.md",
                "\"other\"",
                "assertThat(tree, blobs)");
        fails(() -> assertThat(tree, blobs).hasFile("docs/a.md", "other"), "docs/a.md", "\"other\"", "\"text\"");
        fails(() -> assertThat(tree).hasExecutable("docs/a.md"), "docs/a.md", "100644");
        fails(() -> assertThat(tree).hasNoFile("docs/a.md"), "docs/a.md", "100644");
        fails(() -> assertThat(tree).hasNoFile("docs"), "docs", "040000");
        fails(() -> assertThat(tree).hasExactlyFiles("README.md"), "docs/a.md");
        fails(() -> assertThat(tree).hasExactlyFilesBelow("docs", "docs/a.md"), "docs/bin/run");
    }
}
