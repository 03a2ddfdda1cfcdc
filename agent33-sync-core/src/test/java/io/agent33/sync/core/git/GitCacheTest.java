package io.agent33.sync.core.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitCacheTest {
    private static final Path HOME = Path.of("/home/ann");

    @TempDir
    private Path folder;

    @Test
    void theSharedCacheLiesWhereEachSystemKeepsCaches() {
        assertThat(GitCache.shared("linux", HOME, null, null)).isEqualTo(HOME.resolve(".cache/agent33-sync"));
        assertThat(GitCache.shared("linux", HOME, "/xdg", null)).isEqualTo(Path.of("/xdg/agent33-sync"));
        assertThat(GitCache.shared("linux", HOME, "relative", null)).isEqualTo(HOME.resolve(".cache/agent33-sync"));
        assertThat(GitCache.shared("mac os x", HOME, null, null))
                .isEqualTo(HOME.resolve("Library/Caches/agent33-sync"));
        assertThat(GitCache.shared("windows 11", HOME, null, "/local")).isEqualTo(Path.of("/local/agent33-sync/cache"));
    }

    @Test
    void twoSpellingsOfAFolderAreOneCache() {
        assertThat(GitCache.at(folder.resolve("a/../b"))).isEqualTo(GitCache.at(folder.resolve("b")));
    }

    @Test
    void aNewCacheIsMarkedAsOneAndForItsUserAlone() throws Exception {
        Path cache = folder.resolve("cache");

        CacheFolder.create(cache);

        assertThat(cache.resolve("CACHEDIR.TAG")).content().startsWith("Signature: 8a477f597d28d172789f06886806bc55\n");
        assertThat(Files.getPosixFilePermissions(cache)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void aFolderThatWasThereKeepsItsPermissions() throws Exception {
        Path cache = Files.createDirectory(folder.resolve("cache"));
        Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxr-xr-x"));

        CacheFolder.create(cache);

        assertThat(Files.getPosixFilePermissions(cache)).isEqualTo(PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
