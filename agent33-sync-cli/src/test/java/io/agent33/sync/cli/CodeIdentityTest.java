package io.agent33.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A memory must not outlive the code that made it. */
class CodeIdentityTest {
    private static final FileTime THEN = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    @TempDir
    Path folder;

    private Path jar = Path.of("");
    private Path library = Path.of("");

    @BeforeEach
    void aBuild() throws IOException {
        jar = file("agent33-sync.jar", "command");
        Files.createDirectory(folder.resolve("lib"));
        library = file("lib/core.jar", "library");
    }

    private Path file(String name, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        return Files.setLastModifiedTime(file, THEN);
    }

    private String identity() throws IOException {
        return CodeIdentity.of(jar).orElseThrow();
    }

    @Test
    void theSameBuildHasTheSameIdentity() throws IOException {
        assertThat(identity()).isEqualTo(identity());
    }

    @Test
    void anotherSizeOrTimeOrLibraryIsAnotherBuild() throws IOException {
        String before = identity();
        file("lib/core.jar", "longer library");
        String longer = identity();
        file("lib/core.jar", "library");
        Files.setLastModifiedTime(library, FileTime.from(THEN.toInstant().plusSeconds(1)));
        String later = identity();
        file("lib/core.jar", "library");
        file("lib/more.jar", "");
        String more = identity();
        Files.move(folder.resolve("lib/more.jar"), folder.resolve("lib/other.jar"));
        String renamed = identity();

        assertThat(new String[] {before, longer, later, more, renamed}).doesNotHaveDuplicates();
    }

    @Test
    void aJarOfTheSameSizeAndTimeThatWasPutInItsPlaceIsAnotherBuild() throws IOException {
        String before = identity();

        Path other = file("other.jar", "yrarbil");
        Files.move(other, library, StandardCopyOption.REPLACE_EXISTING);

        assertThat(identity()).isNotEqualTo(before);
    }

    @Test
    void whatDoesNotRunFromItsJarHasNone() throws IOException {
        assertThat(CodeIdentity.of(folder)).isEmpty();
        Files.delete(library);
        Files.delete(folder.resolve("lib"));
        assertThat(CodeIdentity.of(jar)).isEmpty();
        assertThat(CodeIdentity.ofProcess()).isEmpty();
    }
}
