package io.agent33.sync.testkit.contract;

import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.BlobStore;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.BranchUpdate;
import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.CommitDraft;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.repository.TreeEdit;
import java.util.List;
import java.util.Optional;

/** A downstream that does as another one; tests override what it shall do wrong. */
class FaultyDownstream implements DownstreamRepository {
    final DownstreamRepository right;

    FaultyDownstream(DownstreamRepository right) {
        this.right = right;
    }

    @Override
    public RepositoryId id() {
        return right.id();
    }

    @Override
    public BranchTip base(Optional<String> branch) {
        return right.base(branch);
    }

    @Override
    public List<BranchTip> branches(String prefix) {
        return right.branches(prefix);
    }

    @Override
    public Commit commit(ObjectId id) {
        return right.commit(id);
    }

    @Override
    public FileTree tree(ObjectId commit) {
        return right.tree(commit);
    }

    @Override
    public boolean isAncestor(ObjectId ancestor, ObjectId descendant) {
        return right.isAncestor(ancestor, descendant);
    }

    @Override
    public Optional<Commit> lastChange(ObjectId from, String path) {
        return right.lastChange(from, path);
    }

    @Override
    public BlobStore blobs() {
        return right.blobs();
    }

    @Override
    public ObjectId buildTree(ObjectId base, List<TreeEdit> edits, BlobSource contents) {
        return right.buildTree(base, edits, contents);
    }

    @Override
    public BranchUpdate push(CommitDraft draft) {
        return right.push(draft);
    }

    @Override
    public BranchUpdate delete(String branch, ObjectId expected) {
        return right.delete(branch, expected);
    }

    @Override
    public void close() {
        right.close();
    }
}
