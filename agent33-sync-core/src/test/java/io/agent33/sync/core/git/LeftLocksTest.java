package io.agent33.sync.core.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.BranchUpdate;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.testkit.memory.MemoryGit;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Git's locks that a process left which was killed while it changed a branch on this machine, and those of others. */
class LeftLocksTest {
    private static final RepositoryId ID = RepositoryId.of("org/webapp");
    private static final String BRANCH = "agent33-sync/v1.0.0/core";
    private static final String REF = "refs/heads/" + BRANCH;

    @TempDir
    private Path folder;

    private GitFolder repository;
    private ObjectId pushed;

    @BeforeEach
    void push() {
        MemoryGit git = new MemoryGit();
        git.commit("first").file("a", "1");
        repository = GitFolder.make(folder, ID + ".git", git.fixture());
        try (DownstreamRepository downstream = open()) {
            pushed = Plain.done(downstream.push(Plain.draft(downstream, BRANCH, Plain.put(downstream, "b", "2"))));
        }
    }

    private DownstreamRepository open() {
        return GitDownstreams.byTemplate(folder + "/{repo}.git")
                .cache(folder.resolve("cache"))
                .open(ID);
    }

    private Path file(String name) {
        return repository.path().resolve(name);
    }

    /** How far a process came. */
    private enum Kill {
        NOTED,
        LOCKED_REFERENCE,
        LOCKED_ALL,
        WROTE_PACKED,
        TOOK_LOOSE_AWAY
    }

    /** Leaves what a process leaves that is killed while it changes the branch. */
    private void kill(RefChange change, Kill kill) throws IOException {
        GitCache cache = GitCache.at(folder.resolve("cache"));
        CacheSlot slot = CacheSlot.open(cache, "downstream", Address.of(folder + "/" + ID + ".git"));
        try (Mirror mirror = Mirror.open(slot, List.of(), Duration.ofMinutes(1));
                Leases.Lease lease = Leases.of(repository.path())) {
            @SuppressWarnings("resource")
            MarkedLocks left = new PushIntent(mirror, lease.repository()).declare(change);
            if (kill.compareTo(Kill.LOCKED_REFERENCE) >= 0) {
                assertThat(left.take(file(REF))).isTrue();
            }
            if (kill.compareTo(Kill.LOCKED_ALL) >= 0) {
                assertThat(left.take(file("packed-refs"))).isTrue();
            }
            if (kill.compareTo(Kill.WROTE_PACKED) >= 0) {
                Files.writeString(left.draft(), "# pack-refs with: peeled fully-peeled sorted \n");
            }
            if (kill == Kill.TOOK_LOOSE_AWAY) {
                Files.delete(file(REF));
            }
        }
    }

    private RefChange deletion() {
        return new RefChange(REF, Ids.in(pushed), org.eclipse.jgit.lib.ObjectId.zeroId());
    }

