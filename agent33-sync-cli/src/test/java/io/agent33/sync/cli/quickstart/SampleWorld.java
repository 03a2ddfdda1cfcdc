package io.agent33.sync.cli.quickstart;

import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.Identity;
import io.agent33.sync.api.repository.RepositoryId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The sample's repositories for tests of the commands, and ways to spoil them. */
public final class SampleWorld {
    private final Sample sample;

    private SampleWorld(Sample sample) {
        this.sample = sample;
    }

    public static SampleWorld create(Path folder) {
        Sample sample = new Sample(folder);
        sample.create();
        return new SampleWorld(sample);
    }

    public Path upstream() {
        return sample.upstream();
    }

    public Path downstream(String repository) {
        return sample.downstream(RepositoryId.of(repository));
    }

    public Path pullRequests() {
        return sample.pullRequests();
    }

    /** The options that every run on the sample needs. */
    public List<String> options() {
        return List.of(
                "--upstream=" + sample.upstream(),
                "--downstream-url=" + sample.downstreamTemplate(),
                "--cache=" + sample.cache());
    }

    public String cacheOption() {
        return "--cache=" + sample.cache();
    }

    /** A work tree of the upstream, as git makes it: with a repository of its own, or linked to that of another. */
    public void checkout(Path place, boolean linked) {
        Path repository = place.resolveSibling("repository.git");
        Git.in(repository, "clone", "--quiet", "--bare", upstream().toString(), repository.toString());
        if (linked) {
            Git.in(repository, "worktree", "add", "--quiet", place.toString(), "main");
        } else {
            Git.in(repository, "clone", "--quiet", repository.toString(), place.toString());
        }
    }

    /** As if the repository had been renamed. */
    public void remove(String repository) {
        try (Stream<Path> files = Files.walk(downstream(repository))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A repository that holds one file. */
    public void replace(String repository, String path, String text) {
        remove(repository);
        BareRepository fresh = BareRepository.create(downstream(repository));
        var files = new TreeMap<String, FileState>();
        files.put(path, new FileState(FileMode.REGULAR, fresh.blob(text.getBytes(StandardCharsets.UTF_8))));
        var author = new Identity("Somebody", "somebody@example.org");
        fresh.branch(
                BareRepository.MAIN,
                fresh.commit(fresh.tree(files), List.of(), author, Instant.ofEpochSecond(1_700_000_000), "First\n"));
    }

    /** The refs of a repository, as git has them. */
    public String refs(String repository) {
        return Git.in(downstream(repository), "for-each-ref", "--format=%(refname) %(objectname)");
    }

    /** What git says of a repository. */
    public String git(String repository, String... arguments) {
        return Git.in(downstream(repository), arguments);
    }

    /** What git says of the upstream. */
    public String upstreamGit(String... arguments) {
        return Git.in(upstream(), arguments);
    }
}
