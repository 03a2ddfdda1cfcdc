package io.agent33.sync.it.quarter;

import io.agent33.sync.SyncEngine;
import io.agent33.sync.SyncWatcher;
import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.monitor.AlertReport;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.api.rule.RuleContext;
import io.agent33.sync.api.rule.RuleSet;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.api.rule.Severity;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.rule.Validation;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.api.validate.Check;
import io.agent33.sync.core.tree.TreeFiles;
import io.agent33.sync.testkit.memory.MemoryCommit;
import io.agent33.sync.testkit.memory.MemoryDownstream;
import io.agent33.sync.testkit.memory.MemoryDownstreams;
import io.agent33.sync.testkit.memory.MemoryJournal;
import io.agent33.sync.testkit.memory.MemoryUpstream;
import io.agent33.sync.testkit.memory.RecordingAlertSink;
import io.agent33.sync.testkit.memory.RecordingIssueTracker;
import io.agent33.sync.testkit.memory.RecordingPublisher;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The engine's world: repositories in memory, a clock that a script moves, and a watcher that may be killed. */
final class Fleet {
    private static final String TARGET = "docs/agent33";

    private final MemoryUpstream upstream = MemoryUpstream.named("agent33/agent33");
    private final MemoryDownstreams repositories = MemoryDownstreams.empty();
    private final RecordingPublisher publisher = new RecordingPublisher();
    private final RecordingIssueTracker issues = new RecordingIssueTracker();
    private final MemoryJournal journal = new MemoryJournal();
    private final RecordingAlertSink alerts = new RecordingAlertSink();
    private final ScriptedClock clock = new ScriptedClock();
    /** A rule's name to where its downstream is now, and under which name. */
    private final Map<String, Place> places = new TreeMap<>();

    private final Path alertBook;
    private SyncEngine engine;
    private Optional<SyncWatcher> watcher = Optional.empty();

    private record Place(SyncRule rule, MemoryDownstream repository, boolean renamed) {
        Place named(RepositoryId name) {
            return new Place(rule.toBuilder().targetRepo(name.value()).build(), repository, false);
        }
    }

    Fleet(Path folder) {
        this.alertBook = folder.resolve("alerts.yaml");
        this.engine = engine();
    }

    void found(Story story) {
        MemoryDownstream repository = repositories.create("org/" + story.name());
        repository.commit("init").file("README.md", "# " + story.name() + "\n");
        places.put(story.name(), new Place(rule(story), repository, false));
    }

    private static SyncRule rule(Story story) {
        return SyncRule.builder(story.name())
                .source(story.folder() + "/**")
                .targetRepo("org/" + story.name())
                .targetPath(TARGET + "/")
                .frequency(story.frequency())
                .onDrift(story.onDrift())
                .validation(Validation.defaults()
                        .with(Check.SECRET_SCAN, Severity.OFF)
                        .with(Check.LINK_INTEGRITY, Severity.OFF)
                        .with(Check.SCHEMA_CHECK, Severity.OFF)
                        .with(Check.VERSION_TAG, Severity.OFF))
                .build();
    }

    private SyncEngine engine() {
        return SyncEngine.builder()
                .upstream(upstream)
                .downstreams(this::open)
                .rules(this::rules)
                .publisher(publisher)
                .issues(issues)
                .journal(journal)
                .clock(clock)
                .addAlertSink(alerts)
                .alertBook(alertBook)
                .build();
    }

    private RuleSet rules(RuleContext context) {
        return RuleSource.of(places.values().stream().map(Place::rule).toArray(SyncRule[]::new))
                .read(context);
    }

    private DownstreamRepository open(RepositoryId id) {
        return places.values().stream()
                .filter(place -> place.rule().targetRepo().equals(id) && !place.renamed())
                .findFirst()
                .orElseThrow(() ->
                        new RepositoryException(RepositoryException.Reason.NOT_FOUND, "there is no repository " + id))
                .repository()
                .open();
    }

    /** What was in memory is gone. */
    void kill() {
        watcher = Optional.empty();
        engine = engine();
    }

