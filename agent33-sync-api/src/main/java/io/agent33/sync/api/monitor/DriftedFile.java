package io.agent33.sync.api.monitor;

import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.RepoPath;
import java.util.Locale;
import java.util.Optional;

/**
 * A file that is not what the last merged sync left (S13).
 *
 * @param path where
 * @param kind in which way
 * @param expected what the sync left there
 * @param found what is there on the base branch; empty if nothing, or a folder
 * @param override where a change of this file would survive; empty if it has no such place, or is the engine's own
 */
public record DriftedFile(
        RepoPath path,
        Kind kind,
        Optional<FileState> expected,
        Optional<FileState> found,
        Optional<RepoPath> override) {
    /** How a file drifted. */
    public enum Kind {
        /** Its content is another. */
        MODIFIED,
        /** It is gone. */
        DELETED,
        /** Its content is the same, and the executable bit is not. */
        MODE_CHANGED,
        /** A folder, a link or a submodule is in its place. */
        REPLACED,
        /** A conflict was merged before anybody had resolved it. */
        UNRESOLVED_MARKERS,
        /** A file that only the engine writes, its manifest or what it keeps of a delivered file, is damaged or gone. */
        STATE_TAMPERED;

        /** As prints and issues write it, in kebab case. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
