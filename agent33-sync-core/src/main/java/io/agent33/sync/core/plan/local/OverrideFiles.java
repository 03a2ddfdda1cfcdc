package io.agent33.sync.core.plan.local;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.core.glob.IgnoreRules;
import io.agent33.sync.core.state.OverridesFolder;
import io.agent33.sync.core.tree.CachedTree;
import io.agent33.sync.core.tree.TreeFiles;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What lies in a downstream's folder of local customisations (S8). For one thread. */
public final class OverrideFiles {
    /** Stands in the opt-out file before a source path that the prefix does not lead to. */
    private static final String OUTSIDE = "upstream:/";

    private final CachedTree tree;
    private final String prefix;
    private final Map<String, TreeEntry> bySource = new TreeMap<>();
    private final Map<String, Optional<RepoPath>> places = new HashMap<>();
    private final OwnFile ignoreFile;
    private final IgnoreRules ignored;

    public OverrideFiles(CachedTree tree, BlobSource blobs, String prefix) {
        this.tree = tree;
        this.prefix = prefix;
        boolean any = tree.find(OverridesFolder.ROOT)
                .filter(entry -> entry.mode() == FileMode.FOLDER)
                .isPresent();
        if (any) {
            TreeFiles.below(
                    tree,
                    OverridesFolder.ROOT,
                    entry -> OverridesFolder.sourceOf(entry.path(), prefix)
                            .ifPresent(source -> bySource.put(source, entry)));
        }
        this.ignoreFile = OwnFile.read(OverridesFolder.IGNORE, tree, blobs);
        this.ignored = IgnoreRules.parse(text(ignoreFile));
    }

    /** Why the folder cannot be read: what it might hold is not to be taken for dropped. */
    Optional<Objection> objection() {
        return tree.find(OverridesFolder.ROOT)
                .filter(entry -> entry.mode() != FileMode.FOLDER)
                .map(entry -> Objection.of(
                        "own-file-unfit",
                        OverridesFolder.ROOT,
                        "a folder",
                        entry.mode().toString(),
                        "make it a folder, or remove it"));
    }

    /** Source paths with whatever lies where their overrides are, in order. */
    Map<String, TreeEntry> bySource() {
        return bySource;
    }

    /** What lies where the override of a source path is. */
    public Optional<TreeEntry> find(String source) {
        return Optional.ofNullable(bySource.get(source));
    }

    /** Where the override of a source path lies, or would. */
    public Optional<RepoPath> place(String source) {
        return places.computeIfAbsent(source, path -> OverridesFolder.overrideOf(path, prefix));
    }

    /** What source paths have before the path of an override. */
    String prefix() {
        return prefix;
    }

    /** Whether even a folder lies where an override would. */
    boolean isTaken(String source) {
        return place(source).flatMap(path -> tree.find(path.value())).isPresent();
    }

    /** Whether this downstream does not want the file of a source path. */
    public boolean optedOut(String source) {
        return ignored.ignores(inFolder(source));
    }

    /** The opt-out file. */
    OwnFile ignoreFile() {
        return ignoreFile;
    }

    /** The opt-out file with a line more for each of these source paths; what stands there stays, byte for byte. */
    byte[] optingOutOf(Iterable<String> sources) {
        String before = text(ignoreFile);
        String end = before.contains("\r\n") ? "\r\n" : "\n";
        StringBuilder added = new StringBuilder(before.isEmpty() || before.endsWith("\n") ? "" : end);
        sources.forEach(
                source -> added.append(IgnoreRules.lineFor(inFolder(source))).append(end));
        byte[] lines = added.toString().getBytes(StandardCharsets.UTF_8);
        byte[] content = Arrays.copyOf(ignoreFile.content(), ignoreFile.content().length + lines.length);
        System.arraycopy(lines, 0, content, ignoreFile.content().length, lines.length);
        return content;
    }

    private static String text(OwnFile file) {
        return new String(file.content(), StandardCharsets.UTF_8);
    }

    /**
     * How the opt-out file names a source path: as an override would lie in the folder. What lies outside of the prefix has
     * no place there; it is named behind {@value #OUTSIDE}, which no path can hold (S4), so that no two share a name.
     */
    private String inFolder(String source) {
        return source.startsWith(prefix) ? source.substring(prefix.length()) : OUTSIDE + source;
    }
}