    void watch() {
        engine = engine();
        watcher = Optional.of(SyncWatcher.of(engine)
                .pollEvery(Duration.ofHours(2))
                .checkEvery(Duration.ofHours(12))
                .build());
    }

    /** Lets time pass, and the watcher have its turns. */
    void passUntil(Instant end) {
        while (clock.instant().isBefore(end)) {
            Duration rest = Duration.between(clock.instant(), end);
            Duration idle = watcher.map(SyncWatcher::turn).orElse(rest);
            clock.pass(idle.compareTo(rest) < 0 ? idle.plusMillis(1) : rest);
        }
    }

    /** Somebody asks for a rule, some times. */
    void ask(String rule, int times) {
        watcher.ifPresent(it -> {
            for (int i = 0; i < times; i++) {
                it.notice(SyncTrigger.due().only(rule));
                it.turn();
            }
        });
    }

    void release(Releases releases, int release) {
        releases.tag(upstream, release);
    }

    void happens(Story story, Story.What what, Expected expected) {
        Place place = places.get(story.name());
        MemoryDownstream repository = place.repository();
        switch (what) {
            case OUTAGE -> repository.fail(RepositoryException.Reason.UNREACHABLE);
            case RECOVERY -> repository.recover();
            case ARCHIVING -> {
                for (int release = 0; release < 10; release++) {
                    repository.protect(branch(story, release), "the repository is archived, and read-only");
                }
            }
            case RENAMING -> places.put(story.name(), new Place(place.rule(), repository, true));
            case FOLLOWING -> places.put(story.name(), place.named(RepositoryId.of(expected.repository())));
            case LEAVING -> places.remove(story.name());
            case EDIT, RESTORING ->
                repository
                        .commit("a person's change")
                        .file(
                                TARGET + "/" + expected.editedPath(),
                                expected.tree().get(expected.editedPath()))
                        .id();
            case CUSTOMISING -> {
                MemoryCommit commit = repository.commit("an override");
                expected.overrides().forEach((path, content) -> commit.file(override(story, path), content));
                commit.id();
            }
            case RETURNING ->
                repository.commit("no override").delete(".agent33-overrides").id();
            default -> throw new IllegalArgumentException("not in the morning: " + what);
        }
    }

    private static String override(Story story, String path) {
        return ".agent33-overrides/" + story.folder().substring("core/".length()) + "/" + path;
    }

    private static String branch(Story story, int release) {
        return "agent33-sync/" + Releases.label(release) + "/" + story.name();
    }

    void merge(Story story, int release) {
        Place place = places.get(story.name());
        place.repository().git().time(clock.instant());
        place.repository().merge(branch(story, release));
        publisher.merge(place.rule().targetRepo().value(), story.name());
    }

    void close(Story story) {
        publisher.close(places.get(story.name()).rule().targetRepo().value(), story.name());
    }

    AlertReport alert() {
        return engine.alert();
    }

    RecordingAlertSink alerts() {
        return alerts;
    }

    ScriptedClock clock() {
        return clock;
    }

    /** What of a rule lies in its downstream, below the target folder: path to content. */
    Map<String, String> delivered(Story story) {
        MemoryDownstream repository = places.get(story.name()).repository();
        FileTree tree = repository.tree();
        Map<String, String> files = new TreeMap<>();
        TreeFiles.below(tree, "", entry -> {
            if (entry.path().startsWith(TARGET + "/")) {
                files.put(entry.path().substring(TARGET.length() + 1), text(repository, entry));
            }
        });
        return files;
    }

    /** Which files a downstream has in all, but the engine's own. */
    List<String> strangers(Story story) {
        List<String> paths = new ArrayList<>();
        TreeFiles.below(places.get(story.name()).repository().tree(), "", entry -> {
            if (!entry.path().startsWith(TARGET + "/") && !entry.path().startsWith(".agent33-")) {
                paths.add(entry.path());
            }
        });
        return paths;
    }

    private static String text(MemoryDownstream repository, TreeEntry entry) {
        try (InputStream in = repository.blobs().open(entry.id())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
