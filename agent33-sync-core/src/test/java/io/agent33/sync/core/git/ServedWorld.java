package io.agent33.sync.core.git;

import io.agent33.sync.SyncEngine;
import io.agent33.sync.api.publish.PullRequestDraft;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.testkit.memory.MemoryGit;
import io.agent33.sync.testkit.memory.RecordingPublisher;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An upstream and its downstreams behind a server, a cache, a forge, and the runs over them. */
final class ServedWorld implements AutoCloseable {
    private static final RepositoryId UPSTREAM = RepositoryId.of("agent33/agent33");

    private final MemoryGit canonical = new MemoryGit();
    private final List<String> repositories;
    private final Path folder;
    private final GitServer server;
    private Duration timeout = Duration.ofMinutes(1);
    private Duration deadline = Duration.ofMinutes(5);
    final RecordingPublisher publisher = new RecordingPublisher();

    /** What people see of it all. */
    record State(Map<String, Map<String, ObjectId>> branches, List<PullRequestDraft> open, int opened) {}

    ServedWorld(Path folder, String... repositories) {
        this.folder = folder;
        this.repositories = List.of(repositories);
        canonical
                .commit("a")
                .file("core/a.md", "one\n")
                .file("core/b.md", "two\n")
                .tag("v1.0.0");
        GitFolder.make(folder, UPSTREAM + ".git", canonical.fixture());
        for (String repository : repositories) {
            MemoryGit git = new MemoryGit();
            git.commit("init").file("README.md", "# " + repository + "\n");
            git.commit("more").file("README.md", "# " + repository + ", more\n");
            GitFolder.make(folder, repository + ".git", git.fixture());
        }
        this.server = GitServer.serving(folder);
    }

    GitServer server() {
        return server;
    }

    /** How long runs wait from now on. */
    void patience(Duration forAWord, Duration forAll) {
        timeout = forAWord;
        deadline = forAll;
    }

    ServedWorld release(String tag, String text) {
        canonical.commit(tag).file("core/a.md", text).tag(tag);
        downstream(UPSTREAM.value()).become(canonical.fixture());
        return this;
    }

    private GitFolder downstream(String repository) {
        return GitFolder.at(folder.resolve(repository + ".git"));
    }

    SyncReport run() {
        SyncRule[] rules = repositories.stream()
                .map(repository -> SyncRule.builder(repository.replace("org/", ""))
                        .source("core/**")
                        .targetRepo(repository)
                        .targetPath("docs")
                        .frequency(Frequency.ON_RELEASE)
                        .build())
                .toArray(SyncRule[]::new);
        Path cache = folder.resolve("cache");
        try (SyncEngine engine = SyncEngine.builder()
                .upstream(GitUpstream.at(server.url() + "/" + UPSTREAM + ".git")
                        .cache(cache)
                        .timeout(timeout)
                        .deadline(deadline))
                .downstreams(GitDownstreams.byTemplate(server.url() + "/{repo}.git")
                        .cache(cache)
                        .timeout(timeout)
                        .deadline(deadline))
                .rules(RuleSource.of(rules))
                .publisher(publisher)
                .parallelism(1)
                .build()) {
            return engine.run();
        }
    }

    State state() {
        Map<String, Map<String, ObjectId>> branches = new TreeMap<>();
        repositories.forEach(
                repository -> branches.put(repository, downstream(repository).branches()));
        return new State(
                branches,
                publisher.open().stream()
                        .sorted(Comparator.comparing(PullRequestDraft::ruleId))
                        .toList(),
                publisher.opened());
    }

    /** Downstreams and cache are what git calls sound. */
    void assertSound() {
        repositories.forEach(repository -> Plain.assertSound(folder.resolve(repository + ".git")));
        List.of("upstream", "downstream")
                .forEach(kind -> Plain.cached(folder.resolve("cache"), kind).forEach(Plain::assertSound));
    }

    @Override
    public void close() {
        server.close();
    }
}
