package io.agent33.sync.core.git;

import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.ObjectId;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Questions about the history that a repository holds. */
final class History {
    private static final Comparator<Commit> NEWER_FIRST =
            Comparator.comparing(Commit::time).reversed().thenComparing(Commit::id);

    private final Repository repository;

    History(Repository repository) {
        this.repository = repository;
    }

    boolean isAncestor(ObjectId ancestor, ObjectId descendant) throws IOException {
        try (RevWalk walk = walk()) {
            return walk.isMergedInto(start(walk, ancestor), start(walk, descendant));
        }
    }

    /**
     * Visits what {@code from} can reach and none of {@code without} can: children before parents, and of those that may
     * come next the newest. JGit's own order leaves commits of the same second to chance.
     */
    void visit(ObjectId from, Collection<ObjectId> without, Predicate<Commit> visitor) throws IOException {
        Map<ObjectId, Integer> children = new HashMap<>();
        Set<ObjectId> wanted = wanted(from, without, children);
        try (ObjectReader reader = repository.newObjectReader()) {
            PriorityQueue<Commit> next = new PriorityQueue<>(NEWER_FIRST);
            if (wanted.contains(from)) {
                next.add(Commits.read(reader, Ids.in(from)));
            }
            while (!next.isEmpty()) {
                Commit commit = next.remove();
                if (!visitor.test(commit)) {
                    return;
                }
                for (ObjectId parent : new HashSet<>(commit.parents())) {
                    if (children.merge(parent, -1, Integer::sum) == 0 && wanted.contains(parent)) {
                        next.add(Commits.read(reader, Ids.in(parent)));
                    }
                }
            }
        }
    }

    private Set<ObjectId> wanted(ObjectId from, Collection<ObjectId> without, Map<ObjectId, Integer> children)
            throws IOException {
        Set<ObjectId> wanted = new HashSet<>();
        try (RevWalk walk = walk()) {
            walk.markStart(start(walk, from));
            for (ObjectId id : without) {
                walk.markUninteresting(start(walk, id));
            }
            for (RevCommit commit : walk) {
                wanted.add(Ids.of(commit));
                for (RevCommit parent : Set.of(commit.getParents())) {
                    children.merge(Ids.of(parent), 1, Integer::sum);
                }
            }
        }
        return wanted;
    }

    private static RevCommit start(RevWalk walk, ObjectId id) throws IOException {
        try {
            return walk.parseCommit(Ids.in(id));
        } catch (MissingObjectException | IncorrectObjectTypeException e) {
            throw new NoSuchCommit(Ids.in(id));
        }
    }

    private RevWalk walk() {
        RevWalk walk = new RevWalk(repository);
        walk.setRetainBody(false);
        return walk;
    }
}
