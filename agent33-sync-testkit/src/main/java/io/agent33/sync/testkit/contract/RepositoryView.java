package io.agent33.sync.testkit.contract;

import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.ObjectId;

/** What the ports of upstream and downstream have in common. */
interface RepositoryView {
    /** The tip of the default branch. */
    ObjectId head();

    Commit commit(ObjectId id);

    FileTree tree(ObjectId commit);

    BlobSource blobs();

    boolean isAncestor(ObjectId ancestor, ObjectId descendant);

    /** The tree of the default branch. */
    default FileTree tree() {
        return tree(head());
    }
}
