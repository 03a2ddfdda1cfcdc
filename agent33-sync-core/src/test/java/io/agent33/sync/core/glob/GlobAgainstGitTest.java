package io.agent33.sync.core.glob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The git binary as an independent judge of everything but braces. */
class GlobAgainstGitTest {
    private static final int PATTERNS = 120;
    private static final int PATHS = 300;

    @TempDir
    Path temporary;

    @Test
    void gitSelectsTheDocumentedPathsToo() throws Exception {
        for (TemporaryGit git : gitsListing(allDocumentedPaths())) {
            Set<String> listed = git.list("**");
            for (PublishedCases.Row row : PublishedCases.ofGit()) {
                Set<String> selected = git.list(row.pattern());
                assertThat(row.selected().stream().filter(listed::contains))
                        .as("selected by git on %s", row)
                        .allMatch(selected::contains);
                assertThat(row.others()).as("not selected by git on %s", row).noneMatch(selected::contains);
            }
        }
    }

    @Test
    void randomGlobsSelectWhatGitSelects() throws Exception {
        long seed = 20_261_122L;
        GlobGenerator generator = new GlobGenerator(new Random(seed));
        Set<String> paths = new TreeSet<>();
        while (paths.size() < PATHS) {
            String path = generator.path();
            if (paths.stream().noneMatch(other -> collide(path, other))) {
                paths.add(path);
            }
        }
        TemporaryGit git = TemporaryGit.listing(temporary.resolve("random"), paths);

        int selected = 0;
        for (int round = 0; round < PATTERNS; round++) {
            Glob glob = Glob.parse(generator.patternWithoutBraces());
            Set<String> ours = paths.stream().filter(glob::matches).collect(Collectors.toCollection(TreeSet::new));
            assertThat(ours).as("seed %d, round %d, glob %s", seed, round, glob).isEqualTo(git.list(glob.pattern()));
            selected += ours.size();
        }
        assertThat(selected).as("pairs that match, of %d", PATTERNS * PATHS).isGreaterThan(PATTERNS * PATHS / 20);
    }

    @Test
    void characterClassesAreThoseOfGit() throws Exception {
        List<String> paths = new ArrayList<>();
        for (char character = 1; character < 128; character++) {
            if (character != '/') {
                paths.add("x" + character);
            }
        }
        TemporaryGit git = TemporaryGit.listing(temporary.resolve("classes"), paths);

        for (String name : PosixClass.names().split(", ")) {
            Glob glob = Glob.parse("x[[:" + name + ":]]");
            assertThat(paths.stream().filter(glob::matches)).as(name).hasSameElementsAs(git.list(glob.pattern()));
        }
    }

    private static Set<String> allDocumentedPaths() {
        return PublishedCases.ofGit().stream()
                .flatMap(row -> Stream.concat(row.selected().stream(), row.others().stream()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** As many repositories as it takes for no path to be a folder of another. */
    private List<TemporaryGit> gitsListing(Collection<String> paths) throws IOException, InterruptedException {
        List<Set<String>> sets = new ArrayList<>();
        for (String path : paths) {
            Set<String> free = sets.stream()
                    .filter(set -> set.stream().noneMatch(other -> collide(path, other)))
                    .findFirst()
                    .orElseGet(() -> {
                        sets.add(new TreeSet<>());
                        return sets.get(sets.size() - 1);
                    });
            free.add(path);
        }
        List<TemporaryGit> gits = new ArrayList<>();
        for (Set<String> set : sets) {
            gits.add(TemporaryGit.listing(temporary.resolve("documented-" + gits.size()), set));
        }
        return gits;
    }

    private static boolean collide(String one, String other) {
        return one.equals(other) || one.startsWith(other + "/") || other.startsWith(one + "/");
    }
}
