package io.agent33.sync.core.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.repository.Revision;
import io.agent33.sync.api.repository.UpstreamRefs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What git's files say, and what they are left to JGit for. */
class GlanceTest {
    @TempDir
    Path folder;

    private Path gitDir = Path.of("");
    private String first = "";
    private String second = "";

    @BeforeEach
    void aRepository() {
        gitDir = folder.resolve("repository");
        git("init", "-q", "--bare", "-b", "main");
        String tree = git("hash-object", "-w", "-t", "tree", "/dev/null");
        first = commit(tree, "first");
        second = commit(tree, "second");
        git("update-ref", "refs/heads/main", first);
    }

    private String git(String... arguments) {
        List<String> all = new ArrayList<>(List.of("-c", "user.name=a", "-c", "user.email=a@localhost"));
        all.addAll(List.of(arguments));
        return Plain.git(gitDir, all.toArray(String[]::new));
    }

    private String commit(String tree, String message) {
        return git("commit-tree", "-m", message, tree);
    }

    private java.util.Optional<Advertisement> glance() {
        return Glance.at(Address.of(gitDir.toString()));
    }

    private Map<String, String> glanced() {
        Map<String, String> names = new TreeMap<>();
        glance().orElseThrow().refs().forEach((name, id) -> names.put(name, id.name()));
        return names;
    }

    private Map<String, String> listed() {
        Map<String, String> names = new TreeMap<>();
        git("for-each-ref", "--format=%(refname) %(objectname)", "refs/heads", "refs/tags")
                .lines()
                .map(line -> line.split(" ", 2))
                .forEach(parts -> names.put(parts[0], parts[1]));
        return names;
    }

    @Test
    void itSeesWhatGitSeesWhateverIsLooseOrPacked() {
        Random random = new Random(7);
        for (int step = 0; step < 40; step++) {
            String target = random.nextBoolean() ? first : second;
            String name = "a/b" + random.nextInt(4);
            switch (random.nextInt(6)) {
                case 0 -> git("pack-refs", "--all");
                case 1 -> git("update-ref", "-d", "refs/heads/" + name);
                case 2 -> git("tag", "-f", name, target);
                case 3 -> git("tag", "-f", "-a", "-m", "tag", name, target);
                case 4 -> git("update-ref", "refs/notes/" + name, target);
                default -> git("update-ref", "refs/heads/" + name, target);
            }
            assertThat(glanced()).as("step %d", step).isEqualTo(listed());
            assertThat(glance().orElseThrow().head()).contains("main");
        }
    }

    @Test
    void aTagLeadsWhereItsOwnLineSays() {
        git("tag", "-a", "-m", "one", "one", first);
        git("tag", "two", second);
        git("pack-refs", "--all");
        UpstreamRefs refs = refs(first, new Revision("one", id(first)), new Revision("two", id(second)));
        assertThat(glance().orElseThrow().shows(refs)).isTrue();

        git("tag", "-f", "-a", "-m", "again", "one", second);

        assertThat(glance().orElseThrow().shows(refs)).as("another tag, loose").isFalse();
        git("pack-refs", "--all");
        assertThat(glance().orElseThrow().shows(refs)).as("another tag, packed").isFalse();
    }

    @Test
    void anyNameMoreOrLessOrElsewhereIsSeen() {
        git("tag", "one", first);
        Revision one = new Revision("one", id(first));
        assertThat(glance().orElseThrow().shows(refs(first, one))).isTrue();

        assertThat(glance().orElseThrow().shows(refs(first))).isFalse();
        assertThat(glance().orElseThrow().shows(refs(second, one))).isFalse();
        assertThat(glance().orElseThrow().shows(refs(first, new Revision("one", id(second)))))
                .isFalse();
        assertThat(glance().orElseThrow().shows(refs(first, one, new Revision("two", id(first)))))
                .isFalse();
        git("update-ref", "refs/heads/other", first);
        git("symbolic-ref", "HEAD", "refs/heads/other");
        assertThat(glance().orElseThrow().shows(refs(first, one))).isFalse();
    }

    private static io.agent33.sync.api.repository.ObjectId id(String hex) {
        return io.agent33.sync.api.repository.ObjectId.of(hex);
    }

    private static UpstreamRefs refs(String head, Revision... tags) {
        return new UpstreamRefs(new Revision("main", id(head)), List.of(tags));
    }

    @Test
    void whatIsNotInThePlainestFormHasNoAnswer() throws IOException {
        assertThat(glance()).isPresent();
        for (String[] unusual : new String[][] {
            {"HEAD", first + "\n"},
            {"HEAD", "ref: refs/other\n"},
            {"refs/heads/main", "ref: refs/heads/other\n"},
            {"refs/heads/main", first.substring(1) + "\n"},
            {"refs/heads/main", ""},
            {"packed-refs", "nonsense\n"},
            {"packed-refs", first + " refs/tags/a\n^nonsense\n"},
            {"commondir", ".\n"},
            {"config", "[core]\n\tbare = true\n"},
            {"config", "[core]\n\trepositoryformatversion = 1\n"},
            {"config", "[core]\n\trepositoryformatversion = 0\n[extensions]\n\trefStorage = reftable\n"},
            {"config", "[core]\n\trepositoryformatversion = 0\n[include]\n\tpath = other\n"},
        }) {
            Path file = gitDir.resolve(unusual[0]);
            String before = Files.exists(file) ? Files.readString(file) : "";
            Files.writeString(file, unusual[1]);
            assertThat(glance()).as("%s: %s", unusual[0], unusual[1]).isEmpty();
            if (before.isEmpty()) {
                Files.delete(file);
            } else {
                Files.writeString(file, before);
            }
            assertThat(glance()).isPresent();
        }
        assertThat(Glance.at(Address.of(folder.toString()))).isEmpty();
        assertThat(Glance.at(Address.of("https://example.com/a/b.git"))).isEmpty();
    }

    @Test
    void lockFilesAreNoNames() throws IOException {
        Files.writeString(gitDir.resolve("refs/heads/main.lock"), "");

        assertThat(glanced()).containsOnlyKeys("refs/heads/main");
    }
}
