package io.agent33.sync.testkit.memory;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.BlobStore;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.BranchUpdate;
import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.CommitDraft;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.repository.TreeEdit;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An engine's view of a downstream for one run. */
final class MemoryClone implements DownstreamRepository {
    private final MemoryDownstream origin;
    private final ObjectDatabase objects;
    private final CommitGraph graph;
    private boolean closed;

    MemoryClone(MemoryDownstream origin) {
        this.origin = origin;
        this.objects = origin.cache();
        this.graph = new CommitGraph(objects);
    }

    @Override
    public RepositoryId id() {
        return origin.id();
    }

    @Override
    public BranchTip base(Optional<String> branch) {
        check();
        MemoryGit git = origin.git();
        synchronized (git) {
            String name = branch.orElseGet(git::defaultBranch);
            return new BranchTip(name, git.tip(name).orElseThrow(() -> missing(name)));
        }
    }

    private RepositoryException missing(String branch) {
        return origin.git().branches().isEmpty()
                ? new RepositoryException(RepositoryException.Reason.EMPTY, id() + " has no commit yet")
                : new RepositoryException(
                        RepositoryException.Reason.NO_SUCH_REVISION, id() + " has no branch " + branch);
    }

    @Override
    public List<BranchTip> branches(String prefix) {
        check();
        return origin.git().branches().entrySet().stream()
                .filter(branch -> branch.getKey().startsWith(prefix))
                .map(branch -> new BranchTip(branch.getKey(), branch.getValue()))
                .toList();
    }

    @Override
    public Commit commit(ObjectId commit) {
        check();
        return objects.commit(commit);
    }

    @Override
    public FileTree tree(ObjectId commit) {
        return new MemoryTree(objects, commit(commit).tree());
    }

    @Override
    public boolean isAncestor(ObjectId ancestor, ObjectId descendant) {
        check();
        return graph.isAncestor(ancestor, descendant);
    }

    @Override
    public Optional<Commit> lastChange(ObjectId from, String path) {
        check();
        return graph.lastChange(from, path);
    }

    @Override
    public BlobStore blobs() {
        checkOpen();
        return new MemoryBlobs(objects);
    }

    @Override
    public ObjectId buildTree(ObjectId base, List<TreeEdit> edits, BlobSource contents) {
        Map<String, TreeEditor.Edit> byPath = new HashMap<>();
        for (TreeEdit edit : edits) {
            edit.after().ifPresent(file -> take(file, contents));
            Optional<TreeItem> item =
                    edit.after().map(file -> new TreeItem(RawPath.of(edit.path().name()), file.mode(), file.id()));
            if (byPath.put(RawPath.of(edit.path().value()), new TreeEditor.Edit(item)) != null) {
                throw new IllegalArgumentException("two edits at \"" + edit.path() + "\"");
            }
        }
        return new TreeEditor(objects, true).apply(Optional.of(commit(base).tree()), byPath);
    }

    private void take(FileState file, BlobSource contents) {
        if (!blobs().contains(file.id())) {
            try (InputStream content = contents.open(file.id())) {
                blobs().put(content, contents.size(file.id()));
            } catch (IOException e) {
                throw new RepositoryException(
                        RepositoryException.Reason.STORAGE, "blob " + file.id() + " could not be read", e);
            }
        }
    }

    @Override
    public BranchUpdate push(CommitDraft draft) {
        check();
        objects.commit(draft.parent());
        objects.tree(draft.tree());
        String signature = CommitText.signature(draft.author(), draft.time());
        ObjectId commit = objects.put(
                CommitText.commit(draft.tree(), List.of(draft.parent()), signature, signature, draft.message()));
        return origin.update(draft.branch(), draft.expectedTip(), Optional.of(commit));
    }

    @Override
    public BranchUpdate delete(String branch, ObjectId expected) {
        check();
        return origin.update(branch, Optional.of(expected), Optional.empty());
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            origin.closed();
        }
    }

    private void check() {
        checkOpen();
        origin.check();
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("this clone of " + id() + " is closed");
        }
    }
}
