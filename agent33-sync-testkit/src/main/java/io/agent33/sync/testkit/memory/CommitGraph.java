package io.agent33.sync.testkit.memory;

import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.TreeEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;

/** Questions about history. */
final class CommitGraph {
    private static final Comparator<Commit> NEWER_FIRST =
            Comparator.comparing(Commit::time).reversed().thenComparing(Commit::id);

    private final ObjectDatabase objects;

    CommitGraph(ObjectDatabase objects) {
        this.objects = objects;
    }

    boolean isAncestor(ObjectId ancestor, ObjectId descendant) {
        objects.commit(ancestor);
        return reachable(List.of(descendant)).containsKey(ancestor);
    }

    /** Children before parents; among those that may come next, the newest. */
    void visit(ObjectId from, Collection<ObjectId> without, Predicate<Commit> visitor) {
        Map<ObjectId, Commit> wanted = reachable(List.of(from));
        wanted.keySet().removeAll(reachable(without).keySet());
        Map<ObjectId, Integer> children = new HashMap<>();
        wanted.values().forEach(commit -> parents(commit).forEach(parent -> children.merge(parent, 1, Integer::sum)));
        PriorityQueue<Commit> next = new PriorityQueue<>(NEWER_FIRST);
        if (wanted.containsKey(from)) {
            next.add(wanted.get(from));
        }
        while (!next.isEmpty()) {
            Commit commit = next.remove();
            if (!visitor.test(commit)) {
                return;
            }
            for (ObjectId parent : parents(commit)) {
                Commit candidate = wanted.get(parent);
                if (children.merge(parent, -1, Integer::sum) == 0 && candidate != null) {
                    next.add(candidate);
                }
            }
        }
    }

    /** The commits that only {@code tip} can reach, in the order of history. */
    List<Commit> ahead(ObjectId tip, ObjectId base) {
        List<Commit> commits = new ArrayList<>();
        visit(tip, List.of(base), commit -> {
            commits.add(0, commit);
            return true;
        });
        return commits;
    }

    Optional<ObjectId> mergeBase(ObjectId one, ObjectId other) {
        Set<ObjectId> known = reachable(List.of(one)).keySet();
        List<ObjectId> found = new ArrayList<>();
        visit(other, List.of(), commit -> {
            if (known.contains(commit.id())) {
                found.add(commit.id());
            }
            return found.isEmpty();
        });
        return found.stream().findFirst();
    }

    Optional<Commit> lastChange(ObjectId from, String path) {
        Commit commit = objects.commit(from);
        while (true) {
            Optional<TreeEntry> here = at(commit, path);
            if (commit.parents().isEmpty()) {
                return here.isPresent() ? Optional.of(commit) : Optional.empty();
            }
            Commit parent = objects.commit(commit.parents().get(0));
            if (!here.equals(at(parent, path))) {
                return Optional.of(commit);
            }
            commit = parent;
        }
    }

    private Optional<TreeEntry> at(Commit commit, String path) {
        return new MemoryTree(objects, commit.tree()).find(path);
    }

    private Map<ObjectId, Commit> reachable(Collection<ObjectId> from) {
        Map<ObjectId, Commit> found = new HashMap<>();
        Deque<ObjectId> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            ObjectId id = open.pop();
            if (!found.containsKey(id)) {
                Commit commit = objects.commit(id);
                found.put(id, commit);
                open.addAll(commit.parents());
            }
        }
        return found;
    }

    private static Set<ObjectId> parents(Commit commit) {
        return new HashSet<>(commit.parents());
    }
}
