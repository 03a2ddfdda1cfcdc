package io.agent33.sync.core.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.merge.MergeStrategy;
import io.agent33.sync.core.merge.GitMergeFile.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The merge by lines beside {@code git merge-file --diff3} (S8). */
class GitMergeFileTest {
    @TempDir
    Path folder;

    @Test
    void linesThatDifferGiveWhatGitGives() throws IOException, InterruptedException {
        equalsGit(new RandomTriples(1, 0).some(150));
    }

    @Test
    @Tag("slow")
    void linesThatDifferGiveWhatGitGivesManyTimes() throws IOException, InterruptedException {
        equalsGit(new RandomTriples(2, 0).some(10_000));
    }

    /** The text of git's own tests of its merge of files, every version as every side. */
    @Test
    void psalmOfGitsOwnTestsGivesWhatGitGives() throws IOException, InterruptedException {
        String psalm = """
                Dominus regit me,
                et nihil mihi deerit.
                In loco pascuae ibi me collocavit,
                super aquam refectionis educavit me;
                animam meam convertit,
                deduxit me super semitas jusitiae,
                propter nomen suum.
                """;
        String further = """
                Nam et si ambulavero in medio umbrae mortis,
                non timebo mala, quoniam tu mecum es:
                virga tua et baculus tuus ipsa me consolata sunt.
                """;
        List<String> versions = List.of(
                psalm,
                psalm + further,
                psalm.replace("me,\net nihil", "me, et nihil"),
                psalm.replace("Dominus", "DOMINUS").replace("nihil mihi", "NIHIL mihi") + further,
                psalm.replace("animam meam convertit,\n", "") + further.replace("es:\n", "es:\n\n"),
                "");
        List<Triple> triples = new ArrayList<>();
        for (String base : versions) {
            for (String local : versions) {
                versions.stream()
                        .filter(upstream ->
                                Stream.of(base, local, upstream).distinct().count() == 3)
                        .forEach(upstream -> triples.add(new Triple(base, local, upstream)));
            }
        }

        equalsGit(triples);
    }

    /**
     * A diff of lines that repeat is a matter of taste. The histogram's is not always that of git's file merge; a conflict may
     * then begin or end elsewhere, and one result in about a thousand is clean for one of the two alone.
     */
    @Test
    void repeatedLinesRarelyGiveAnythingElse() throws IOException, InterruptedException {
        deviatesAtMost(RandomTriples.ofParagraphs(6).some(100), 1, 5);
        deviatesAtMost(new RandomTriples(5, 30).some(100), 1, 3);
    }

    @Test
    @Tag("slow")
    void repeatedLinesRarelyGiveAnythingElseManyTimes() throws IOException, InterruptedException {
        deviatesAtMost(RandomTriples.ofParagraphs(7).some(5_000), 20, 200);
        deviatesAtMost(new RandomTriples(8, 30).some(5_000), 20, 100);
    }

    @Test
    void oursAndTheirsAreGits() throws IOException, InterruptedException {
        List<Triple> triples = new RandomTriples(3, 0).some(50);

        assertThat(merged(triples, Merging.ours())).isEqualTo(git(triples, "--ours"));
        assertThat(merged(triples, Merging.theirs())).isEqualTo(git(triples, "--theirs"));
    }

    /** Git repeats unchanged lines between two places that are near each other. */
    @Test
    void unionIsGitsWithoutTheLinesThatGitRepeats() throws IOException, InterruptedException {
        List<Triple> triples = new RandomTriples(4, 0).some(100);
        List<String> git = git(triples, "--union");
        List<String> merged = merged(triples, Merging.union());
        int repeating = 0;
        for (int i = 0; i < triples.size(); i++) {
            if (merged.get(i).equals(git.get(i))) {
                continue;
            }
            repeating++;
            List<String> unchanged = triples.get(i).base().lines().toList();
            assertThat(Set.copyOf(merged.get(i).lines().toList()))
                    .as("%s", triples.get(i))
                    .isEqualTo(Set.copyOf(git.get(i).lines().toList()));
            assertThat(git.get(i).length()).isGreaterThan(merged.get(i).length());
            assertThat(merged.get(i).lines().filter(unchanged::contains))
                    .as("%s", triples.get(i))
                    .doesNotHaveDuplicates();
        }
        assertThat(repeating).isBetween(1, 50);
    }

    private void deviatesAtMost(List<Triple> triples, int verdicts, int conflicts)
            throws IOException, InterruptedException {
        List<Verdict> git = GitMergeFile.of(folder, triples, "--diff3");
        int otherVerdicts = 0;
        int otherConflicts = 0;
        for (int i = 0; i < triples.size(); i++) {
            Merged merged = triples.get(i).merged(Merging.lines());
            boolean clean = merged instanceof Merged.Clean;
            if (!Triple.text(merged).equals(git.get(i).text())) {
                boolean both = !clean && git.get(i).conflicts() > 0;
                otherVerdicts += both ? 0 : 1;
                otherConflicts += both ? 1 : 0;
            }
        }
        assertThat(otherVerdicts)
                .as("verdicts and clean results that are not git's")
                .isLessThanOrEqualTo(verdicts);
        assertThat(otherConflicts).as("conflicts that are not git's").isLessThanOrEqualTo(conflicts);
    }

    private static List<String> merged(List<Triple> triples, MergeStrategy strategy) {
        return triples.stream().map(triple -> triple.text(strategy)).toList();
    }

    private List<String> git(List<Triple> triples, String option) throws IOException, InterruptedException {
        return GitMergeFile.of(folder, triples, option).stream()
                .map(Verdict::text)
                .toList();
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
