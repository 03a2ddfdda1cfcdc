package io.agent33.sync.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where the pieces of a rule's state lie (S9). */
class StateFolderTest {
    private static final StateFolder FOLDER = new StateFolder("docs");
    private static final RepoPath TARGET = RepoPath.of("docs/a.md");

    private static ObjectId id(char digit) {
        return ObjectId.of(String.valueOf(digit).repeat(40));
    }

    private static FileState state(char digit) {
        return new FileState(FileMode.REGULAR, id(digit));
    }

    private static RepoPath kept(String what) {
        return RepoPath.of(".agent33-sync-state/docs/" + what + "/docs/a.md");
    }

    private static ManifestFile file(
            FileState delivered, FileState baseline, Optional<ObjectId> override, Optional<OpenConflict> conflict) {
        return new ManifestFile(
                "core/a.md",
                TARGET,
                delivered,
                "c".repeat(64),
                FileStatus.DELIVERED,
                baseline,
                Optional.empty(),
                override,
                conflict);
    }

    @Test
    void whatDiffersIsKeptEachInItsPlace() {
        ManifestFile file = file(
                state('1'),
                state('2'),
                Optional.of(id('3')),
                Optional.of(new OpenConflict(id('4'), "v1.0.0", id('5'), "v1.1.0")));

        assertThat(FOLDER.kept(file))
                .containsEntry(kept("baseline"), id('2'))
                .containsEntry(kept("target"), id('1'))
                .containsEntry(kept("override"), id('3'))
                .containsEntry(kept("ancestor"), id('4'))
                .containsEntry(kept("local"), id('5'))
                .hasSize(5);
    }

    @Test
    void equalContentIsKeptOnce() {
        ManifestFile file = file(state('1'), state('1'), Optional.of(id('1')), Optional.empty());

        assertThat(FOLDER.kept(file)).containsOnlyKeys(kept("baseline"));
        assertThat(FOLDER.baseline(TARGET)).isEqualTo(kept("baseline"));
    }

    @Test
    void aMemoryIsKnownByItsPlaceAndName() {
        assertThat(StateFolder.isMemory(FOLDER.rolledBack())).isTrue();
        assertThat(StateFolder.isMemory(FOLDER.manifest())).isFalse();
        assertThat(StateFolder.isMemory(RepoPath.of("docs/rolled-back.yaml"))).isFalse();
    }
}
