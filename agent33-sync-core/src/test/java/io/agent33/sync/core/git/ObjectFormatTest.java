package io.agent33.sync.core.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.error.RepositoryException.Reason;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.RepositoryId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Repositories whose objects are named by SHA-256 are refused for what they are, before anything is read of them. */
class ObjectFormatTest {
    private static final RepositoryId ID = RepositoryId.of("org/webapp");

    @TempDir
    private Path folder;

    private Path repository;

    @BeforeEach
    void create() throws IOException {
        repository = Files.createDirectories(folder.resolve(ID + ".git"));
        Plain.git(repository, "init", "--quiet", "--bare", "--object-format=sha256", "--initial-branch=main");
    }

    /** An empty tree in one commit, which an empty standard input makes. */
    private void commit() {
        String tree = Plain.git(repository, "mktree");
        String commit = Plain.git(
                repository, "-c", "user.name=Ann", "-c", "user.email=ann@example.com", "commit-tree", "-m", "1", tree);
        Plain.git(repository, "update-ref", "refs/heads/main", commit);
    }

    private static void assertRefused(String url, String what, ThrowingCallable action) {
        String place = url.replaceFirst("^file://", "");
        assertThat(catchThrowableOfType(RepositoryException.class, action))
                .hasMessage("org/webapp (" + place + "/org/webapp.git): could not " + what
                        + ": expected a repository whose object format is sha1, found sha256;"
                        + " move it to a repository made with git init --object-format=sha1")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.UNSUPPORTED));
    }

    private void assertDownstreamRefused(String url) {
        try (DownstreamRepository downstream = GitDownstreams.byTemplate(url + "/{repo}.git")
                .cache(folder.resolve("cache"))
                .open(ID)) {
            assertRefused(url, "read its base branch", () -> downstream.base(Optional.empty()));
            assertRefused(url, "read its branches", () -> downstream.branches(""));
        }
    }

    private void assertUpstreamRefused(String url) {
        try (GitUpstream upstream =
                GitUpstream.at(url + "/" + ID + ".git").id(ID).cache(folder.resolve("cache"))) {
            assertRefused(url, "read its branches and tags", upstream::refs);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "file://"})
    void onThisMachine(String scheme) {
        commit();

        assertDownstreamRefused(scheme + folder);
        assertUpstreamRefused(scheme + folder);
    }

    @Test
    void withoutACommit() {
        assertDownstreamRefused(folder.toString());
        assertUpstreamRefused(folder.toString());
    }

    @Test
    void overHttp() {
        commit();

        try (GitServer server = GitServer.serving(folder)) {
            assertDownstreamRefused(server.url());
            assertUpstreamRefused(server.url());
        }
    }

    @Test
    void overHttpWithoutACommitAndBehindALogin() {
        try (GitServer server = GitServer.serving(folder).gate(GitServer.login("x-access-token", "s3cret"))) {
            try (DownstreamRepository downstream = GitDownstreams.byTemplate(server.url() + "/{repo}.git")
                    .credentials(GitCredentials.token("s3cret"))
                    .cache(folder.resolve("cache"))
                    .open(ID)) {
                assertRefused(server.url(), "read its base branch", () -> downstream.base(Optional.empty()));
            }
        }
    }

    @Test
    void sha1ThatIsNamedIsAsGoodAsUnnamed() throws IOException {
        Path named = Files.createDirectories(folder.resolve("named.git"));
        Plain.git(named, "init", "--quiet", "--bare", "--object-format=sha1", "--initial-branch=main");
        Plain.git(named, "config", "core.repositoryFormatVersion", "1");
        Plain.git(named, "config", "extensions.objectFormat", "sha1");

        try (PinnedRepository opened = PinnedRepository.open(named)) {
            assertThat(opened.getDirectory()).isEqualTo(named.toFile());
        }
    }
}
