package io.agent33.sync.core.plan.local;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.repository.RepoPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What a sync adds to files of the downstream's own. For one rule. */
public final class Additions {
    private final Map<RepoPath, byte[]> contents = new HashMap<>();
    private final List<Objection> objections = new ArrayList<>();

    /** @param with the whole new content; asked only if it can be written */
    void add(OwnFile file, Supplier<byte[]> with) {
        file.objection().ifPresentOrElse(objections::add, () -> contents.put(file.place(), with.get()));
    }

    /** For a reason of another kind. */
    void refuse(Objection objection) {
        objections.add(objection);
    }

    /** New content, by place. */
    public Map<RepoPath, byte[]> contents() {
        return contents;
    }

    /** Files that cannot be added to: what was to be said in them would be lost. */
    public List<Objection> objections() {
        return objections;
    }
}
