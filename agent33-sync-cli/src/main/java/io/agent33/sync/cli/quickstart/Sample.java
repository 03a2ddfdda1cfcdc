package io.agent33.sync.cli.quickstart;

import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.Identity;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepositoryId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the sample's repositories are: a small AGENT-33 with two releases and three rules, and the three repositories
 * that the rules name. Equal on every machine, object ids included.
 *
 * @param folder absolute; holds everything, also what a sync writes
 */
record Sample(Path folder) {
    static final RepositoryId WEBAPP = RepositoryId.of("org/webapp");

    private static final List<RepositoryId> DOWNSTREAMS =
            List.of(RepositoryId.of("org/api-service"), RepositoryId.of("org/docs-site"), WEBAPP);

    private static final Identity MAINTAINER = new Identity("Sample Maintainer", "maintainer@example.org");
    private static final Instant BEGINNING = Instant.parse("2026-01-05T09:00:00Z");

    /** Writes the repositories, none of which may exist. */
    void create() {
        writeUpstream(SampleRelease.all());
        DOWNSTREAMS.forEach(this::writeDownstream);
    }

    /** What the story shows of the upstream. */
    static String webappRule() {
        return SampleRelease.text("v1.0.0/core/orchestrator/distribution/rules/webapp.yaml");
    }

    /** Named by its last two segments, as repositories are. */
    Path upstream() {
        return folder.resolve("upstream/agent33/agent33.git");
    }

    Path downstream(RepositoryId repository) {
        return folder.resolve("downstreams").resolve(repository.value() + ".git");
    }

    /** The same for whichever repository, as {@code --downstream-url} has it. */
    String downstreamTemplate() {
        return folder.resolve("downstreams") + "/{repo}.git";
    }

    Path pullRequests() {
        return folder.resolve("pull-requests");
    }

    Path cache() {
        return folder.resolve("cache");
    }

    /** Adds the release that is rehearsed with. */
    void addRehearsal() {
        writeUpstream(SampleRelease.withRehearsal());
    }

    private void writeUpstream(List<SampleRelease> releases) {
        BareRepository repository = BareRepository.create(upstream());
        List<ObjectId> parents = List.of();
        for (SampleRelease release : releases) {
            SortedMap<String, FileState> files = new TreeMap<>();
            release.files()
                    .forEach((path, file) ->
                            files.put(path, new FileState(file.mode(), repository.blob(file.content()))));
            ObjectId commit = repository.commit(
                    repository.tree(files), parents, MAINTAINER, release.time(), "Release " + release.tag() + "\n");
            repository.tag(release.tag(), commit);
            repository.branch(BareRepository.MAIN, commit);
            parents = List.of(commit);
        }
    }

    private void writeDownstream(RepositoryId id) {
        BareRepository repository = BareRepository.create(downstream(id));
        String readme =
                "# " + id.name() + "\n\nA repository of its own. What it gets from AGENT-33 arrives by pull request.\n";
        ObjectId blob = repository.blob(readme.getBytes(StandardCharsets.UTF_8));
        ObjectId tree = repository.tree(new TreeMap<>(Map.of("README.md", new FileState(FileMode.REGULAR, blob))));
        repository.branch(
                BareRepository.MAIN, repository.commit(tree, List.of(), MAINTAINER, BEGINNING, "First commit\n"));
    }
}
