package io.agent33.sync.testkit.memory;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.ObjectId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Objects by id; thread-safe. A layer on top of another one sees what that one holds and writes to itself alone. */
final class ObjectDatabase {
    private final Map<ObjectId, GitObject> objects = new ConcurrentHashMap<>();
    private final Map<ObjectId, Commit> commits = new ConcurrentHashMap<>();
    private final Map<ObjectId, List<TreeItem>> trees = new ConcurrentHashMap<>();
    private final Optional<ObjectDatabase> below;

    ObjectDatabase() {
        this.below = Optional.empty();
    }

    ObjectDatabase(ObjectDatabase below) {
        this.below = Optional.of(below);
    }

    ObjectId put(GitObject object) {
        if (find(object.id()).isEmpty()) {
            objects.put(object.id(), object);
        }
        return object.id();
    }

    Optional<GitObject> find(ObjectId id) {
        GitObject here = objects.get(id);
        return here != null ? Optional.of(here) : below.flatMap(layer -> layer.find(id));
    }

    GitObject get(ObjectId id, GitObject.Kind kind) {
        return find(id).filter(object -> object.kind() == kind)
                .orElseThrow(() -> new RepositoryException(
                        kind == GitObject.Kind.COMMIT
                                ? RepositoryException.Reason.NO_SUCH_REVISION
                                : RepositoryException.Reason.CORRUPT,
                        "there is no " + GitObject.keyword(kind) + " " + id + " in this repository"));
    }

    /** Parsed once, by the layer that holds it. */
    Commit commit(ObjectId id) {
        if (below.isPresent() && !objects.containsKey(id)) {
            return below.get().commit(id);
        }
        Commit known = commits.get(id);
        if (known != null) {
            return known;
        }
        Commit commit = CommitText.parse(get(id, GitObject.Kind.COMMIT));
        commits.put(id, commit);
        return commit;
    }

    List<TreeItem> tree(ObjectId id) {
        List<TreeItem> known = trees.get(id);
        if (known != null) {
            return known;
        }
        List<TreeItem> items = List.copyOf(TreeItem.decode(get(id, GitObject.Kind.TREE)));
        trees.put(id, items);
        return items;
    }

    /** The commit that a reference leads to through any number of annotated tags; empty if it leads elsewhere. */
    Optional<ObjectId> peel(ObjectId id) {
        Optional<GitObject> object = find(id);
        while (object.isPresent() && object.get().kind() == GitObject.Kind.TAG) {
            object = find(CommitText.target(object.get()));
        }
        return object.filter(it -> it.kind() == GitObject.Kind.COMMIT).map(GitObject::id);
    }
}
