package io.agent33.sync.core.rule;

import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.Revision;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.core.text.Excerpt;
import io.agent33.sync.core.text.OneLine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The upstream's own folder of rules, at one commit. */
final class UpstreamRuleFiles implements RuleFiles {
    static final String FOLDER = "core/orchestrator/distribution/rules";

    private final Optional<String> reference;

    /** @param reference empty for the head of the default branch */
    UpstreamRuleFiles(Optional<String> reference) {
        this.reference = reference;
    }

    @Override
    public void visit(UpstreamRepository upstream, Visitor visitor) {
        Revision revision = revision(upstream);
        FileTree tree = upstream.tree(revision.commit());
        if (tree.find(FOLDER).filter(entry -> entry.mode() == FileMode.FOLDER).isEmpty()) {
            visitor.refused(Objection.of(
                            "no-rules-folder",
                            FOLDER,
                            "a folder with rules",
                            "none at " + revision.name() + " ("
                                    + revision.commit().abbreviated() + ") of " + upstream.id(),
                            "add one, or name another source of rules")
                    .at(Location.of(FOLDER)));
            return;
        }
        BlobSource blobs = upstream.blobs();
        for (TreeEntry entry : entries(tree, visitor)) {
            String name = OneLine.of(entry.path());
            if (entry.mode().isFile()) {
                visitor.file(name, () -> blobs.open(entry.id()));
            } else {
                visitor.refused(RuleFiles.notAFile(name, "a symbolic link or a submodule"));
            }
        }
    }

    private Revision revision(UpstreamRepository upstream) {
        if (reference.isEmpty()) {
            return upstream.refs().head();
        }
        return upstream.resolve(reference.get())
                .orElseThrow(() -> new ConfigurationException(Objection.of(
                        "no-such-reference",
                        "the reference that rules are read at",
                        "a branch, a tag or a commit of " + upstream.id(),
                        Excerpt.quoted(reference.get()),
                        "")));
    }

    /** Everything below the folder that is named like a rule file, by path. */
    private static List<TreeEntry> entries(FileTree tree, Visitor visitor) {
        List<TreeEntry> found = new ArrayList<>();
        Deque<String> folders = new ArrayDeque<>(List.of(FOLDER));
        int seen = 0;
        while (!folders.isEmpty()) {
            for (TreeEntry child : tree.children(folders.removeFirst())) {
                if (++seen > MAX_FILES) {
                    visitor.refused(RuleFiles.tooMany(FOLDER));
                    return sorted(found);
                }
                if (child.mode() == FileMode.FOLDER) {
                    if (!child.name().equals(ARCHIVED)) {
                        folders.addLast(child.path());
                    }
                } else if (RuleFiles.isYaml(child.name())) {
                    found.add(child);
                }
            }
        }
        return sorted(found);
    }

    private static List<TreeEntry> sorted(List<TreeEntry> entries) {
        entries.sort(Comparator.comparing(TreeEntry::path));
        return entries;
    }
}
