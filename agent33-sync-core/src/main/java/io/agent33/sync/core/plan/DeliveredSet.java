package io.agent33.sync.core.plan;

import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.transform.Delivered;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/** Where upstream's files lie in one downstream, seen from one rule (S1, S6). Worked out when first asked for: most rules never do. */
public final class DeliveredSet implements Delivered {
    private final Supplier<Stream<Place>> delivered;
    private @Nullable Places places;

    /**
     * @param files targets by source path
     * @param folders empty where a folder's files lie below several folders
     * @param sources source paths by target
     * @param above the folders in which targets lie
     */
    private record Places(
            Map<String, RepoPath> files,
            Map<String, Optional<String>> folders,
            Map<String, String> sources,
            Set<String> above) {}

    /** Where one file lies. */
    public record Place(String source, RepoPath target) {}

    /** @param delivered each file; of several places of one source the first counts */
    public DeliveredSet(Supplier<Stream<Place>> delivered) {
        this.delivered = delivered;
    }

    /**
     * @param selections what each active rule selects, the rule at hand first
     * @param optedOut whether the downstream does not want the file of a source path
     */
    static DeliveredSet of(List<Selection> selections, Predicate<String> optedOut) {
        return new DeliveredSet(() -> selections.stream()
                .flatMap(selection -> selection.files().stream())
                .map(file -> new Place(file.source().path(), file.target()))
                .filter(place -> !optedOut.test(place.source())));
    }

    private synchronized Places places() {
        if (places == null) {
            Places found = new Places(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashSet<>());
            delivered.get().forEach(place -> add(place, found));
            places = found;
        }
        return places;
    }

    private static void add(Place place, Places places) {
        String source = place.source();
        String target = place.target().value();
        places.sources().putIfAbsent(target, source);
        for (int slash = target.lastIndexOf('/'); slash > 0; slash = target.lastIndexOf('/', slash - 1)) {
            places.above().add(target.substring(0, slash));
        }
        if (places.files().putIfAbsent(source, place.target()) == null) {
            folder("", source, target, places);
            for (int slash = source.lastIndexOf('/'); slash >= 0; slash = source.lastIndexOf('/', slash - 1)) {
                folder(source.substring(0, slash), source.substring(slash + 1), target, places);
            }
        }
    }

    private static void folder(String folder, String end, String target, Places places) {
        places.folders()
                .merge(folder, folderOf(end, target), (one, other) -> one.equals(other) ? one : Optional.empty());
    }

    /** The folder of a target whose end is as it is upstream. */
    private static Optional<String> folderOf(String end, String target) {
        if (target.equals(end)) {
            return Optional.of("");
        }
        return target.endsWith("/" + end)
                ? Optional.of(target.substring(0, target.length() - end.length() - 1))
                : Optional.empty();
    }

    @Override
    public Optional<RepoPath> file(String source) {
        return Optional.ofNullable(places().files().get(source));
    }

    @Override
    public Optional<String> folder(String source) {
        return places().folders().getOrDefault(source, Optional.empty());
    }

    @Override
    public Optional<String> source(String target) {
        return Optional.ofNullable(places().sources().get(target));
    }

    @Override
    public boolean reaches(String target) {
        return places().sources().containsKey(target) || places().above().contains(target);
    }
}
