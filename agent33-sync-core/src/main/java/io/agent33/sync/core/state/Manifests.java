package io.agent33.sync.core.state;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.core.tree.Blobs;
import java.util.Optional;

/**
 * Reads the manifests that lie in a downstream, and trusts none that another rule or another upstream wrote (S9).
 *
 * @param upstream the name of the upstream whose manifests are meant
 */
public record Manifests(String upstream) {
    /** A manifest of 200,000 files. */
    private static final int MAX_LENGTH = 64 << 20;

    /**
     * What lies in a rule's folder.
     *
     * @return empty if nothing lies there
     * @throws ManifestException if it cannot be trusted
     */
    public Optional<Manifest> read(FileTree tree, BlobSource blobs, StateFolder folder) throws ManifestException {
        Optional<TreeEntry> entry = tree.find(folder.manifest().value());
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        String path = entry.get().path();
        Manifest manifest = ManifestFormat.read(path, content(entry.get(), blobs));
        expect(path, "rule", folder.ruleId(), manifest.ruleId(), "delete this folder");
        expect(
                path,
                "upstream",
                upstream,
                manifest.upstream(),
                "name the upstream so (--upstream-id, or GitUpstream.id), or delete this folder for a first sync");
        return Optional.of(manifest);
    }

    private static byte[] content(TreeEntry entry, BlobSource blobs) throws ManifestException {
        if (!entry.mode().isFile()) {
            throw damaged(entry, "a file", entry.mode().toString());
        }
        Optional<byte[]> content = Blobs.read(blobs, entry.id(), MAX_LENGTH);
        if (content.isEmpty()) {
            throw damaged(entry, "at most " + MAX_LENGTH + " bytes", "more");
        }
        return content.get();
    }

    private static ManifestException damaged(TreeEntry entry, String expected, String found) {
        return new ManifestException(
                Objection.of("manifest-damaged", entry.path(), expected, found, "delete its folder for a first sync"));
    }

    /** What another rule or another upstream delivered is not this rule's to change. */
    private static void expect(String path, String key, String expected, String found, String remedy)
            throws ManifestException {
        if (!expected.equals(found)) {
            throw new ManifestException(
                    Objection.of("manifest-foreign", path, key + " \"" + expected + "\"", "\"" + found + "\"", remedy));
        }
    }
}
