package io.agent33.sync.it.overrides;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.SyncEngine;
import io.agent33.sync.api.report.PathNote;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.api.rule.OnDrift;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.api.trigger.RollbackRequest;
import io.agent33.sync.core.tree.TreeFiles;
import io.agent33.sync.testkit.memory.MemoryCommit;
import io.agent33.sync.testkit.memory.MemoryDownstream;
import io.agent33.sync.testkit.memory.MemoryDownstreams;
import io.agent33.sync.testkit.memory.MemoryUpstream;
import io.agent33.sync.testkit.memory.RecordingIssueTracker;
import io.agent33.sync.testkit.memory.RecordingPublisher;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One seed's syncs, what people did before and after the last of them, and its rollback. In memory. */
final class RollbackStory {
    private static final String STATE = ".agent33-sync-state/";
    private static final String OVERRIDES = ".agent33-overrides/";
    private static final String[] NAMES = {"a.md", "b.md", "sub/c.md", "d.bin", "e.md"};
    private static final int LINES = 12;

    private final long seed;
    private final Random random;
    private final MemoryUpstream upstream = MemoryUpstream.named("agent33/agent33");
    private final MemoryDownstreams downstreams = MemoryDownstreams.of("org/webapp");
    private final MemoryDownstream downstream = downstreams.get("org/webapp");
    private final SyncEngine engine;
    private final Map<String, String> released = new TreeMap<>();
    private final List<String> told = new ArrayList<>();
    private int releases;
    private int serial;

    RollbackStory(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
        this.engine = SyncEngine.builder()
                .upstream(upstream)
                .downstreams(downstreams)
                .rules(RuleSource.of(OverrideWorld.rule()
                        .onDrift(random.nextInt(4) == 0 ? OnDrift.OVERWRITE : OnDrift.ADOPT)
                        .build()))
                .publisher(new RecordingPublisher())
                .issues(new RecordingIssueTracker())
                .build();
    }

