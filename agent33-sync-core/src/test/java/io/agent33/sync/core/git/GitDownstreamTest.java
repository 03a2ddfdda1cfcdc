package io.agent33.sync.core.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.repository.TreeEdit;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.testkit.memory.MemoryGit;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a downstream behind a server costs, and what a downstream keeps. */
class GitDownstreamTest {
    private static final RepositoryId ID = RepositoryId.of("org/webapp");

    @TempDir
    private Path folder;

    private GitServer server;
    private final MemoryGit git = new MemoryGit();
    private GitFolder repository;

    @BeforeEach
    void start() {
        git.commit("commit 1").file("old.md", "1").file("src/a", "1").tag("first");
        for (int i = 2; i <= 60; i++) {
            git.commit("commit " + i).file("src/a", "" + i);
        }
        repository = GitFolder.make(folder, ID + ".git", git.fixture());
        server = GitServer.serving(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private DownstreamRepository open() {
        return GitDownstreams.byTemplate(server.url() + "/{repo}.git")
                .cache(cache())
                .open(ID);
    }

    private Path cache() {
        return folder.resolve("cache");
    }

    private Path mirror() {
        return Plain.cached(cache(), "downstream").get(0);
    }

    private int commitsHere() {
        String objects = Plain.git(mirror(), "cat-file", "--batch-all-objects", "--batch-check=%(objecttype)");
        return (int) objects.lines().filter("commit"::equals).count();
    }

    @Test
    void openingAsksNobody() {
        open().close();

        assertThat(server.requests()).isEmpty();
        assertThat(cache()).doesNotExist();
    }

    @Test
    void baseBranchesAndFilesCostOneConnection() {
        try (DownstreamRepository downstream = open()) {
            ObjectId base = downstream.base(Optional.empty()).commit();
            assertThat(downstream.branches("")).hasSize(1);
            assertThat(downstream.tree(base).find("old.md")).isPresent();
        }

        assertThat(server.requests())
                .filteredOn(request -> request.startsWith("GET"))
                .hasSize(1);
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void theSameQuestionAgainIsAskedAgain() {
        try (DownstreamRepository downstream = open()) {
            downstream.base(Optional.empty());
            downstream.base(Optional.empty());
        }

        assertThat(server.requests())
                .filteredOn(request -> request.startsWith("GET"))
                .hasSize(2);
    }

    @Test
    void ofABranchItsTipIsFetchedAndNoHistory() {
        try (DownstreamRepository downstream = open()) {
            Commit tip = downstream.commit(downstream.base(Optional.empty()).commit());

            assertThat(tip.subject()).isEqualTo("commit 60");
            assertThat(tip.parents()).hasSize(1);
            assertThat(commitsHere()).isEqualTo(1);
        }
        Plain.assertSound(mirror());
    }

    @Test
    void whatIsThereIsNotFetchedAgain() {
        for (int run = 0; run < 2; run++) {
            server.requests().clear();
            try (DownstreamRepository downstream = open()) {
                downstream.tree(downstream.base(Optional.empty()).commit()).children("");
            }
        }

        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void historyIsFetchedBitByBit() {
        try (DownstreamRepository downstream = open()) {
            ObjectId tip = downstream.base(Optional.empty()).commit();

            assertThat(downstream.lastChange(tip, "src/a").map(Commit::subject)).contains("commit 60");
            assertThat(commitsHere()).isEqualTo(32);
            assertThat(downstream.lastChange(tip, "old.md").map(Commit::subject))
                    .contains("commit 1");
            assertThat(commitsHere()).isEqualTo(60);
            int requests = server.requests().size();
            assertThat(downstream.lastChange(tip, "missing")).isEmpty();
            assertThat(downstream.isAncestor(git.tagged("first"), tip)).isTrue();
            assertThat(server.requests()).hasSize(requests);
        }
        Plain.assertSound(mirror());
    }

    @Test
    void whatWasPushedIsNotFetchedBack() {
        ObjectId pushed;
        try (DownstreamRepository downstream = open()) {
            pushed = Plain.done(
                    downstream.push(Plain.draft(downstream, "sync/a", Plain.put(downstream, "new.md", "new"))));
        }
        server.requests().clear();
        try (DownstreamRepository downstream = open()) {
            assertThat(downstream.branches("sync/")).hasSize(1);
            assertThat(downstream.tree(pushed).find("new.md")).isPresent();
        }

        assertThat(server.requests()).hasSize(2);
        assertThat(Plain.git(repository.path(), "show", "sync/a:new.md")).isEqualTo("new");
        Plain.assertSound(repository.path());
        Plain.assertSound(mirror());
    }

    @Test
    void whatTheUpstreamHoldsIsNotCopied() {
        MemoryGit canonical = new MemoryGit();
        canonical.commit("first").file("core/a.md", "canonical\n").tag("v1.0.0");
        GitFolder home = GitFolder.make(folder, "agent33/agent33.git", canonical.fixture());
        try (GitUpstream upstream =
                        GitUpstream.at(server.url() + "/agent33/agent33.git").cache(cache());
                DownstreamRepository downstream = open()) {
            TreeEntry source = upstream.tree(upstream.refs().head().commit())
                    .find("core/a.md")
                    .orElseThrow();
            TreeEdit edit = TreeEdit.put(RepoPath.of("docs/a.md"), source.state());
            Plain.done(downstream.push(Plain.draft(downstream, "sync/a", upstream.blobs(), edit)));

            assertThat(looseOrPackedHere(source.id())).isFalse();
        }

        assertThat(Plain.git(repository.path(), "show", "sync/a:docs/a.md")).isEqualTo("canonical");
        Plain.assertSound(repository.path());
        Plain.assertSound(mirror());
        home.vanish();
    }

    private boolean looseOrPackedHere(ObjectId id) {
        Path borrowed = mirror().resolve("objects/info/alternates");
        return GitFolder.unchecked(() -> {
            String lenders = Files.readString(borrowed);
            assertThat(lenders).startsWith("../../../../upstream/");
            Files.writeString(borrowed, "");
            String here = Plain.git(mirror(), "cat-file", "--batch-all-objects", "--batch-check=%(objectname)");
            Files.writeString(borrowed, lenders);
            return here.contains(id.hex());
        });
    }

    @Test
    void contentThatIsNotWhatItsIdSaysIsRefused() {
        ObjectId other = ObjectId.of("ce013625030ba8dba906f756967f9e9ca394464a");
        try (DownstreamRepository downstream = open()) {
            TreeEdit real = Plain.put(downstream, "a", "text");
            TreeEdit wrong = TreeEdit.put(RepoPath.of("a"), new FileState(FileMode.REGULAR, other));

            assertThatExceptionOfType(RepositoryException.class)
                    .isThrownBy(() -> Plain.draft(downstream, "sync/a", new Lying(downstream.blobs(), real), wrong))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(RepositoryException.Reason.CORRUPT));
        }
    }

    /** Gives one blob's content for every id. */
    private record Lying(BlobSource blobs, TreeEdit edit) implements BlobSource {
        private ObjectId blob() {
            return edit.after().orElseThrow().id();
        }

        @Override
        public InputStream open(ObjectId blob) {
            return blobs.open(blob());
        }

        @Override
        public long size(ObjectId blob) {
            return blobs.size(blob());
        }

        @Override
        public boolean contains(ObjectId blob) {
            return true;
        }
    }
}
