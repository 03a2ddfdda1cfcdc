package io.agent33.sync.core.plan;

import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.api.repository.UpstreamRepository;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every path that a commit or one before it has, files and folders (S6). It reads each version of a folder once. */
final class PastPaths {
    private final UpstreamRepository upstream;
    private final Set<String> paths = new HashSet<>();
    private final Set<String> seen = new HashSet<>();

    private PastPaths(UpstreamRepository upstream) {
        this.upstream = upstream;
    }

    static Set<String> of(UpstreamRepository upstream, ObjectId commit) {
        PastPaths past = new PastPaths(upstream);
        upstream.history(commit, List.of(), past::visit);
        return past.paths;
    }

    private boolean visit(Commit commit) {
        if (seen.add(commit.tree().toString())) {
            folder(upstream.tree(commit.id()), "");
        }
        return true;
    }

    private void folder(FileTree tree, String folder) {
        for (TreeEntry entry : tree.children(folder)) {
            paths.add(entry.path());
            if (entry.mode() == FileMode.FOLDER && seen.add(entry.id() + " " + entry.path())) {
                folder(tree, entry.path());
            }
        }
    }
}
