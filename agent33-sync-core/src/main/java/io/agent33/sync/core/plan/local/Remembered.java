package io.agent33.sync.core.plan.local;

import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.TreeEntry;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.annotation.Nullable;

/**
 * Whether the content that the manifest names is still where the base branch can show it. A clone may have it from its
 * history all the same: but then the plan would be another one from a full clone than from a shallow one (S2, S9).
 */
final class Remembered {
    private final Sides sides;
    private final LocalState local;
    /** Looked for when content is first asked for; most plans ask for none. */
    private @Nullable Set<ObjectId> lost;

    Remembered(Sides sides) {
        this.sides = sides;
        this.local = sides.local();
    }

    boolean isLost(ObjectId blob) {
        if (lost == null) {
            lost = search();
        }
        return lost.contains(blob);
    }

    private Set<ObjectId> search() {
        Set<ObjectId> missing = new HashSet<>();
        Set<ObjectId> found = new HashSet<>();
        local.records()
                .forEach(record -> local.source().kept(record).forEach((place, blob) -> {
                    boolean isThere = at(place).filter(blob::equals).isPresent();
                    (isThere ? found : missing).add(blob);
                }));
        missing.removeAll(found);
        if (!missing.isEmpty()) {
            local.records().forEach(record -> at(record.target()).ifPresent(missing::remove));
            sides.overrides().bySource().values().forEach(entry -> missing.remove(entry.id()));
            sides.rendered().forEach(file -> missing.remove(file.state().id()));
        }
        return missing;
    }

    private Optional<ObjectId> at(RepoPath path) {
        return local.tree().find(path.value()).map(TreeEntry::id);
    }
}
