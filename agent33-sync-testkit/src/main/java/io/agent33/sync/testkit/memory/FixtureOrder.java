package io.agent33.sync.testkit.memory;

import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.ObjectId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The objects that references lead to, each after those that it names. */
final class FixtureOrder {
    private FixtureOrder() {}

    static List<GitObject> of(Function<ObjectId, Optional<GitObject>> objects, Collection<ObjectId> roots) {
        List<GitObject> ordered = new ArrayList<>();
        Set<ObjectId> done = new HashSet<>();
        Deque<ObjectId> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            ObjectId id = open.peek();
            List<ObjectId> missing = objects.apply(id).stream()
                    .flatMap(FixtureOrder::names)
                    .filter(named -> !done.contains(named))
                    .toList();
            if (missing.isEmpty()) {
                open.pop();
                if (done.add(id)) {
                    objects.apply(id).ifPresent(ordered::add);
                }
            } else {
                missing.forEach(open::push);
            }
        }
        return ordered;
    }

    private static Stream<ObjectId> names(GitObject object) {
        return switch (object.kind()) {
            case BLOB -> Stream.empty();
            case TREE ->
                TreeItem.decode(object).stream()
                        .filter(item -> item.mode() != FileMode.SUBMODULE)
                        .map(TreeItem::id);
            case TAG -> Stream.of(CommitText.target(object));
            case COMMIT -> {
                Commit commit = CommitText.parse(object);
                yield Stream.concat(Stream.of(commit.tree()), commit.parents().stream());
            }
        };
    }
}
