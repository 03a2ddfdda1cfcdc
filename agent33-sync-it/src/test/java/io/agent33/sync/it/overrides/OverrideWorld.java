package io.agent33.sync.it.overrides;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.SyncEngine;
import io.agent33.sync.SyncEngineBuilder;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.rule.SyncRuleBuilder;
import io.agent33.sync.api.trigger.RollbackRequest;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.core.git.GitDownstreams;
import io.agent33.sync.core.git.GitUpstream;
import io.agent33.sync.it.OnDisk;
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
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One upstream and one downstream in memory. In the thorough tier each sync is done on a copy on disk too, by the JGit ports
 * with a cache that stays, and both must come to the same.
 */
final class OverrideWorld {
    private static final boolean ON_DISK_TOO =
            !List.of(System.getProperty("tests.without", "").split(",")).contains("thorough");

    final MemoryUpstream upstream = MemoryUpstream.named("agent33/agent33");
    private final MemoryDownstreams downstreams = MemoryDownstreams.of("org/webapp");
    /** What people see of rollbacks. */
    final RecordingPublisher publisher = new RecordingPublisher();

    final RecordingIssueTracker issues = new RecordingIssueTracker();
    private final Path folder;
    private SyncRule rule = rule().build();
    private int releases;

    OverrideWorld(Path folder) {
        this.folder = folder;
    }

    /** Copies {@code core/**} to {@code docs/} on every release. */
    static SyncRuleBuilder rule() {
        return rule("docs");
    }

    static SyncRuleBuilder rule(String id) {
        return SyncRule.builder(id)
                .source("core/**")
                .targetRepo("org/webapp")
                .targetPath("docs/")
                .frequency(Frequency.ON_RELEASE);
    }

    void rule(SyncRule other) {
        rule = other;
    }

    MemoryDownstream downstream() {
        return downstreams.get("org/webapp");
    }

    /** A commit upstream, to be filled and then {@link #released}. */
    MemoryCommit next() {
        return upstream.commit("release " + (releases + 1));
    }

    void released(MemoryCommit commit) {
        releases++;
        commit.tag("v1." + releases + ".0");
    }

    /** One more release in which this file of {@code core/} has this text. */
    void release(String path, String text) {
        released(next().file("core/" + path, text));
    }

    /** One more release without a file of {@code core/}. */
    void releaseWithout(String path) {
        released(next().delete("core/" + path));
    }

    /**
     * One more release of one file, delivered and merged: where a story begins. In memory alone, since the story's own syncs meet
     * on disk whatever it led to.
     */
    void delivered(String path, String text) {
        release(path, text);
        merge(result(engine().upstream(upstream)
                .downstreams(downstreams)
                .publisher(new RecordingPublisher())
                .build()));
    }

    /** A person's commit downstream. */
    MemoryCommit person(String message) {
        return downstream().commit(message);
    }

    void override(String path, String text) {
        person("override " + path).file(".agent33-overrides/" + path, text);
    }

    /** Syncs on both forms of the ports, merges in memory, and tells what came of it. */
    Synced sync() {
        Synced synced = propose();
        merge(synced.ruleResult());
        return new Synced(synced.ruleResult(), synced.body(), synced.draft(), this);
    }

    private void merge(RuleResult result) {
        head(result).ifPresent(pushed -> downstream().merge(pushed.branch()));
    }

    /** The same without merging. */
    Synced propose() {
        RecordingPublisher publisher = new RecordingPublisher();
        SyncEngineBuilder memory = engine().upstream(upstream).downstreams(downstreams);
        Optional<RuleResult> onDisk = onDiskToo(OverrideWorld::result);
        RuleResult result = result(memory.publisher(publisher).build());
        // The tip's id names tree and message: the edits are the same, and so are the words.
        onDisk.ifPresent(other -> assertThat(other).isEqualTo(result));
        Optional<String> body = publisher.written().stream()
                .reduce((first, second) -> second)
                .map(draft -> draft.text().body());
        boolean draft = publisher.written().stream()
                .reduce((first, second) -> second)
                .filter(written -> written.text().draft())
                .isPresent();
        return new Synced(result, body.orElse(""), draft, this);
    }

