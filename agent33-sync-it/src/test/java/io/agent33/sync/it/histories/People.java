package io.agent33.sync.it.histories;

import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.testkit.memory.MemoryCommit;
import io.agent33.sync.testkit.memory.MemoryDownstream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The downstream as people see it, what they write there, and what they took out of it. */
final class People {
    static final String TARGETS = "docs/";
    static final String OVERRIDES = ".agent33-overrides/";
    static final String IGNORE = OVERRIDES + ".ignore";

    final MemoryDownstream downstream;
    final Set<String> dropped = new TreeSet<>();
    final Map<String, Optional<String>> seen = new HashMap<>();
    private final Map<ObjectId, String> texts = new HashMap<>();

    People(MemoryDownstream downstream) {
        this.downstream = downstream;
    }

    /** Everything on a branch. */
    Map<String, String> files(String branch) {
        Map<String, String> files = new TreeMap<>();
        collect(downstream.tree(branch), "", files);
        return files;
    }

    Map<String, String> files() {
        return files("main");
    }

    boolean standsOnMain(String branch) {
        ObjectId tip = downstream.git().tip(branch).orElseThrow();
        return downstream
                .git()
                .read(tip)
                .parents()
                .equals(List.of(downstream.git().tip("main").orElseThrow()));
    }

    /** What would be on the default branch with these edits. */
    Map<String, String> with(List<PlannedEdit> edits) {
        Map<String, String> files = files();
        for (PlannedEdit edit : edits) {
            String path = edit.path().value();
            edit.after()
                    .ifPresentOrElse(
                            after -> files.put(path, texts.computeIfAbsent(after.id(), this::text)),
                            () -> files.remove(path));
        }
        return files;
    }

    private void collect(FileTree tree, String folder, Map<String, String> files) {
        for (TreeEntry entry : tree.children(folder)) {
            if (entry.mode().isFile()) {
                files.put(entry.path(), texts.computeIfAbsent(entry.id(), this::text));
            } else {
                collect(tree, entry.path(), files);
            }
        }
    }

    private String text(ObjectId blob) {
        try (InputStream in = downstream.blobs().open(blob)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A commit on a branch: what each path holds from now on. */
    void commit(String branch, String message, Map<String, Optional<String>> changes) {
        Map<String, String> before = files(branch);
        MemoryCommit commit = downstream.commitOn(branch, message);
        changes.forEach((path, text) -> text.ifPresentOrElse(content -> commit.file(path, content), () -> {
            if (before.containsKey(path)) {
                commit.delete(path);
            }
        }));
        commit.id();
        Map<String, String> after = files(branch);
        changes.keySet().forEach(path -> {
            Set<String> gone = Slots.local(before.getOrDefault(path, ""));
            gone.removeAll(Slots.local(after.getOrDefault(path, "")));
            dropped.addAll(gone);
            if (path.startsWith(OVERRIDES) && !before.containsKey(path)) {
                seen.put(source(path), Optional.ofNullable(after.get(TARGETS + source(path))));
            }
        });
    }

    /** A sync that follows a rename carries overrides along, each with what its author saw. */
    void carried(Map<String, String> before, Map<String, String> renames) {
        Map<String, String> after = files();
        Map<String, Optional<String>> moved = new HashMap<>();
        renames.forEach((from, to) -> {
            String text = before.get(OVERRIDES + from);
            if (text != null && !before.containsKey(OVERRIDES + to) && text.equals(after.get(OVERRIDES + to))) {
                moved.put(to, seen.getOrDefault(from, Optional.empty()));
            }
        });
        seen.putAll(moved);
    }

    static String source(String override) {
        return override.substring(OVERRIDES.length());
    }

    static boolean isOverride(String path) {
        return path.startsWith(OVERRIDES) && !path.startsWith(OVERRIDES + ".");
    }

    /** Targets and overrides alone. */
    static Map<String, String> content(Map<String, String> files) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().startsWith(TARGETS) || isOverride(file.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    static boolean optedOut(Map<String, String> files, String source) {
        return files.getOrDefault(IGNORE, "")
                .lines()
                .anyMatch(line -> line.equals("/" + source) || (line.endsWith("/") && ("/" + source).startsWith(line)));
    }
}
