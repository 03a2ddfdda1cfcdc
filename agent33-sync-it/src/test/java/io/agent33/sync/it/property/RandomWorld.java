package io.agent33.sync.it.property;

import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.Strategy;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.testkit.memory.MemoryCommit;
import io.agent33.sync.testkit.memory.MemoryDownstream;
import io.agent33.sync.testkit.memory.MemoryDownstreams;
import io.agent33.sync.testkit.memory.MemoryUpstream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** An upstream with some releases, downstreams and rules; the same for the same seed. */
final class RandomWorld {
    private static final List<String> FOLDERS =
            List.of("core/", "core/orchestrator/", "core/orchestrator/handoff/", "core/prompts/", "core/ü/", "tools/");
    private static final List<String> NAMES = List.of(
            "README.md", "a.md", "B.md", "run.sh", "logo.png", "data.json", "x y.txt", ".hidden", "naïve.md", "a");
    private static final List<String> SOURCES = List.of(
            "core/**",
            "core/**/*.md",
            "core/orchestrator/**",
            "**/*.{md,json}",
            "core/*/[a-z]*",
            "core/prompts/**",
            "**");
    private static final List<String> DOWNSTREAMS = List.of("org/one", "org/two", "org/three");

    final long seed;
    final MemoryUpstream upstream = MemoryUpstream.named("agent33/agent33");
    final MemoryDownstreams downstreams = MemoryDownstreams.of(DOWNSTREAMS.toArray(String[]::new));
    final List<SyncRule> rules = new ArrayList<>();
    final List<String> releases = new ArrayList<>();

    private final Random random;
    private final Set<String> files = new TreeSet<>();

    RandomWorld(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
        int count = 2 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            release("v1." + i + ".0");
        }
        downstreams.all().forEach(this::ownFiles);
        int rulesCount = 1 + random.nextInt(5);
        for (int i = 0; i < rulesCount; i++) {
            rules.add(rule("rule-" + i));
        }
    }

    private void release(String tag) {
        MemoryCommit commit = upstream.commit("Prepare " + tag);
        for (String gone : List.copyOf(files)) {
            if (random.nextInt(6) == 0) {
                files.remove(gone);
                commit.delete(gone);
            }
        }
        int changes = 3 + random.nextInt(10);
        for (int i = 0; i < changes; i++) {
            put(commit, pick(FOLDERS) + pick(NAMES));
        }
        commit.file("CHANGELOG.md", "## " + tag + "\n- changed core/a.md\n").tag(tag);
        releases.add(tag);
    }

    private void put(MemoryCommit commit, String path) {
        boolean clash = files.stream().anyMatch(other -> other.startsWith(path + "/") || path.startsWith(other + "/"));
        if (clash) {
            return;
        }
        files.add(path);
        switch (random.nextInt(4)) {
            case 0 -> commit.executable(path, "#!/bin/sh\necho " + random.nextInt(5) + "\n");
            case 1 -> {
                byte[] bytes = new byte[random.nextInt(300)];
                random.nextBytes(bytes);
                commit.file(path, bytes);
            }
            default -> commit.file(path, "line " + random.nextInt(5) + (random.nextBoolean() ? "\r\n" : "\n"));
        }
    }

    private void ownFiles(MemoryDownstream downstream) {
        MemoryCommit commit = downstream.commit("own files");
        for (int i = 0; i < 4; i++) {
            commit.file("src/" + random.nextInt(3) + "/" + pick(NAMES), "own " + random.nextInt(9) + "\n");
        }
    }

    private SyncRule rule(String id) {
        return SyncRule.builder(id)
                .source(pick(SOURCES))
                .addExclude(random.nextBoolean() ? "**/logo.png" : "**/nothing")
                .targetRepo(pick(DOWNSTREAMS))
                .targetPath(random.nextInt(8) == 0 ? "shared/" : "synced/" + id)
                .strategy(random.nextInt(4) == 0 ? Strategy.REFERENCE : Strategy.COPY)
                .frequency(Frequency.ON_RELEASE)
                .build();
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    @Override
    public String toString() {
        return "world of seed " + seed;
    }
}
