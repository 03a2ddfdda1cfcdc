package io.agent33.sync.core.state;

import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.core.tree.OwnFolders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** The downstream's folder of local customisations and the files in it that belong to the engine (S8, S9). */
public final class OverridesFolder {
    /** Without a slash at the end. */
    public static final String ROOT = OwnFolders.OVERRIDES;

    /** The engine's own explanation of the folder. */
    public static final RepoPath ABOUT = RepoPath.of(ROOT + "/.about.md");

    /** Which files the downstream does not want. */
    public static final RepoPath IGNORE = RepoPath.of(ROOT + "/.ignore");

    /** What the downstream's templates name (S5). */
    public static final RepoPath VARIABLES = RepoPath.of(ROOT + "/.variables.yaml");

    private static final Set<String> OWN = Set.of(ABOUT.value(), IGNORE.value(), VARIABLES.value());

    private OverridesFolder() {}

    /**
     * The source path whose file an override customises.
     *
     * @param path of the override, from the repository's root
     * @param prefix what source paths have before the override's own path, {@code core/}
     * @return empty for the engine's own files
     */
    public static Optional<String> sourceOf(String path, String prefix) {
        return OWN.contains(path) ? Optional.empty() : Optional.of(prefix + path.substring(ROOT.length() + 1));
    }

    /**
     * Where the override of a source path lies; the opposite of {@link #sourceOf}.
     *
     * @return empty if a source path without the prefix cannot have one, or its name is one of the engine's own
     */
    public static Optional<RepoPath> overrideOf(String source, String prefix) {
        if (!source.startsWith(prefix)) {
            return Optional.empty();
        }
        String path = ROOT + "/" + source.substring(prefix.length());
        return OWN.contains(path) || RepoPath.problemOf(path).isPresent()
                ? Optional.empty()
                : Optional.of(RepoPath.of(path));
    }

    /**
     * What the first sync writes to {@link #ABOUT}.
     *
     * @param prefix as above
     */
    public static byte[] about(String prefix) {
        return """
                # Local customisations of synced files

                Files in this folder customise files that AGENT-33 sync delivers to this repository. A file here at
                `orchestrator/RELEASE_CADENCE.md` customises what upstream keeps at
                `%sorchestrator/RELEASE_CADENCE.md`. Edit here, not in the delivered file: what stands here is
                merged into every update.

                Also read from this folder: `.ignore` (gitignore syntax: files that this repository does not want) and
                `.variables.yaml` (values for templates).
                """.formatted(prefix).getBytes(StandardCharsets.UTF_8);
    }
}