    /** Files that are there only while somebody is at work. */
    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("tmp_.*|.*\\.lock|pushing"))
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource(Kill.class)
    void whatAKilledDeletionLeftIsClearedByTheFirstLook(Kill kill) throws IOException {
        kill(deletion(), kill);
        assertThat(left()).isNotEmpty();

        try (DownstreamRepository downstream = open()) {
            assertThat(downstream.branches("agent33-sync/"))
                    .hasSize(kill == Kill.TOOK_LOOSE_AWAY ? 0 : 1)
                    .allMatch(new BranchTip(BRANCH, pushed)::equals);
        }

        assertThat(left()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Kill.class)
    void aKilledDeletionIsMadeUpFor(Kill kill) throws IOException {
        kill(deletion(), kill);

        try (DownstreamRepository downstream = open()) {
            Plain.done(downstream.delete(BRANCH, pushed));
        }

        assertThat(repository.branches()).containsOnlyKeys("main");
        assertThat(left()).isEmpty();
        Plain.assertSound(repository.path());
    }

    @Test
    void aKilledPushIsMadeUpFor() throws IOException {
        try (DownstreamRepository downstream = open()) {
            ObjectId main = repository.branches().get("main");
            kill(new RefChange(REF, Ids.in(pushed), Ids.in(main)), Kill.LOCKED_REFERENCE);
            assertThat(file(REF + ".lock")).hasContent(main + "\n");

            Plain.done(downstream.delete(BRANCH, pushed));
        }
        assertThat(left()).isEmpty();
    }

    /** Nothing was done yet by then. */
    @Test
    void aNoteThatWasCutOffIsForgotten() throws IOException {
        kill(deletion(), Kill.NOTED);
        Path note = Plain.cached(folder.resolve("cache"), "downstream").get(0).resolveSibling("pushing");
        String whole = Files.readString(note);
        Files.delete(file(whole.lines().toList().get(1)));
        Files.writeString(note, whole.substring(0, whole.length() / 2));

        try (DownstreamRepository downstream = open()) {
            assertThat(downstream.branches("agent33-sync/")).hasSize(1);
        }
        assertThat(left()).isEmpty();
    }

    /** Made right after our process had noted what it was about to do, and had not got the lock. */
    @ParameterizedTest
    @EnumSource(
            value = Kill.class,
            names = {"NOTED", "LOCKED_REFERENCE"})
    void aLockOfSomebodyElseIsLeftAloneAndNamed(Kill kill) throws IOException {
        kill(deletion(), kill);
        Path theirs = Files.createFile(file("packed-refs.lock"));

        try (DownstreamRepository downstream = open()) {
            assertThat(downstream.delete(BRANCH, pushed))
                    .isEqualTo(new BranchUpdate.Refused(REF + " is locked by " + theirs.toRealPath()
                            + ", which this run did not make; if no git process works there, delete it"));
        }

        assertThat(left()).containsExactly(folder.relativize(theirs).toString());
        assertThat(repository.branches()).containsEntry(BRANCH, pushed);
    }

    @Test
    void aBranchIsTakenOutOfThePackedOnesAndNoOther() throws IOException {
        Plain.git(repository.path(), "-c", "user.name=a", "-c", "user.email=a@b", "tag", "-a", "-m", "x", "t", BRANCH);
        Plain.git(repository.path(), "branch", BRANCH + "-more", BRANCH);
        Plain.git(repository.path(), "pack-refs", "--all");
        String before = Files.readString(file("packed-refs"));
        assertThat(file(REF)).doesNotExist();

        try (DownstreamRepository downstream = open()) {
            Plain.done(downstream.delete(BRANCH, pushed));
            assertThat(downstream.branches("agent33-sync/"))
                    .extracting(BranchTip::branch)
                    .containsExactly(BRANCH + "-more");
        }

        assertThat(file("packed-refs")).hasContent(before.replace(pushed + " " + REF + "\n", ""));
        assertThat(repository.branches()).containsOnlyKeys("main", BRANCH + "-more");
        assertThat(left()).isEmpty();
        Plain.assertSound(repository.path());
    }

    /** What is packed is older, and must not come to light when the file of the branch goes. */
    @Test
    void aBranchThatIsPackedAndMovedSinceIsGoneAsAWhole() {
        Plain.git(repository.path(), "update-ref", REF, "main");
        Plain.git(repository.path(), "pack-refs", "--all");
        Plain.git(repository.path(), "update-ref", REF, pushed.hex());

        try (DownstreamRepository downstream = open()) {
            Plain.done(downstream.delete(BRANCH, pushed));
        }

        assertThat(repository.branches()).containsOnlyKeys("main");
    }

    @Test
    void whereABranchWasAnotherOfItsFoldersNameFits() {
        Plain.git(repository.path(), "config", "core.logAllRefUpdates", "true");
        try (DownstreamRepository downstream = open()) {
            Plain.done(downstream.delete(BRANCH, pushed));
            Plain.done(downstream.push(Plain.draft(downstream, "agent33-sync", Plain.put(downstream, "b", "3"))));
        }

        assertThat(repository.branches()).containsOnlyKeys("main", "agent33-sync");
        assertThat(Plain.git(repository.path(), "reflog", "agent33-sync")).endsWith("agent33-sync@{0}: push");
        Plain.assertSound(repository.path());
    }

    /** Where git keeps references in tables, JGit moves them. */
    @Test
    void aBranchInAReftableIsMadeAndDeletedToo() throws IOException {
        try (FileRepository jgit = new FileRepository(repository.path().toFile())) {
            jgit.convertRefStorage("reftable", false, false);
        }
        Path tables = folder.resolve("org/tables.git");
        Files.move(repository.path(), tables);
        try (DownstreamRepository downstream = GitDownstreams.byTemplate(folder + "/{repo}.git")
                .cache(folder.resolve("cache"))
                .open(RepositoryId.of("org/tables"))) {
            Plain.done(downstream.delete(BRANCH, pushed));
            ObjectId again =
                    Plain.done(downstream.push(Plain.draft(downstream, BRANCH, Plain.put(downstream, "b", "3"))));

            assertThat(downstream.branches("agent33-sync/")).containsExactly(new BranchTip(BRANCH, again));
        }
        assertThat(left()).isEmpty();
    }

    /** As a zip file is. */
    @Test
    void aDiskWithoutLinksHasLocksAllTheSame() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(folder.resolve("disk.zip"), Map.of("create", "true"))) {
            Path mark = zip.getPath("/mark");
            Path branch = zip.getPath("/refs/branch");
            Files.writeString(mark, "content");
            try (MarkedLocks locks = new MarkedLocks(mark, () -> {})) {
                assertThat(locks.take(branch)).isTrue();
                assertThat(locks.take(branch)).isFalse();
                assertThat(MarkedLocks.of(branch)).hasContent("content");
                MarkedLocks.removeLeft(zip.getPath("/other"), List.of(MarkedLocks.of(branch)));
                assertThat(MarkedLocks.of(branch)).exists();
            }
            assertThat(MarkedLocks.of(branch)).doesNotExist();
            assertThat(mark).doesNotExist();
        }
    }
}
