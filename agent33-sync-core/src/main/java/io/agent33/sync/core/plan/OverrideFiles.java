package io.agent33.sync.core.plan;

import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.core.glob.IgnoreRules;
import io.agent33.sync.core.state.OverridesFolder;
import io.agent33.sync.core.tree.Blobs;
import io.agent33.sync.core.tree.CachedTree;
import io.agent33.sync.core.tree.TreeFiles;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What lies in a downstream's folder of local customisations (S8). */
final class OverrideFiles {
    /** A million lines. */
    private static final int MAX_IGNORE = 16 << 20;

    private final CachedTree tree;
    private final String prefix;
    private final Map<String, TreeEntry> bySource = new TreeMap<>();
    private final String ignoreText;
    private final IgnoreRules ignored;

    OverrideFiles(CachedTree tree, BlobSource blobs, String prefix) {
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
        this.ignoreText = tree.find(OverridesFolder.IGNORE.value())
                .filter(entry -> entry.mode().isFile())
                .flatMap(entry -> Blobs.read(blobs, entry.id(), MAX_IGNORE))
                .map(content -> new String(content, StandardCharsets.UTF_8))
                .orElse("");
        this.ignored = IgnoreRules.parse(ignoreText);
    }

    /** Source paths with whatever lies where their overrides are, in order. */
    Map<String, TreeEntry> bySource() {
        return bySource;
    }

    /** What lies where the override of a source path is. */
    Optional<TreeEntry> find(String source) {
        return Optional.ofNullable(bySource.get(source));
    }

    /** Where the override of a source path lies, or would. */
    Optional<RepoPath> place(String source) {
        return OverridesFolder.overrideOf(source, prefix);
    }

    /** Whether even a folder lies where an override would. */
    boolean isTaken(String source) {
        return place(source).flatMap(path -> tree.find(path.value())).isPresent();
    }

    /** Whether this downstream does not want the file of a source path. */
    boolean optedOut(String source) {
        return ignored.ignores(inFolder(source));
    }

    /** The opt-out file with a line more for each of these source paths. */
    byte[] optingOutOf(Iterable<String> sources) {
        String end = ignoreText.contains("\r\n") ? "\r\n" : "\n";
        StringBuilder text = new StringBuilder(ignoreText);
        if (!ignoreText.isEmpty() && !ignoreText.endsWith("\n")) {
            text.append(end);
        }
        sources.forEach(
                source -> text.append(IgnoreRules.lineFor(inFolder(source))).append(end));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String inFolder(String source) {
        return source.startsWith(prefix) ? source.substring(prefix.length()) : source;
    }
}
