package io.agent33.sync.core.git;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import javax.annotation.Nullable;

/**
 * A folder for what was fetched: one bare repository for each upstream and each downstream. To be called by hosts.
 *
 * <p>Threads and processes may share it; git objects in it are never changed, and everything else is replaced atomically
 * under a lock that dies with its process. It may be deleted when nobody uses it, and is then filled again. It holds
 * what the repositories hold, so it deserves the same protection; no credentials are ever stored in it.
 *
 * <p>Give upstream and downstreams the same cache: what the upstream delivers is then not copied once more for each
 * downstream.
 *
 * @param folder absolute and normalised; need not exist
 */
public record GitCache(Path folder) {
    private static final String NAME = "agent33-sync";

    /** Normalises the path. */
    public GitCache {
        folder = folder.toAbsolutePath().normalize();
    }

    /** A cache in this folder, which need not exist. */
    public static GitCache at(Path folder) {
        return new GitCache(folder);
    }

    /**
     * The user's own, which is the default: {@code $XDG_CACHE_HOME/agent33-sync} if that variable holds an absolute path,
     * else {@code ~/Library/Caches/agent33-sync} on macOS, {@code %LOCALAPPDATA%\agent33-sync\cache} on Windows, and
     * {@code ~/.cache/agent33-sync} elsewhere.
     */
    public static GitCache shared() {
        String system = Objects.requireNonNullElse(System.getProperty("os.name"), "");
        String home = Objects.requireNonNullElse(System.getProperty("user.home"), "");
        return at(shared(
                system.toLowerCase(Locale.ROOT),
                Path.of(home),
                System.getenv("XDG_CACHE_HOME"),
                System.getenv("LOCALAPPDATA")));
    }

    static Path shared(String system, Path home, @Nullable String xdg, @Nullable String localAppData) {
        if (xdg != null && Path.of(xdg).isAbsolute()) {
            return Path.of(xdg, NAME);
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library").resolve("Caches").resolve(NAME);
        }
        if (system.startsWith("windows")) {
            Path local = localAppData == null ? home.resolve("AppData").resolve("Local") : Path.of(localAppData);
            return local.resolve(NAME).resolve("cache");
        }
        return home.resolve(".cache").resolve(NAME);
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