    /** Whether there was anything to roll back; then the law holds. */
    boolean holds() {
        try {
            return played();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed + "\n  " + String.join("\n  ", told) + "\n" + e.getMessage(), e);
        }
    }

    private boolean played() {
        downstream.commit("init").file("README.md", "ours\n").id();
        for (int earlier = random.nextInt(3); earlier > 0; earlier--) {
            release();
            sync();
            live(true, false);
        }
        Map<String, FileState> before = files();
        release();
        if (!sync()) {
            return false;
        }
        Map<String, FileState> synced = files();
        int since = random.nextInt(3);
        Map<String, String> mine = since == 0 ? Map.of() : live(false, since == 1);
        Map<String, FileState> edited = files();
        RuleResult result = rollback(RollbackRequest.of("docs", "seed " + seed));
        assertThat(result.outcome()).isInstanceOf(RuleOutcome.Proposed.class);
        merge(result);
        assertLawful(before, synced, edited, result);
        mine.forEach((path, line) -> assertThat(text(path)).as(path).contains(line));
        assertThat(rollback(RollbackRequest.of("docs", "again")).outcome()).isInstanceOf(RuleOutcome.Skipped.class);
        assertThat(engine.run().results().get(0).outcome()).isInstanceOf(RuleOutcome.Skipped.class);
        return true;
    }

    private void assertLawful(
            Map<String, FileState> before,
            Map<String, FileState> synced,
            Map<String, FileState> edited,
            RuleResult result) {
        Map<String, FileState> after = files();
        Set<String> listed = result.notes().stream()
                .map(PathNote::path)
                .map(Object::toString)
                .collect(Collectors.toSet());
        Set<String> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        all.addAll(edited.keySet());
        for (String path : all) {
            boolean isMine = !same(synced, edited, path);
            boolean isSynced = !same(before, synced, path);
            if (path.startsWith(STATE) || !isMine) {
                assertThat(after.get(path)).as(path).isEqualTo(before.get(path));
                assertThat(listed).doesNotContain(path);
            } else if (!isSynced) {
                assertThat(after.get(path)).as(path).isEqualTo(edited.get(path));
            } else if (listed.contains(path) && !text(path).contains("<<<<<<<")) {
                assertThat(after.get(path)).as(path).isEqualTo(edited.get(path));
            }
            if (path.startsWith(OVERRIDES) && !same(before, after, path) && !same(edited, after, path)) {
                assertThat(text(path)).as(path).doesNotContain("<<<<<<<");
            }
        }
    }

    private static boolean same(Map<String, FileState> one, Map<String, FileState> other, String path) {
        return Objects.equals(one.get(path), other.get(path));
    }

    private RuleResult rollback(RollbackRequest request) {
        RuleResult result = engine.rollback(request).results().get(0);
        told.add("rollback: " + result);
        return result;
    }

    private void merge(RuleResult result) {
        downstream.merge(((RuleOutcome.Proposed) result.outcome()).head().branch());
    }

    private boolean sync() {
        RuleResult result = engine.run().results().get(0);
        told.add("sync: " + result);
        if (!(result.outcome() instanceof RuleOutcome.Proposed proposed)) {
            return false;
        }
        String branch = proposed.head().branch();
        switch (random.nextInt(3)) {
            case 0 -> downstream.squash(branch, "squashed and said otherwise");
            case 1 -> downstream.rebase(branch);
            default -> downstream.merge(branch);
        }
        return true;
    }

    private void release() {
        MemoryCommit commit = upstream.commit("release " + releases);
        commit.file("core/always.md", "release " + releases + "\n");
        for (String name : NAMES) {
            String path = "core/" + name;
            String known = released.get(path);
            switch (known == null ? random.nextInt(2) : 2 + random.nextInt(5)) {
                case 0 -> write(commit, path, fresh(name));
                case 2 -> write(commit, path, changed(known));
                case 3 -> {
                    commit.delete(path);
                    released.remove(path);
                }
                case 4 -> commit.executable(path, known);
                case 5 -> {
                    commit.delete(path);
                    released.remove(path);
                    commit.file("core/moved/" + releases + "-" + name.replace('/', '-'), known);
                }
                default -> {}
            }
        }
        commit.tag("v1." + releases++ + ".0");
        told.add("release " + (releases - 1) + ": " + released.keySet());
    }

    private void write(MemoryCommit commit, String path, String text) {
        released.put(path, text);
        commit.file(path, text);
    }

    private String fresh(String name) {
        StringBuilder text = new StringBuilder(name.endsWith(".bin") ? "\0" : "");
        for (int line = 0; line < LINES; line++) {
            text.append(name).append(' ').append(line).append('\n');
        }
        return text.toString();
    }

    private String changed(String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        lines.set(random.nextInt(lines.size()), "upstream " + serial++);
        return String.join("\n", lines) + "\n";
    }

    /** People edit, delete and add; gives the line that each edit brought. */
    private Map<String, String> live(boolean before, boolean elsewhere) {
        Map<String, String> mine = new TreeMap<>();
        Map<String, String> edits = new TreeMap<>();
        Set<String> deletions = new TreeSet<>();
        for (String path : elsewhere ? Set.<String>of() : files().keySet()) {
            boolean isOverride = path.startsWith(OVERRIDES) && !path.endsWith(".about.md");
            int what = path.startsWith("docs/") || isOverride ? random.nextInt(6) : 5;
            if (what == 0 && (before || !isOverride)) {
                deletions.add(path);
            } else if (what == 1) {
                mine.put(path, "/mine" + serial++);
                edits.put(path, with(text(path), mine.get(path)));
            }
        }
        String override = OVERRIDES + "a.md";
        if (before && released.containsKey("core/a.md") && random.nextBoolean() && !deletions.contains(override)) {
            edits.put(override, changed(released.get("core/a.md")));
            mine.remove(override);
        }
        told.add("people edit " + edits.keySet() + " and delete " + deletions);
        MemoryCommit commit = downstream.commit("people").file("docs/own" + serial++ + ".md", "own\n");
        edits.forEach(commit::file);
        deletions.forEach(commit::delete);
        commit.id();
        return mine;
    }

    private String with(String text, String line) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        lines.add(random.nextInt(lines.size() + 1), line);
        return String.join("\n", lines) + "\n";
    }

    /** All but the log and the memory. */
    private Map<String, FileState> files() {
        Map<String, FileState> files = new TreeMap<>();
        TreeFiles.below(downstream.tree(), "", entry -> files.put(entry.path(), entry.state()));
        files.remove("DECISIONS.md");
        files.remove(STATE + "docs/rolled-back.yaml");
        return files;
    }

    private String text(String path) {
        return downstream.tree().find(path).map(this::text).orElse("");
    }

    private String text(TreeEntry entry) {
        try (InputStream in = downstream.blobs().open(entry.id())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
