package io.agent33.sync.core.plan;

import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.transform.Delivered;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where upstream's files lie in one downstream, seen from one rule (S1, S6). Immutable. */
final class DeliveredSet implements Delivered {
    private final Map<String, RepoPath> files = new HashMap<>();
    /** Empty where a folder's files lie below several folders. */
    private final Map<String, Optional<String>> folders = new HashMap<>();

    /**
     * @param selections what each active rule selects, the rule at hand first
     * @param optedOut what the downstream does not want
     */
    DeliveredSet(List<Selection> selections, OverrideFiles optedOut) {
        for (Selection selection : selections) {
            for (SelectedFile file : selection.files()) {
                String source = file.source().path();
                if (!optedOut.optedOut(source) && files.putIfAbsent(source, file.target()) == null) {
                    foldersOf(source, file.target().value());
                }
            }
        }
    }

    private void foldersOf(String source, String target) {
        for (int slash = source.lastIndexOf('/'); slash >= 0; slash = source.lastIndexOf('/', slash - 1)) {
            Optional<String> folder = folderOf(source.substring(slash + 1), target);
            folders.merge(
                    source.substring(0, slash), folder, (one, other) -> one.equals(other) ? one : Optional.empty());
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
        return Optional.ofNullable(files.get(source));
    }

    @Override
    public Optional<String> folder(String source) {
        return folders.getOrDefault(source, Optional.empty());
    }
}
