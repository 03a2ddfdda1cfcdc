package io.agent33.sync.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.testkit.memory.RepositoryFixture;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link io.agent33.sync.api.repository.FileTree} owes. */
interface TreeContract extends ReadingContract {
    @Test
    default void aTreeHasGitsId() {
        look(Samples.everyMode(), view -> assertThat(view.tree().id()).isEqualTo(Samples.ROOT));
    }

    @Test
    default void aFolderListsWhatLiesDirectlyInIt() {
        look(Samples.everyMode(), view -> {
            assertThat(view.tree().children(""))
                    .containsExactly(
                            new TreeEntry("README.md", FileMode.REGULAR, Samples.HELLO),
                            new TreeEntry("bin", FileMode.FOLDER, Samples.BIN),
                            new TreeEntry("docs", FileMode.FOLDER, Samples.DOCS),
                            new TreeEntry("empty", FileMode.REGULAR, Samples.EMPTY_FILE),
                            new TreeEntry("vendor", FileMode.FOLDER, Samples.VENDOR));
            assertThat(view.tree().children("docs"))
                    .containsExactly(
                            new TreeEntry("docs/a.md", FileMode.REGULAR, Samples.LETTER_A),
                            new TreeEntry("docs/link", FileMode.SYMLINK, Samples.LINK));
        });
    }

    @Test
    default void everyModeIsTold() {
        look(Samples.everyMode(), view -> {
            assertThat(view.tree().find("bin/run"))
                    .contains(new TreeEntry("bin/run", FileMode.EXECUTABLE, Samples.SCRIPT));
            assertThat(view.tree().find("docs/link"))
                    .contains(new TreeEntry("docs/link", FileMode.SYMLINK, Samples.LINK));
            assertThat(view.tree().find("vendor/lib"))
                    .contains(new TreeEntry("vendor/lib", FileMode.SUBMODULE, Samples.ELSEWHERE));
            assertThat(view.tree().find("docs")).contains(new TreeEntry("docs", FileMode.FOLDER, Samples.DOCS));
        });
    }

    @Test
    default void whatIsNotThereIsNotFound() {
        look(Samples.everyMode(), view -> {
            for (String path :
                    List.of("missing", "docs/missing", "missing/a.md", "README.md/x", "vendor/lib/x", "docs/link/x")) {
                assertThat(view.tree().find(path)).as(path).isEmpty();
            }
        });
    }

    @Test
    default void whatIsNoFolderHasNoChildren() {
        look(Samples.everyMode(), view -> {
            for (String path : List.of("missing", "docs/missing", "README.md", "docs/link", "vendor/lib")) {
                assertThat(view.tree().children(path)).as(path).isEmpty();
            }
        });
    }

    @Test
    default void caseMatters() {
        look(Samples.everyMode(), view -> {
            assertThat(view.tree().find("readme.md")).isEmpty();
            assertThat(view.tree().children("Docs")).isEmpty();
        });
    }

    @Test
    default void aCommitWithoutFilesHasTheEmptyTree() {
        look(RepositoryFixture.of(git -> git.commit("nothing")), view -> {
            assertThat(view.tree().id()).isEqualTo(Samples.EMPTY_TREE);
            assertThat(view.tree().children("")).isEmpty();
            assertThat(view.tree().find("any")).isEmpty();
        });
    }

    /** By the bytes of the names, a folder as if its name ended with a slash. */
    @Test
    default void childrenComeInGitsOrder() {
        RepositoryFixture fixture = RepositoryFixture.of(git -> git.commit("names")
                .file("a0", "")
                .file("a/x", "")
                .file("a.b", "")
                .file("a-b/x", "")
                .file("B", "")
                .file("\uD83D\uDE00", "")
                .file("\uFF5E", "")
                .file("é", ""));

        look(
                fixture,
                view -> assertThat(view.tree().children(""))
                        .extracting(TreeEntry::path)
                        .containsExactly("B", "a-b", "a.b", "a", "a0", "é", "\uFF5E", "\uD83D\uDE00"));
    }

    /** They must be seen, so that they can be refused (S4). */
    @Test
    default void unsafeNamesAreShownAsGitHoldsThem() {
        List<String> names = List.of("..", ".git", "CON", "a\\b", "con:stream", "new\nline", "trailing.");
        RepositoryFixture fixture = RepositoryFixture.of(git -> {
            var commit = git.commit("hostile");
            names.forEach(name -> commit.file("bad/" + name + "/hook", name));
        });

        look(fixture, view -> {
            assertThat(view.tree().children("bad"))
                    .extracting(TreeEntry::name)
                    .containsExactlyInAnyOrderElementsOf(names);
            for (String name : names) {
                assertThat(view.tree().find("bad/" + name + "/hook")).as(name).isPresent();
            }
        });
    }

    @Test
    default void bytesThatAreNotUtf8ReadAsReplacementCharacters() {
        byte[] name = {'d', '/', 'x', (byte) 0xFF, 'y'};
        RepositoryFixture fixture =
                RepositoryFixture.of(git -> git.commit("latin").file(name, "x".getBytes(StandardCharsets.UTF_8)));

        look(
                fixture,
                view -> assertThat(view.tree().children("d"))
                        .extracting(TreeEntry::path)
                        .containsExactly("d/x\uFFFDy"));
    }

    @Test
    default void equalFilesHaveEqualIds() {
        RepositoryFixture fixture = RepositoryFixture.of(git -> git.commit("one")
                .file("a", "1")
                .commit("other")
                .file("a", "2")
                .commit("one again")
                .file("a", "1"));

        look(fixture, view -> {
            var other = view.commit(view.head()).parents().stream().findFirst();
            assertThat(view.tree().find("a").orElseThrow().id().hex())
                    .isEqualTo("56a6051ca2b02b04ef92d5150c9ef600403cb1de");
            other.ifPresent(parent ->
                    assertThat(view.tree(parent).id()).isNotEqualTo(view.tree().id()));
        });
    }

    @Test
    default void manyThreadsReadOneTree() {
        look(Samples.everyMode(), view -> {
            FileTree tree = view.tree();
            List<String> seen = IntStream.range(0, 64)
                    .parallel()
                    .mapToObj(i -> tree.children("docs") + " " + tree.find("bin/run") + " " + tree.id())
                    .distinct()
                    .toList();

            assertThat(seen).hasSize(1);
        });
    }
}
