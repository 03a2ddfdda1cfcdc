package io.agent33.sync.testkit.memory;

import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.ObjectId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the buttons of a forge do. Files are merged whole: both sides must not change the same file differently. */
final class ForgeMerge {
    private final MemoryGit git;
    private final ObjectDatabase objects;

    ForgeMerge(MemoryGit git) {
        this.git = git;
        this.objects = git.objects();
    }

    ObjectId merge(String branch) {
        synchronized (git) {
            ObjectId ours = base();
            ObjectId theirs = git.existing(branch);
            return advance(commit(merged(ours, theirs), List.of(ours, theirs), "Merge branch '" + branch + "'\n"));
        }
    }

    ObjectId squash(String branch, String message) {
        synchronized (git) {
            ObjectId ours = base();
            return advance(commit(merged(ours, git.existing(branch)), List.of(ours), message));
        }
    }

    ObjectId rebase(String branch) {
        synchronized (git) {
            ObjectId tip = base();
            for (Commit commit : new CommitGraph(objects).ahead(git.existing(branch), tip)) {
                Optional<ObjectId> before =
                        commit.parents().stream().findFirst().map(this::tree);
                ObjectId tree = merge(before, tree(tip), commit.tree());
                String author = CommitText.signature(commit.author(), commit.time());
                tip = objects.put(CommitText.commit(tree, List.of(tip), author, committer(), commit.message()));
            }
            return advance(tip);
        }
    }

    private ObjectId base() {
        return git.existing(git.defaultBranch());
    }

    private ObjectId merged(ObjectId ours, ObjectId theirs) {
        Optional<ObjectId> ancestor = new CommitGraph(objects).mergeBase(ours, theirs);
        return merge(ancestor.map(this::tree), tree(ours), tree(theirs));
    }

    private ObjectId merge(Optional<ObjectId> ancestor, ObjectId ours, ObjectId theirs) {
        Map<String, TreeItem> before = ancestor.map(this::files).orElse(Map.of());
        Map<String, TreeItem> here = files(ours);
        Map<String, TreeItem> there = files(theirs);
        Map<String, TreeEditor.Edit> edits = new HashMap<>();
        Set<String> paths = new HashSet<>(before.keySet());
        paths.addAll(there.keySet());
        for (String path : paths) {
            Optional<TreeItem> wanted = Optional.ofNullable(there.get(path));
            Optional<TreeItem> old = Optional.ofNullable(before.get(path));
            Optional<TreeItem> present = Optional.ofNullable(here.get(path));
            if (!wanted.equals(old) && !wanted.equals(present)) {
                if (!present.equals(old)) {
                    throw new IllegalStateException("conflict at \"" + RawPath.shown(path) + "\"");
                }
                edits.put(path, new TreeEditor.Edit(wanted));
            }
        }
        return new TreeEditor(objects, false).apply(Optional.of(ours), edits);
    }

    private Map<String, TreeItem> files(ObjectId tree) {
        Map<String, TreeItem> files = new HashMap<>();
        collect("", tree, files);
        return files;
    }

    private void collect(String prefix, ObjectId tree, Map<String, TreeItem> files) {
        for (TreeItem item : objects.tree(tree)) {
            if (item.isFolder()) {
                collect(prefix + item.name() + "/", item.id(), files);
            } else {
                files.put(prefix + item.name(), item);
            }
        }
    }

    private ObjectId tree(ObjectId commit) {
        return objects.commit(commit).tree();
    }

    private ObjectId commit(ObjectId tree, List<ObjectId> parents, String message) {
        return objects.put(CommitText.commit(tree, parents, committer(), committer(), message));
    }

    private String committer() {
        return CommitText.signature(MemoryGit.PERSON, git.nextTime());
    }

    private ObjectId advance(ObjectId commit) {
        git.branch(git.defaultBranch(), commit);
        return commit;
    }
}
