package io.agent33.sync.core.plan.local;

import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.core.rename.Renames;
import io.agent33.sync.core.state.FileStatus;
import io.agent33.sync.core.state.ManifestFile;
import io.agent33.sync.core.tree.CachedTree;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Records that go on under another name, because upstream renamed their file or the rule's target path changed (S8).
 *
 * @param records what was delivered, by the source path under which it goes on
 * @param from the record as the manifest has it, by that source path, where source or target changed
 * @param blocked old source paths to new ones at whose place something lies
 */
record Moves(Map<String, ManifestFile> records, Map<String, ManifestFile> from, Map<String, String> blocked) {
    static Moves of(Sides sides, BlobSource contents) {
        return new Search(sides).moves(contents);
    }

    /** Targets at which nothing stays, though something lies there now. */
    Set<RepoPath> vacated() {
        return from.values().stream().map(ManifestFile::target).collect(Collectors.toSet());
    }

    private static final class Search {
        private final CachedTree tree;
        private final OverrideFiles overrides;
        private final FileTree upstream;
        private final Map<String, ManifestFile> recorded = new TreeMap<>();
        private final Map<String, RenderedFile> rendered = new LinkedHashMap<>();
        private final Set<RepoPath> recordedTargets = new HashSet<>();

        Search(Sides sides) {
            this.tree = sides.local().tree();
            this.overrides = sides.overrides();
            this.upstream = sides.upstream();
            sides.local().records().forEach(record -> {
                recorded.put(record.source(), record);
                recordedTargets.add(record.target());
            });
            sides.rendered().forEach(file -> rendered.put(file.source(), file));
        }

        Moves moves(BlobSource contents) {
            Map<String, String> renames = new HashMap<>(renames(contents));
            Map<String, String> replaced = replaced();
            renames.values().removeAll(replaced.values());
            renames.keySet().removeAll(replaced.keySet());
            Map<String, String> blocked = new TreeMap<>(blocked(renames));
            renames.putAll(replaced);
            Map<String, ManifestFile> records = new TreeMap<>();
            Map<String, ManifestFile> from = new TreeMap<>();
            recorded.forEach((source, record) -> {
                String goesOnAs = blocked.containsKey(source) ? source : renames.getOrDefault(source, source);
                RepoPath target = Optional.ofNullable(rendered.get(goesOnAs))
                        .map(RenderedFile::target)
                        .orElse(record.target());
                records.put(goesOnAs, record.moved(goesOnAs, target));
                if (!record.source().equals(goesOnAs) || !record.target().equals(target)) {
                    from.put(goesOnAs, record);
                }
            });
            return new Moves(records, from, blocked);
        }

        /** What cannot move blocks what was to come to its place, and so on. */
        private Map<String, String> blocked(Map<String, String> renames) {
            Map<String, String> moving = new HashMap<>(renames);
            Map<String, String> blocked = new HashMap<>();
            boolean grown = true;
            while (grown) {
                grown = moving.entrySet()
                        .removeIf(rename -> isTaken(rename.getKey(), rename.getValue(), moving)
                                && blocked.put(rename.getKey(), rename.getValue()) == null);
            }
            return blocked;
        }

        private boolean isTaken(String from, String to, Map<String, String> moving) {
            if (recorded.containsKey(to)) {
                // The opt-out of what leaves stays behind, and would be taken for that of what comes.
                return !moving.containsKey(to) || (overrides.optedOut(to) && !overrides.optedOut(from));
            }
            RepoPath target =
                    Optional.ofNullable(rendered.get(to)).orElseThrow().target();
            boolean occupied = tree.find(target.value()).isPresent() && !recordedTargets.contains(target);
            return occupied || overrides.isTaken(to);
        }

        private Map<String, String> renames(BlobSource contents) {
            Map<String, ObjectId> gone = new HashMap<>();
            Map<String, ObjectId> added = new HashMap<>();
            Map<String, Renames.Exchange> stayed = new HashMap<>();
            recorded.forEach((source, record) -> {
                // A file that the rule no longer selects was not renamed.
                if (!rendered.containsKey(source)
                        && record.status() != FileStatus.RELEASED
                        && upstream.find(source).isEmpty()) {
                    gone.put(source, record.baseline().id());
                }
            });
            rendered.forEach((source, file) -> {
                ManifestFile record = recorded.get(source);
                if (record == null) {
                    added.put(source, file.state().id());
                } else if (record.status() != FileStatus.RELEASED) {
                    ObjectId baseline = record.baseline().id();
                    stayed.put(
                            source, new Renames.Exchange(baseline, file.state().id()));
                }
            });
            return Renames.between(gone, added, stayed, contents);
        }

        /** Another source path delivers to where one did that the rule no longer selects: the rule changed. */
        private Map<String, String> replaced() {
            Map<RepoPath, String> unrecorded = new HashMap<>();
            rendered.values().stream()
                    .filter(file -> !recorded.containsKey(file.source()))
                    .forEach(file -> unrecorded.put(file.target(), file.source()));
            Map<String, String> replaced = new HashMap<>();
            recorded.forEach((source, record) -> {
                String other = unrecorded.get(record.target());
                if (!rendered.containsKey(source) && other != null && !overrides.isTaken(other)) {
                    replaced.put(source, other);
                }
            });
            return replaced;
        }
    }
}
