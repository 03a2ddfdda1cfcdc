package io.agent33.sync.testkit.memory;

import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.transform.Delivered;
import java.util.Map;
import java.util.Optional;

/**
 * Where the files of one folder lie in another.
 *
 * @param targets by source path
 * @param from a folder with its slash
 * @param to a folder with its slash; empty for the root
 */
record MemoryPlaces(Map<String, RepoPath> targets, String from, String to) implements Delivered {
    MemoryPlaces {
        targets = Map.copyOf(targets);
    }

    @Override
    public Optional<RepoPath> file(String source) {
        return Optional.ofNullable(targets.get(source));
    }

    @Override
    public Optional<String> folder(String source) {
        String folder = source + "/";
        boolean any = folder.startsWith(from) && targets.keySet().stream().anyMatch(file -> file.startsWith(folder));
        String below = to + (any ? folder.substring(from.length()) : "");
        return any
                ? Optional.of(below.endsWith("/") ? below.substring(0, below.length() - 1) : below)
                : Optional.empty();
    }

    @Override
    public Optional<String> source(String target) {
        return targets.entrySet().stream()
                .filter(entry -> entry.getValue().value().equals(target))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public boolean reaches(String target) {
        return targets.values().stream()
                .map(RepoPath::value)
                .anyMatch(path -> path.equals(target) || path.startsWith(target + "/"));
    }
}
