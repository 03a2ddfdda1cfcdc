package io.agent33.sync.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.rule.HostPlugins;
import io.agent33.sync.api.rule.RuleSet;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules in a folder of the file system, and on a class path. */
class RulesOnDiskTest {
    @TempDir
    private Path folder;

    @Test
    void aFolderIsReadLikeTheOneInTheUpstream() throws IOException {
        write("b.yaml", Samples.minimal("one"));
        write("team/a.yml", Samples.minimal("two"));
        write("archived/old.yaml", "[");
        write("team/archived/old.yaml", "[");
        write("notes.txt", "[");

        RuleSet rules = Samples.read(YamlRules.inFolder(folder));

        assertThat(rules.objections()).isEmpty();
        assertThat(Samples.ids(rules)).containsExactly("one", "two");
        assertThat(rules.rules().get(1).where().file())
                .isEqualTo(folder.resolve("team").resolve("a.yml").toString());
    }

    @Test
    void aFolderThatIsItselfCalledArchivedIsRead() throws IOException {
        write("archived/a.yaml", Samples.minimal("a"));

        assertThat(Samples.ids(Samples.read(YamlRules.inFolder(folder.resolve("archived")))))
                .containsExactly("a");
    }

    @Test
    void objectionsComeInTheOrderOfPathsOnEveryFileSystem() throws IOException {
        for (String name : new String[] {"z.yaml", "a/z.yaml", "a.yaml", "a-b.yaml", "B.yaml"}) {
            write(name, "[");
        }

        RuleSet rules = Samples.read(YamlRules.inFolder(folder));

        assertThat(rules.objections())
                .extracting(objection -> folder.relativize(
                                Path.of(objection.where().orElseThrow().file()))
                        .toString()
                        .replace('\\', '/'))
                .containsExactly("B.yaml", "a-b.yaml", "a.yaml", "a/z.yaml", "z.yaml");
    }

    @Test
    void linksAreNotFollowedAndSaid() throws IOException {
        write("real/a.yaml", Samples.minimal("a"));
        Files.createSymbolicLink(folder.resolve("b.yaml"), folder.resolve("real/a.yaml"));
        Files.createSymbolicLink(folder.resolve("again"), folder.resolve("real"));
        Files.createSymbolicLink(folder.resolve("real/loop"), folder);

        RuleSet rules = Samples.read(YamlRules.inFolder(folder));

        assertThat(Samples.ids(rules)).containsExactly("a");
        assertThat(Samples.codes(rules)).containsExactly("no-file");
        assertThat(rules.objections().get(0).found()).isEqualTo("a symbolic link");
    }

    @Test
    void theFolderItselfMayBeReachedByALink() throws IOException {
        write("real/a.yaml", Samples.minimal("a"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));

        RuleSet rules = Samples.read(YamlRules.inFolder(link));

        assertThat(Samples.ids(rules)).containsExactly("a");
        assertThat(rules.rules().get(0).where().file())
                .isEqualTo(link.resolve("a.yaml").toString());
    }

    @Test
    void aFolderCalledLikeAFileIsAFolder() throws IOException {
        write("odd.yaml/a.yaml", Samples.minimal("a"));

        assertThat(Samples.ids(Samples.read(YamlRules.inFolder(folder)))).containsExactly("a");
    }

    @Test
    void aFolderThatIsNotThereIsAMistakeOfTheCaller() throws IOException {
        write("file.yaml", "x");

        for (String name : new String[] {"missing", "file.yaml"}) {
            assertThatThrownBy(() -> Samples.read(YamlRules.inFolder(folder.resolve(name))))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(name)
                    .hasMessageContaining("[no-rules-folder]");
        }
    }

    @Test
    void aFileThatCannotBeReadCostsItsOwnRulesOnly() {
        RuleReading reading = new RuleReading(HostPlugins.none());
        reading.file("broken.yaml", () -> {
            throw new IOException("disk");
        });
        reading.file(
                "good.yaml",
                () -> new java.io.ByteArrayInputStream(
                        Samples.minimal("good").getBytes(java.nio.charset.StandardCharsets.UTF_8)));

        RuleSet rules = reading.result();

        assertThat(Samples.ids(rules)).containsExactly("good");
        assertThat(Samples.codes(rules)).containsExactly("unreadable-file");
    }

    @Test
    void namedResourcesOfAClassPathAreReadWhateverTheirNames() throws IOException {
        write("rules/a.yaml", Samples.minimal("a"));
        write("rules/b.conf", Samples.minimal("b"));
        try (URLClassLoader loader = loader()) {
            RuleSet rules = Samples.read(YamlRules.onClassPath(loader, "rules/b.conf", "rules/a.yaml", "rules/b.conf"));

            assertThat(rules.objections()).isEmpty();
            assertThat(Samples.ids(rules)).containsExactly("a", "b");
            assertThat(rules.rules().get(1).where().file()).isEqualTo("rules/b.conf");
        }
    }

    @Test
    void allMissingResourcesAreNamed() throws IOException {
        write("rules/a.yaml", Samples.minimal("a"));
        try (URLClassLoader loader = loader()) {
            YamlRules rules = YamlRules.onClassPath(loader, "rules/a.yaml", "/rules/a.yaml", "rules/none.yaml");

            assertThatThrownBy(() -> Samples.read(rules))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("/rules/a.yaml")
                    .hasMessageContaining("rules/none.yaml");
        }
    }

    private URLClassLoader loader() throws IOException {
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, null);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    @Tag("thorough")
    void aFolderWithTooManyFilesIsNotSearchedThrough() throws IOException {
        for (int i = 0; i <= RuleFiles.MAX_FILES; i++) {
            Files.createFile(folder.resolve(i + ".txt"));
        }

        assertThat(Samples.codes(Samples.read(YamlRules.inFolder(folder)))).contains("too-many-files");
    }
}
