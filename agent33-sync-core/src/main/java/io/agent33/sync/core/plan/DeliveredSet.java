package io.agent33.sync.core.plan;

import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.transform.Delivered;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.Nullable;

/** Where upstream's files lie in one downstream, seen from one rule (S1, S6). Worked out when first asked for: most rules never do. */
final class DeliveredSet implements Delivered {
    private final List<Selection> selections;
    private final OverrideFiles optedOut;
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

    /**
     * @param selections what each active rule selects, the rule at hand first
     * @param optedOut what the downstream does not want
     */
    DeliveredSet(List<Selection> selections, OverrideFiles optedOut) {
        this.selections = selections;
        this.optedOut = optedOut;
    }

    private synchronized Places places() {
        if (places == null) {
            Places found = new Places(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashSet<>());
            selections.stream().flatMap(selection -> selection.files().stream()).forEach(file -> add(file, found));
            places = found;
        }
        return places;
    }

    private void add(SelectedFile file, Places places) {
        String source = file.source().path();
        String target = file.target().value();
        if (optedOut.optedOut(source)) {
            return;
        }
        places.sources().putIfAbsent(target, source);
        for (int slash = target.lastIndexOf('/'); slash > 0; slash = target.lastIndexOf('/', slash - 1)) {
            places.above().add(target.substring(0, slash));
        }
        if (places.files().putIfAbsent(source, file.target()) == null) {
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
