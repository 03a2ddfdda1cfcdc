package io.agent33.sync.core.rename;

import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.core.rename.Renames.Exchange;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which paths, that are there before and after, may hold another file now. */
final class Left {
    private Left() {}

    static NavigableMap<String, Exchange> candidates(
            NavigableMap<String, ObjectId> gone,
            NavigableMap<String, ObjectId> added,
            Map<String, Exchange> stayed,
            Fingerprints fingerprints) {
        NavigableMap<String, Exchange> changed = new TreeMap<>(stayed);
        changed.values().removeIf(exchange -> exchange.before().equals(exchange.after()));
        // A chain has two ends. A ring has none, and is looked for by equal contents, so that no release is read whole.
        if (gone.isEmpty() || added.isEmpty()) {
            keepRings(changed.values());
        } else {
            keepDissimilar(changed, fingerprints);
        }
        return changed;
    }

    private static void keepRings(Collection<Exchange> changed) {
        Set<ObjectId> before = changed.stream().map(Exchange::before).collect(Collectors.toSet());
        Set<ObjectId> after = changed.stream().map(Exchange::after).collect(Collectors.toSet());
        changed.removeIf(exchange -> !after.contains(exchange.before()) || !before.contains(exchange.after()));
    }

    /** What cannot be compared may have been replaced: equal contents elsewhere have to say where it went. */
    private static void keepDissimilar(NavigableMap<String, Exchange> changed, Fingerprints fingerprints) {
        Map<String, Fingerprint> before = fingerprints.of(contents(changed, Exchange::before));
        Map<String, Fingerprint> after = fingerprints.of(contents(changed, Exchange::after));
        changed.keySet().removeIf(path -> {
            Fingerprint old = before.get(path);
            Fingerprint now = after.get(path);
            return old != null && now != null && old.score(now) >= SimilarContents.ENOUGH;
        });
    }

    private static NavigableMap<String, ObjectId> contents(
            NavigableMap<String, Exchange> changed, Function<Exchange, ObjectId> side) {
        NavigableMap<String, ObjectId> contents = new TreeMap<>();
        changed.forEach((path, exchange) -> contents.put(path, side.apply(exchange)));
        return contents;
    }
}
