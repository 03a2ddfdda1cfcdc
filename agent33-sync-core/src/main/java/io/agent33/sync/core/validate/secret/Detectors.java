package io.agent33.sync.core.validate.secret;

import java.util.ArrayList;
import java.util.List;

/** Detectors behind one index of all their keywords. Immutable and thread-safe. */
final class Detectors {
    private final List<Detector> detectors;
    private final int[] detectorOf;
    private final KeywordIndex index;

    Detectors(List<Detector> detectors) {
        this.detectors = List.copyOf(detectors);
        List<String> keywords = new ArrayList<>();
        List<Integer> owners = new ArrayList<>();
        for (int i = 0; i < detectors.size(); i++) {
            for (String keyword : detectors.get(i).keywords()) {
                keywords.add(keyword);
                owners.add(i);
            }
        }
        this.index = new KeywordIndex(keywords);
        this.detectorOf = owners.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Lets each look where one of its keywords stands; what comes after them ranks behind. */
    void look(String text, Found found) {
        index.scan(text, (keyword, start) -> {
            found.rank(detectorOf[keyword]);
            detectors.get(detectorOf[keyword]).look(text, start, found);
            return !found.isFull();
        });
        found.rank(detectors.size());
    }
}
