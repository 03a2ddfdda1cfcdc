package io.agent33.sync.it.overrides;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken for a rename upstream and what is not, and where nothing can come (S8). On both forms of the ports. */
class NoRenameRowsTest {
    @TempDir
    private Path folder;

    private OverrideWorld world;

    @BeforeEach
    void customised() {
        world = new OverrideWorld(folder);
        world.delivered("old.md", Lines.with());
        world.override("old.md", Lines.with("2=mine"));
        world.sync();
    }

    /** Nothing in common with the other file. */
    private static String other(String... changes) {
        return Lines.with(changes).replace("line", "another text, number");
    }

    private static void wasNotFollowed(Synced synced) {
        assertThat(synced.notes()).noneMatch(note -> note.startsWith("renamed"));
        assertThat(synced.override("old.md")).contains(Lines.with("2=mine"));
    }

    @Test
    void aRenameOntoAPathThatHasAnOverrideIsBlocked() {
        world.override("new.md", Lines.with("5=other"));
        world.released(world.next().delete("core/old.md").file("core/new.md", Lines.with("9=new")));

        Synced synced = world.sync();

        assertThat(synced.notes()).contains("rename-blocked docs/new.md");
        wasNotFollowed(synced);
        assertThat(synced.override("new.md"))
                .hasValueSatisfying(text -> assertThat(text).contains("other").doesNotContain("mine"));
    }

    @Test
    void aFileThatTheRuleNoLongerSelectsWasNotRenamed() {
        world.released(world.next().file("core/sub/new.md", Lines.with()));
        world.rule(OverrideWorld.rule().source("core/sub/**").build());

        Synced synced = world.sync();

        wasNotFollowed(synced);
        assertThat(synced.target("new.md")).contains(Lines.with());
    }

    @Test
    void aFileThatUpstreamLetGoIsNotTheOneThatComesLater() {
        world.releaseWithout("old.md");
        world.sync();
        world.release("new.md", Lines.with("9=new"));

        Synced synced = world.sync();

        wasNotFollowed(synced);
        assertThat(synced.target("old.md")).contains(Lines.with("2=mine"));
        assertThat(synced.target("new.md")).contains(Lines.with("9=new"));
    }

    @Test
    void norIsItWhereAnotherFileComesToItsPath() {
        world.release("next.md", other());
        world.releaseWithout("old.md");
        world.sync();
        world.released(
                world.next().delete("core/next.md").file("core/old.md", other()).file("core/new.md", Lines.with()));

        Synced synced = world.sync();

        assertThat(synced.notes()).noneMatch(note -> note.startsWith("renamed"));
        assertThat(synced.target("new.md")).contains(Lines.with());
        assertThat(synced.override("new.md")).isEmpty();
    }

    @Test
    void aPlaceThatAnotherFileOfTheRuleLeavesIsFree() {
        world.release("sub/new.md", other());
        world.sync();
        world.rule(OverrideWorld.rule().targetPath("docs/sub").build());
        world.released(world.next().delete("core/old.md").file("core/new.md", Lines.with("9=new")));

        Synced synced = world.sync();

        assertThat(synced.notes()).containsExactly("renamed docs/sub/new.md");
        assertThat(world.text("docs/sub/new.md")).contains(Lines.with("2=mine", "9=new"));
        assertThat(world.text("docs/sub/sub/new.md")).contains(other());
    }
}
