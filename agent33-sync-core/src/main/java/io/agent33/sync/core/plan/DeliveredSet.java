package io.agent33.sync.core.plan;

import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.transform.Delivered;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.Nullable;

/** Where upstream's files lie in one downstream, seen from one rule (S1, S6). Worked out when first asked for: most rules never do. */
final class DeliveredSet implements Delivered {
    private final List<Selection> selections;
    private final OverrideFiles optedOut;
    private @Nullable Places places;

    /**
     * @param files targets by source path
     * @param folders empty where a folder's files lie below several folders
     */
    private record Places(Map<String, RepoPath> files, Map<String, Optional<String>> folders) {}

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
            Places found = new Places(new HashMap<>(), new HashMap<>());
            selections.stream().flatMap(selection -> selection.files().stream()).forEach(file -> add(file, found));
            places = found;
        }
        return places;
    }

    private void add(SelectedFile file, Places places) {
        String source = file.source().path();
        if (!optedOut.optedOut(source) && places.files().putIfAbsent(source, file.target()) == null) {
            String target = file.target().value();
            for (int slash = source.lastIndexOf('/'); slash >= 0; slash = source.lastIndexOf('/', slash - 1)) {
                places.folders()
                        .merge(
                                source.substring(0, slash),
                                folderOf(source.substring(slash + 1), target),
                                (one, other) -> one.equals(other) ? one : Optional.empty());
            }
        }
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
}
