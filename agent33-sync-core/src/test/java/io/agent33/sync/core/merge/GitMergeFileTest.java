package io.agent33.sync.core.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.core.merge.GitMergeFile.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The merge by lines beside {@code git merge-file --diff3} (S8). */
class GitMergeFileTest {
    @TempDir
    Path folder;

    @Test
    void linesThatDifferGiveWhatGitGives() throws IOException, InterruptedException {
        equalsGit(new RandomTriples(1, 0).some(300));
    }

    @Test
    @Tag("slow")
    void linesThatDifferGiveWhatGitGivesManyTimes() throws IOException, InterruptedException {
        equalsGit(new RandomTriples(2, 0).some(10_000));
    }

    private void equalsGit(List<Triple> triples) throws IOException, InterruptedException {
        List<Verdict> git = GitMergeFile.of(folder, triples, "--diff3");
        for (int i = 0; i < triples.size(); i++) {
            Merged merged = triples.get(i).merged(Merging.lines());

            assertThat(Triple.text(merged))
                    .as("%s", triples.get(i))
                    .isEqualTo(git.get(i).text());
            int conflicts = merged instanceof Merged.Conflicted conflicted
                    ? conflicted.conflicts().size()
                    : 0;
            assertThat(conflicts).isEqualTo(git.get(i).conflicts());
        }
    }
}
