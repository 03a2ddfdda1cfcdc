package io.agent33.sync.core.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.error.RepositoryException.Reason;
import io.agent33.sync.api.repository.BranchUpdate;
import io.agent33.sync.api.repository.CommitDraft;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.testkit.memory.MemoryGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can become of a push, on this machine and behind a server. */
class GitPushTest {
    private static final RepositoryId ID = RepositoryId.of("org/webapp");
    private static final String BRANCH = "agent33-sync/v1.0.0/core";

    @TempDir
    private Path folder;

    private final MemoryGit git = new MemoryGit();
    private ObjectId main;
    private GitFolder repository;
    private GitServer server;

    @BeforeEach
    void start() {
        main = git.commit("first").file("a", "1").id();
        repository = GitFolder.make(folder, ID + ".git", git.fixture());
        server = GitServer.serving(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private DownstreamRepository here() {
        return GitDownstreams.byTemplate(folder + "/{repo}.git").cache(cache()).open(ID);
    }

    private DownstreamRepository served() {
        return GitDownstreams.byTemplate(server.url() + "/{repo}.git")
                .cache(cache())
                .open(ID);
    }

    private Path cache() {
        return folder.resolve("cache");
    }

    private static CommitDraft draft(DownstreamRepository downstream) {
        return Plain.draft(downstream, BRANCH, Plain.put(downstream, "b", "2"));
    }

    private static String refused(BranchUpdate update) {
        assertThat(update).isInstanceOf(BranchUpdate.Refused.class);
        return ((BranchUpdate.Refused) update).reason();
    }

    private void configure(String key, String value) {
        Plain.git(repository.path(), "config", key, value);
    }

    @Test
    void aServersWordsAreTheReason() {
        repository.hook("pre-receive", "echo 'rule 7: only people' >&2; exit 1");

        try (DownstreamRepository downstream = served()) {
            assertThat(refused(downstream.push(draft(downstream))))
                    .contains("hook declined")
                    .contains("rule 7: only people");
        }
        assertThat(repository.branches()).containsOnlyKeys("main");
    }

    @Test
    void aHooksWordsAreTheReasonHereToo() {
        repository.hook("pre-receive", "read old new ref; echo \"no $ref in $GIT_DIR\"; exit 3");

        try (DownstreamRepository downstream = here()) {
            assertThat(refused(downstream.push(draft(downstream))))
                    .isEqualTo("the pre-receive hook declined: no refs/heads/" + BRANCH + " in " + repository.path());
        }
        assertThat(repository.branches()).containsOnlyKeys("main");
    }

    @Test
    void theUpdateHookIsAskedAndSeesTheObjects() {
        repository.hook("update", "git cat-file -e \"$3\" && test \"$1\" != refs/heads/" + BRANCH);

        try (DownstreamRepository downstream = here()) {
            assertThat(refused(downstream.push(draft(downstream)))).isEqualTo("the update hook declined:");
        }
    }

    @Test
    void hooksAfterwardsAreToldAndNotAsked() throws IOException {
        Path told = folder.resolve("told");
        repository.hook("post-receive", "cat > " + told + "; exit 1");

        try (DownstreamRepository downstream = here()) {
            ObjectId pushed = Plain.done(downstream.push(draft(downstream)));

            assertThat(Files.readString(told))
                    .isEqualTo("0".repeat(40) + " " + pushed + " refs/heads/" + BRANCH + "\n");
        }
    }

    @Test
    void aHookThatReadsNothingAndSaysMuchIsBorne() {
        repository.hook("pre-receive", "yes 'a long line of words' | head -n 20000; exit 1");

        try (DownstreamRepository downstream = here()) {
            assertThat(refused(downstream.push(draft(downstream))))
                    .hasSizeLessThan(600)
                    .contains("a long line");
        }
    }

    @Test
    void whatTheConfigurationForbidsIsRefused() {
        configure("receive.denyDeletes", "true");
        configure("receive.denyNonFastForwards", "true");

        try (DownstreamRepository downstream = here()) {
            ObjectId pushed = Plain.done(downstream.push(draft(downstream)));
            CommitDraft other = Plain.draft(downstream, BRANCH, Plain.put(downstream, "b", "3"));
            CommitDraft replacing = new CommitDraft(
                    BRANCH, Optional.of(pushed), other.parent(), other.tree(), "x\n", other.author(), other.time());

            assertThat(refused(downstream.push(replacing))).contains("receive.denyNonFastForwards");
            assertThat(refused(downstream.delete(BRANCH, pushed))).contains("receive.denyDeletes");
            assertThat(repository.branches()).containsEntry(BRANCH, pushed);
        }
    }

    @Test
    void theBranchThatIsCheckedOutIsNotMoved() {
        Path clone = folder.resolve("org/clone");
        Plain.git(repository.path(), "clone", "--quiet", repository.path().toString(), clone.toString());

        try (DownstreamRepository downstream =
                GitDownstreams.byTemplate(folder + "/{repo}").cache(cache()).open(RepositoryId.of("org/clone"))) {
            CommitDraft draft = draft(downstream);
            CommitDraft onMain =
                    new CommitDraft("main", Optional.of(main), main, draft.tree(), "x\n", draft.author(), draft.time());

            assertThat(refused(downstream.push(onMain))).contains("checked out");
            assertThat(refused(downstream.delete("main", main))).contains("current branch");
            Plain.done(downstream.push(draft));
        }
    }

    @Test
    void aNameThatGitCannotHoldIsRefused() {
        try (DownstreamRepository downstream = here()) {
            CommitDraft draft = draft(downstream);
            CommitDraft odd =
                    new CommitDraft("a..b", Optional.empty(), main, draft.tree(), "x\n", draft.author(), draft.time());

            assertThat(refused(downstream.push(odd))).contains("a..b");
        }
    }

    @Test
    void whatIsInTheWayIsNamed() {
        Plain.git(repository.path(), "branch", "agent33-sync", "main");

        try (DownstreamRepository downstream = here()) {
            assertThat(refused(downstream.push(draft(downstream))))
                    .contains("refs/heads/agent33-sync stands in the way");
        }
    }

    @Test
    void aLockOfSomebodyElseIsRespected() throws IOException {
        Path lock = repository.path().resolve("refs/heads/" + BRANCH + ".lock");
        Files.createDirectories(lock.getParent());
        Files.createFile(lock);

        try (DownstreamRepository downstream = here()) {
            assertThat(refused(downstream.push(draft(downstream))))
                    .contains("is locked")
                    .contains(lock.toRealPath() + ", which this run did not make");
        }
        assertThat(lock).exists();
    }

    /** The answer is lost after git has done all of it. */
    @Test
    void aPushWhoseAnswerIsLostIsDoneIfItTookEffect() {
        try (DownstreamRepository downstream = served()) {
            CommitDraft draft = draft(downstream);
            AtomicBoolean lost = new AtomicBoolean();
            server.losing(exchange -> exchange.getRequestMethod().equals("POST")
                    && exchange.getRequestURI().getPath().endsWith("git-receive-pack")
                    && lost.compareAndSet(false, true));

            ObjectId pushed = Plain.done(downstream.push(draft));

            assertThat(lost).isTrue();
            assertThat(repository.branches()).containsEntry(BRANCH, pushed);
        }
    }

    @Test
    void aPushThatNeverArrivedIsAFailureAndCanBeRepeated() {
        try (DownstreamRepository downstream = served()) {
            CommitDraft draft = draft(downstream);
            server.gate(exchange -> {
                boolean push = exchange.getRequestURI().getPath().endsWith("git-receive-pack");
                if (push) {
                    exchange.close();
                }
                return !push;
            });
            RepositoryException failure = catchThrowableOfType(RepositoryException.class, () -> downstream.push(draft));
            server.gate(exchange -> true);

            assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
            assertThat(repository.branches()).containsOnlyKeys("main");
            Plain.done(downstream.push(draft));
        }
    }

    /** Between the port's look and its push somebody else was there. */
    @Test
    void aBranchThatMovesWhileItIsPushedIsStale() {
        ObjectId person = git.commitOn(BRANCH, "a person's").file("p", "").id();
        try (DownstreamRepository downstream = served()) {
            CommitDraft draft = draft(downstream);
            server.gate(exchange -> {
                if (exchange.getRequestMethod().equals("POST")
                        && exchange.getRequestURI().getPath().endsWith("git-receive-pack")) {
                    repository.become(git.fixture());
                }
                return true;
            });

            assertThat(downstream.push(draft))
                    .asInstanceOf(type(BranchUpdate.Stale.class))
                    .isEqualTo(new BranchUpdate.Stale(Optional.of(person)));
        }
    }

    @Test
    void nothingIsWrittenForWhatIsDoneAlready() throws IOException {
        try (DownstreamRepository downstream = here()) {
            CommitDraft draft = draft(downstream);
            Plain.done(downstream.push(draft));
            FileTime before = Files.getLastModifiedTime(repository.path().resolve("objects/pack"));
            int packs =
                    CacheFolder.list(repository.path().resolve("objects/pack")).size();

            Plain.done(downstream.push(draft));

            assertThat(Files.getLastModifiedTime(repository.path().resolve("objects/pack")))
                    .isEqualTo(before);
            assertThat(CacheFolder.list(repository.path().resolve("objects/pack")))
                    .hasSize(packs)
                    .hasSize(2);
        }
        Plain.assertSound(repository.path());
    }

    @Test
    void aPackThatIsPushedIsReadableForAllWhoMayReadTheRepository() throws IOException {
        try (DownstreamRepository downstream = here()) {
            Plain.done(downstream.push(draft(downstream)));
        }
        for (Path file : CacheFolder.list(repository.path().resolve("objects/pack"))) {
            assertThat(Files.getPosixFilePermissions(file))
                    .contains(PosixFilePermission.OTHERS_READ)
                    .doesNotContain(PosixFilePermission.OWNER_WRITE);
        }
    }
}