    /** Rolls back on both forms of the ports, which must come to the same, and merges nothing. */
    RuleResult rollback(RollbackRequest request) {
        return onBoth(engine -> engine.rollback(request));
    }

    /** The same in memory alone, where the publisher knows what people did before. */
    RuleResult rollbackInMemory(RollbackRequest request) {
        return inMemory().rollback(request).results().get(0);
    }

    /** The engine's branches, which are the same on both forms after whatever was done last. */
    List<String> branches() {
        List<String> found = branches(downstream().open());
        if (ON_DISK_TOO) {
            assertThat(branches(GitDownstreams.byTemplate(folder + "/{repo}.git")
                            .cache(folder.resolve("cache"))
                            .open(RepositoryId.of("org/webapp"))))
                    .isEqualTo(found);
        }
        return found;
    }

    private static List<String> branches(DownstreamRepository opened) {
        try (opened) {
            return opened.branches("agent33-sync/").stream()
                    .map(BranchTip::branch)
                    .toList();
        }
    }

    /** The same for letting a release be delivered again. */
    RuleResult allow(String release) {
        return onBoth(engine -> engine.allowRelease("docs", release));
    }

    private RuleResult onBoth(Function<SyncEngine, SyncReport> work) {
        Optional<RuleResult> onDisk =
                onDiskToo(engine -> work.apply(engine).results().get(0));
        RuleResult result = work.apply(inMemory()).results().get(0);
        // The publisher in memory may have it open already.
        onDisk.ifPresent(other ->
                head(result).ifPresent(pushed -> assertThat(head(other)).contains(pushed)));
        return result;
    }

    private Optional<RuleResult> onDiskToo(Function<SyncEngine, RuleResult> work) {
        return ON_DISK_TOO
                ? Optional.of(work.apply(onDisk().publisher(new RecordingPublisher())
                        .issues(issues)
                        .build()))
                : Optional.empty();
    }

    private SyncEngine inMemory() {
        return engine().upstream(upstream)
                .downstreams(downstreams)
                .publisher(publisher)
                .issues(issues)
                .build();
    }

    private SyncEngineBuilder engine() {
        return SyncEngine.builder()
                .clock(Clock.fixed(Instant.parse("2026-01-30T12:00:00Z"), ZoneOffset.UTC))
                .rules(RuleSource.of(rule));
    }

    private SyncEngineBuilder onDisk() {
        OnDisk.bare(downstream().git().fixture(), folder.resolve("org/webapp.git"));
        Path source = OnDisk.bare(upstream.git().fixture(), folder.resolve("agent33/agent33.git"));
        return engine().upstream(GitUpstream.at(source.toString())
                        .id(RepositoryId.of("agent33/agent33"))
                        .cache(folder.resolve("cache")))
                .downstreams(GitDownstreams.byTemplate(folder + "/{repo}.git").cache(folder.resolve("cache")));
    }

    private static RuleResult result(SyncEngine engine) {
        return engine.run(SyncTrigger.due()).results().get(0);
    }

    private static Optional<BranchTip> head(RuleResult result) {
        return result.outcome() instanceof RuleOutcome.Proposed proposed
                ? Optional.of(proposed.head())
                : Optional.empty();
    }

    /** The text of a file on the downstream's default branch. */
    Optional<String> text(String path) {
        return downstream()
                .tree()
                .find(path)
                .filter(entry -> entry.mode().isFile())
                .map(this::text);
    }

    byte[] bytes(String path) {
        return bytes(downstream().tree().find(path).orElseThrow());
    }

    private String text(TreeEntry entry) {
        return new String(bytes(entry), StandardCharsets.UTF_8);
    }

    private byte[] bytes(TreeEntry entry) {
        try (InputStream in = downstream().blobs().open(entry.id())) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
