package io.agent33.sync.github.simulated;

import io.agent33.sync.api.repository.RepositoryId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A repository. Guarded by its GitHub. */
final class Place {
    final String owner;
    final String name;
    final int id;
    final List<Thing> things = new ArrayList<>();
    /** By their names in small letters: what they are called, their colours and descriptions. */
    final Map<String, String[]> labels = new LinkedHashMap<>();

    final Set<String> branches = new LinkedHashSet<>(Set.of("main"));
    /** Users and teams who may be asked for reviews; all if it is empty. */
    final Set<String> collaborators = new LinkedHashSet<>();

    boolean archived;
    boolean drafts = true;
    boolean autoMerge = true;
    /** What is in the way of merging, in GitHub's words; what GitHub says in turn, the last of them from then on. */
    final Deque<String> mergeStates = new ArrayDeque<>(List.of("blocked"));

    Place(String owner, String name, int id) {
        this.owner = owner;
        this.name = name;
        this.id = id;
    }

    /** The same under another name. */
    Place(String owner, String name, Place before) {
        this(owner, name, before.id);
        things.addAll(before.things);
        labels.putAll(before.labels);
        branches.addAll(before.branches);
        collaborators.addAll(before.collaborators);
    }

    String mergeState() {
        return mergeStates.size() > 1 ? mergeStates.remove() : mergeStates.element();
    }

    RepositoryId id() {
        return RepositoryId.of(owner + "/" + name);
    }

    Optional<Thing> thing(int number) {
        return things.stream().filter(thing -> thing.number == number).findFirst();
    }

    Optional<Thing> openPull(String head) {
        return things.stream()
                .filter(thing -> thing.isPull() && thing.open && thing.head().equals(head))
                .findFirst();
    }

    boolean mayReview(String who) {
        return collaborators.isEmpty() || collaborators.contains(who);
    }
}
