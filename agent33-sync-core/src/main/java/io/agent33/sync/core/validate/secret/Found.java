package io.agent33.sync.core.validate.secret;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was found in one text, before it is put in order. A place that one rule found is not told again by a later rule. */
final class Found {
    private record Place(int rank, Kind kind, int start, int end) {}

    private static final Kind INCOMPLETE = new Kind(
            "too-many-findings",
            Category.INCOMPLETE,
            "too many findings; the rest of the text was not looked at",
            0,
            "Mend what is listed, or leave the file out of the rule.");

    private final int most;
    private final List<Place> places = new ArrayList<>();
    private final Map<Integer, Integer> tried = new HashMap<>();
    private int rank;

    /** @param most how many places are taken */
    Found(int most) {
        this.most = most;
    }

    /** Of what follows, the lower rank is told if two find one place. */
    void rank(int rankOfNext) {
        rank = rankOfNext;
    }

    /** Up to where the rule of the present rank has tried its pattern. */
    int tried() {
        return tried.getOrDefault(rank, 0);
    }

    void tried(int end) {
        tried.put(rank, end);
    }

    void add(Kind kind, int start, int end) {
        if (places.size() < most) {
            places.add(new Place(rank, kind, start, end));
        }
    }

    boolean isFull() {
        return places.size() >= most;
    }

    /** In the order of the text, with a last one that says so if there may be more. */
    List<SecretMatch> matches(String text) {
        List<Place> told = new ArrayList<>(distinct());
        told.sort(Comparator.comparingInt(Place::start)
                .thenComparingInt(Place::end)
                .thenComparing(place -> place.kind.category())
                .thenComparing(place -> place.kind.id()));
        if (isFull()) {
            int last = told.get(told.size() - 1).end;
            told.add(new Place(0, INCOMPLETE, last, last));
        }
        LineCount lines = new LineCount(text);
        return told.stream()
                .map(place -> new SecretMatch(
                        place.kind,
                        text,
                        place.start,
                        place.end,
                        lines.lineOf(place.start),
                        lines.columnOf(place.start)))
                .toList();
    }

    private List<Place> distinct() {
        Map<Category, TreeMap<Integer, Place>> kept = new EnumMap<>(Category.class);
        List<Place> told = new ArrayList<>();
        places.sort(Comparator.comparingInt(Place::rank).thenComparingInt(Place::start));
        for (Place place : places) {
            TreeMap<Integer, Place> taken = kept.computeIfAbsent(place.kind.category(), any -> new TreeMap<>());
            Map.Entry<Integer, Place> before = taken.lowerEntry(Math.max(place.end, place.start + 1));
            if (before == null || before.getValue().end <= place.start) {
                taken.put(place.start, place);
                told.add(place);
            }
        }
        return told;
    }
}
