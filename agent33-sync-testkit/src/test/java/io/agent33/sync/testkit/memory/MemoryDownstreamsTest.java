package io.agent33.sync.testkit.memory;

import static io.agent33.sync.testkit.assertion.SyncAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.BranchUpdate;
import io.agent33.sync.api.repository.CommitDraft;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.repository.TreeEdit;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemoryDownstreamsTest {
    private final MemoryDownstreams downstreams = MemoryDownstreams.of("org/webapp", "org/api");
    private final MemoryDownstream webapp = downstreams.get("org/webapp");

    @Test
    void eachRepositoryBeginsWithAReadme() {
        assertThat(webapp.tree()).hasExactlyFiles("README.md").hasFile("README.md", "# org/webapp\n");
        assertThat(downstreams.all()).extracting(it -> it.id().value()).containsExactly("org/api", "org/webapp");
    }

    @Test
    void anUnknownRepositoryIsNotFound() {
        assertThatExceptionOfType(RepositoryException.class)
                .isThrownBy(() -> downstreams.open(RepositoryId.of("org/none")))
                .withMessageContaining("org/none")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(RepositoryException.Reason.NOT_FOUND));
        assertThatIllegalArgumentException().isThrownBy(() -> downstreams.get("org/none"));
    }

    @Test
    void namesAreOneWhateverTheirCase() {
        assertThatIllegalArgumentException().isThrownBy(() -> downstreams.create("Org/WebApp"));
        try (DownstreamRepository clone = downstreams.open(RepositoryId.of("ORG/webapp"))) {
            assertThat(clone.id()).isEqualTo(webapp.id());
        }
    }

    @Test
    void whoOpensItAgainSeesWhatWasPushed() {
        try (DownstreamRepository clone = downstreams.open(webapp.id())) {
            assertThat(clone.push(draft(clone, "side", "pushed"))).isInstanceOf(BranchUpdate.Done.class);
        }

        try (DownstreamRepository again = downstreams.open(webapp.id())) {
            assertThat(again.branches("side")).extracting(BranchTip::branch).containsExactly("side");
        }
        assertThat(webapp.tree("side"), webapp.blobs()).hasFile("new.md", "pushed");
    }

    @Test
    void writesAreCounted() {
        try (DownstreamRepository clone = downstreams.open(webapp.id())) {
            CommitDraft draft = draft(clone, "side", "1");
            assertThat(downstreams.writeRequests()).isZero();

            clone.push(draft);
            clone.push(draft);
            webapp.protect("side", "closed");
            clone.delete("side", ObjectId.of(GitObject.blob("x").id().hex()));
            assertThat(webapp.writeRequests()).isEqualTo(3);
            assertThat(webapp.writes()).isEqualTo(1);

            webapp.unprotect("side");
            clone.delete("side", webapp.git().tip("side").orElseThrow());
            assertThat(webapp.writes()).isEqualTo(2);
            assertThat(downstreams.writeRequests()).isEqualTo(4);
            assertThat(downstreams.get("org/api").writeRequests()).isZero();
        }
    }

    @Test
    void whatIsPutIntoACloneIsNotSeenByTheForge() {
        byte[] content = {1, 2, 3};
        try (DownstreamRepository one = downstreams.open(webapp.id())) {
            ObjectId blob = one.blobs().put(new ByteArrayInputStream(content), content.length);

            assertThat(one.blobs().contains(blob)).isTrue();
            assertThat(webapp.git().object(blob)).isEmpty();
        }
        assertThat(downstreams.writeRequests()).isZero();
    }

    @Test
    void aClosedCloneIsOfNoUse() {
        DownstreamRepository clone = downstreams.open(webapp.id());
        assertThat(webapp.openClones()).isEqualTo(1);
        clone.close();
        clone.close();

        assertThat(webapp.openClones()).isZero();
        assertThatIllegalStateException().isThrownBy(() -> clone.base(Optional.empty()));
    }

    @Test
    void failuresComeAndGo() {
        for (RepositoryException.Reason reason : RepositoryException.Reason.values()) {
            webapp.fail(reason);
            assertThatExceptionOfType(RepositoryException.class)
                    .isThrownBy(() -> downstreams.open(webapp.id()))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
        }
        webapp.recover();

        try (DownstreamRepository clone = downstreams.open(webapp.id())) {
            assertThat(clone.base(Optional.empty()).branch()).isEqualTo("main");
        }
    }

    static CommitDraft draft(DownstreamRepository clone, String branch, String text) {
        byte[] content = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        ObjectId blob = clone.blobs().put(new ByteArrayInputStream(content), content.length);
        ObjectId base = clone.base(Optional.empty()).commit();
        TreeEdit edit = TreeEdit.put(RepoPath.of("new.md"), new FileState(FileMode.REGULAR, blob));
        ObjectId tree = clone.buildTree(base, List.of(edit), clone.blobs());
        return new CommitDraft(branch, Optional.empty(), base, tree, "sync\n", MemoryGit.PERSON, MemoryGit.BEGINNING);
    }
}
