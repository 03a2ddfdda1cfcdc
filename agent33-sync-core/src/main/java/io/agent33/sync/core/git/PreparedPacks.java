package io.agent33.sync.core.git;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/**
 * Packs of whole folders that many downstreams get: each is made once and written to all of them as it is. They live in
 * memory, and no longer than the upstream is open. Thread-safe.
 */
final class PreparedPacks {
    /** As many objects as make git keep a pack that was pushed, instead of unpacking it. */
    private static final int FEWEST = 100;

    private static final int MOST_PACKS = 4;
    private static final int MOST_SEEN = 1 << 16;
    private static final int SHARE_OF_HEAP = 32;

    private final Set<ObjectId> seen = Collections.newSetFromMap(new ConcurrentHashMap<>());
    private final Map<ObjectId, Preparation> latest = new Latest();

    /** How the objects of a folder are found and packed. */
    @FunctionalInterface
    interface Packing {
        /** Empty if there are fewer than so many, or if they take more bytes than so many. */
        Optional<PreparedPack> pack(int fewest, long most) throws IOException;
    }

    /**
     * The pack of a folder with all that is in it.
     *
     * @param upstream whose folders are what other downstreams get too; others must have been seen before
     * @return empty if it is not worth it
     */
    Optional<PreparedPack> of(ObjectId folder, Repository upstream, Packing packing) throws IOException {
        if (isFirstSight(folder) && !upstream.getObjectDatabase().has(folder)) {
            return Optional.empty();
        }
        Preparation preparation;
        synchronized (latest) {
            preparation = latest.computeIfAbsent(folder, id -> new Preparation());
        }
        return preparation.by(packing);
    }

    private boolean isFirstSight(ObjectId folder) {
        if (seen.size() > MOST_SEEN) {
            seen.clear();
        }
        return seen.add(folder);
    }

    private static final class Preparation {
        private boolean done;
        private Optional<PreparedPack> pack = Optional.empty();

        synchronized Optional<PreparedPack> by(Packing packing) throws IOException {
            if (!done) {
                pack = packing.pack(FEWEST, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
                done = true;
            }
            return pack;
        }
    }

    private static final class Latest extends LinkedHashMap<ObjectId, Preparation> {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ObjectId, Preparation> eldest) {
            return size() > MOST_PACKS;
        }
    }
}
