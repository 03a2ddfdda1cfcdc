package io.agent33.sync.core.rename;

import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.ObjectId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The pairs of paths with the same content. */
final class EqualContents {
    private EqualContents() {}

    /**
     * All of them, but of a content with more copies than the limit allows: its copies pair up in the
     * order of their names and paths. Empty files pair up by the same name alone.
     */
    static List<Pair> pairs(
            NavigableMap<String, ObjectId> gone,
            NavigableMap<String, ObjectId> added,
            BlobSource contents,
            Limits limits) {
        Map<ObjectId, List<String>> now = byContent(added);
        List<Pair> pairs = new ArrayList<>();
        byContent(gone).forEach((blob, from) -> {
            List<String> to = now.getOrDefault(blob, List.of());
            boolean fits = (long) from.size() * to.size() <= limits.pairs() - pairs.size();
            List<Pair> equal = fits ? each(from, to) : inOrder(from, to);
            boolean isEmpty = !equal.isEmpty() && contents.size(blob) == 0;
            equal.stream().filter(pair -> !isEmpty || pair.sameName()).forEach(pairs::add);
        });
        return pairs;
    }

    private static List<Pair> each(List<String> from, List<String> to) {
        return from.stream()
                .flatMap(old -> to.stream().map(path -> Pair.exact(old, path)))
                .toList();
    }

    /** The files whose content is there in more copies than among the others: some of these find no equal. */
    static NavigableMap<String, ObjectId> moreOften(
            NavigableMap<String, ObjectId> files, NavigableMap<String, ObjectId> others) {
        Map<ObjectId, List<String>> elsewhere = byContent(others);
        NavigableMap<String, ObjectId> more = new TreeMap<>();
        byContent(files).forEach((blob, paths) -> {
            if (paths.size() > elsewhere.getOrDefault(blob, List.of()).size()) {
                paths.forEach(path -> more.put(path, blob));
            }
        });
        return more;
    }

    private static Map<ObjectId, List<String>> byContent(NavigableMap<String, ObjectId> files) {
        return files.keySet().stream().collect(Collectors.groupingBy(files::get, TreeMap::new, Collectors.toList()));
    }

    private static List<Pair> inOrder(List<String> from, List<String> to) {
        Comparator<String> byName = Comparator.comparing(Paths::name).thenComparing(Comparator.naturalOrder());
        List<String> old = from.stream().sorted(byName).toList();
        List<String> now = to.stream().sorted(byName).toList();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < Math.min(old.size(), now.size()); i++) {
            pairs.add(Pair.exact(old.get(i), now.get(i)));
        }
        return pairs;
    }
}
