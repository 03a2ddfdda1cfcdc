package io.agent33.sync.core.rename;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.stream.Collectors;

/** The pairs of paths whose contents share enough lines to be the same file, changed. */
final class SimilarContents {
    /** Of {@link Fingerprint#ALL}: git's own threshold. */
    static final int ENOUGH = 5_000;
    /** Where the name is the same and the folder moved, a quarter is enough: the names speak too. */
    static final int ENOUGH_IN_A_MOVED_FOLDER = 2_500;

    private final NavigableMap<String, Fingerprint> added;
    private final Map<String, List<String>> byName;
    private final List<Pair> pairs = new ArrayList<>();
    private int left;

    private SimilarContents(NavigableMap<String, Fingerprint> added, Limits limits) {
        this.added = added;
        this.byName = added.keySet().stream().collect(Collectors.groupingBy(Paths::name));
        this.left = limits.pairs();
    }

    /**
     * Looks at no more pairs than the limit allows: at those with the same name first, then at the others, in the order of
     * their paths.
     */
    static List<Pair> pairs(
            NavigableMap<String, Fingerprint> gone, NavigableMap<String, Fingerprint> added, Limits limits) {
        SimilarContents similar = new SimilarContents(added, limits);
        gone.forEach(similar::lookAtSameNames);
        gone.forEach(similar::lookAtOtherNames);
        return similar.pairs;
    }

    private void lookAtSameNames(String from, Fingerprint old) {
        for (String to : byName.getOrDefault(Paths.name(from), List.of())) {
            look(from, old, to, ENOUGH_IN_A_MOVED_FOLDER);
        }
    }

    private void lookAtOtherNames(String from, Fingerprint old) {
        String name = Paths.name(from);
        for (String to : added.keySet()) {
            if (left <= 0) {
                return;
            }
            if (!Paths.name(to).equals(name)) {
                look(from, old, to, ENOUGH);
            }
        }
    }

    private void look(String from, Fingerprint old, String to, int enough) {
        Fingerprint now = added.get(to);
        if (left-- > 0 && now != null && old.mayScore(now, enough)) {
            int score = old.score(now);
            if (score >= enough) {
                pairs.add(Pair.similar(from, to, score));
            }
        }
    }
}
