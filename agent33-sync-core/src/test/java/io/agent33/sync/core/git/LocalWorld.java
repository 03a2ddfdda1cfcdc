package io.agent33.sync.core.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.SyncEngine;
import io.agent33.sync.SyncEngineBuilder;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.core.publish.FolderPublisher;
import io.agent33.sync.testkit.fault.FaultyPorts;
import io.agent33.sync.testkit.memory.MemoryCommit;
import io.agent33.sync.testkit.memory.MemoryGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Everything in one folder: an upstream that keeps the rules, bare downstreams, a cache, and pull requests as files. Two worlds
 * of as many downstreams and the same releases are the same to the byte.
 */
final class LocalWorld {
    private static final String UPSTREAM = "agent33/agent33.git";

    private final Path folder;
    private final int downstreams;
    private final MemoryGit canonical = new MemoryGit();

    /** What people see of it all. */
    record State(Map<String, Map<String, ObjectId>> branches, Map<String, String> pullRequests) {}

    LocalWorld(Path folder, int downstreams) {
        this.folder = folder;
        this.downstreams = downstreams;
        MemoryCommit rules = canonical.commit("rules").file("core/README.md", "read me\n");
        for (int i = 0; i < downstreams; i++) {
            rules.file("core/orchestrator/distribution/rules/app" + i + ".yaml", rule(i));
            MemoryGit git = new MemoryGit();
            git.commit("init").file("README.md", "# app" + i + "\n");
            GitFolder.make(folder, repository(i), git.fixture());
        }
        release(0);
    }

    private static String rule(int i) {
        return "sync_rule:\n  id: app" + i + "\n  source: \"core/*.md\"\n  target_repo: org/app" + i
                + "\n  target_path: docs/\n  frequency: on_release\n";
    }

    private static String repository(int i) {
        return "org/app" + i + ".git";
    }

    /** Publishes the release {@code v1.<number>.0}. */
    void release(int number) {
        canonical
                .commit("release " + number)
                .file("core/a.md", "release " + number + "\n" + "text\n".repeat(200))
                .file("core/new" + number + ".md", "new in " + number + "\n")
                .tag("v1." + number + ".0");
        GitFolder.make(folder, UPSTREAM, canonical.fixture());
    }

    /** A person merges what is proposed, by plain git: the base branch moves on to it. */
    void merge() {
        for (int i = 0; i < downstreams; i++) {
            Path repository = folder.resolve(repository(i));
            for (String branch : Plain.git(repository, "for-each-ref", "--format=%(refname)", "refs/heads/agent33-sync")
                    .lines()
                    .toList()) {
                Plain.git(repository, "update-ref", "refs/heads/main", branch);
                Plain.git(repository, "update-ref", "-d", branch);
            }
        }
    }

    /** An engine over it, as each process has its own. */
    static SyncEngineBuilder engine(Path folder, FaultyPorts ports) {
        Path cache = folder.resolve("cache");
        return SyncEngine.builder()
                .upstream(ports.upstream(
                        GitUpstream.at(folder.resolve(UPSTREAM).toString()).cache(cache)))
                .downstreams(ports.downstreams(
                        GitDownstreams.byTemplate(folder + "/{repo}.git").cache(cache)))
                .rules(ports.rules(io.agent33.sync.core.rule.YamlRules.inUpstream()))
                .publisher(ports.publisher(FolderPublisher.to(folder.resolve("pull-requests"))))
                .parallelism(2);
    }

    SyncReport run() {
        try (SyncEngine engine = engine(folder, FaultyPorts.recording()).build()) {
            return engine.run();
        }
    }

    State state() {
        Map<String, Map<String, ObjectId>> branches = new TreeMap<>();
        for (int i = 0; i < downstreams; i++) {
            branches.put(
                    repository(i), GitFolder.at(folder.resolve(repository(i))).branches());
        }
        return new State(branches, pullRequests());
    }

    private Map<String, String> pullRequests() {
        Map<String, String> files = new TreeMap<>();
        Path root = folder.resolve("pull-requests");
        for (Path file : files(root)) {
            if (!file.getFileName().toString().equals(".lock")) {
                files.put(root.relativize(file).toString(), GitFolder.unchecked(() -> Files.readString(file)));
            }
        }
        return files;
    }

    private static List<Path> files(Path root) {
        if (Files.notExists(root)) {
            return List.of();
        }
        return GitFolder.unchecked(() -> {
            try (Stream<Path> paths = Files.walk(root)) {
                return paths.filter(Files::isRegularFile).toList();
            }
        });
    }

    /** Cache and downstreams are what git calls sound. */
    void assertSound() {
        IntStream.range(0, downstreams).forEach(i -> Plain.assertSound(folder.resolve(repository(i))));
        List.of("upstream", "downstream")
                .forEach(kind -> Plain.cached(folder.resolve("cache"), kind).forEach(Plain::assertSound));
    }

    /** Hours pass for unfinished files that were left lying about. */
    void age() throws IOException {
        for (Path file : litter()) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        }
    }

    /** What looks as if it was left lying about. */
    List<Path> litter() throws IOException {
        return files(folder).stream()
                .filter(file -> !file.startsWith(folder.resolve("agent33")))
                .filter(file -> {
                    String name = file.getFileName().toString();
                    return name.startsWith("tmp_")
                            || name.startsWith("new-")
                            || name.startsWith("incoming")
                            || name.endsWith(".tmp")
                            || (name.endsWith(".lock") && !name.equals(".lock"));
                })
                .toList();
    }

    Path folder() {
        return folder;
    }

    /** Asserts that exactly one proposal a rule is there, which is the latest release's. */
    void assertOneProposalEach(int release) {
        state().branches()
                .forEach((repository, branches) -> assertThat(branches.keySet())
                        .as(repository)
                        .containsExactly(
                                "agent33-sync/v1." + release + ".0/"
                                        + repository.substring(4).replace(".git", ""),
                                "main"));
    }
}
