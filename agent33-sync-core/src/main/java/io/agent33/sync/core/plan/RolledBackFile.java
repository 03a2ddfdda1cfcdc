package io.agent33.sync.core.plan;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.core.rollback.RolledBack;
import io.agent33.sync.core.rollback.RolledBackFormat;
import io.agent33.sync.core.state.ManifestException;
import io.agent33.sync.core.state.StateFolder;
import io.agent33.sync.core.tree.Blobs;
import java.util.Optional;

/** Reads the memory of a rule's rolled-back releases where it lies (S12). */
public final class RolledBackFile {
    private static final int MAX = 1 << 20;
    private static final String WAY_OUT =
            "restore it from the history, or delete it to let every release be delivered again";

    private RolledBackFile() {}

    /** @throws ManifestException if it cannot be trusted: a release that nobody wants might come back */
    public static RolledBack read(DownstreamRepository downstream, FileTree tree, StateFolder folder)
            throws ManifestException {
        String path = folder.rolledBack().value();
        Optional<TreeEntry> entry = tree.find(path);
        if (entry.isEmpty()) {
            return RolledBack.none();
        }
        RolledBackFormat.Read read = entry.filter(file -> file.mode().isFile())
                .flatMap(file -> Blobs.read(downstream.blobs(), file.id(), MAX))
                .map(RolledBackFormat::read)
                .orElseGet(RolledBackFormat.Damaged::new);
        if (read instanceof RolledBackFormat.Good good) {
            return good.memory();
        }
        throw new ManifestException(
                read instanceof RolledBackFormat.Newer newer ? newer(path, newer.format()) : damaged(path));
    }

    private static Objection damaged(String path) {
        return Objection.of(
                "rolled-back-damaged",
                path,
                "the key format, and the key releases with a list of releases, such as \"v2.4.0\"",
                "something else",
                WAY_OUT);
    }

    private static Objection newer(String path, int format) {
        return Objection.of(
                "rolled-back-newer",
                path,
                "format " + RolledBackFormat.FORMAT,
                "format " + format,
                "use the newer version of the engine that wrote it");
    }
}
