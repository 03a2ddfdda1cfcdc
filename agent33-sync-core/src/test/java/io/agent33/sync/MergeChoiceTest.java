package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agent33.sync.api.merge.MergeResult;
import io.agent33.sync.api.merge.MergeStrategy;
import io.agent33.sync.api.report.NoteKind;
import io.agent33.sync.api.report.PathNote;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.rule.MergeChoice;
import io.agent33.sync.api.trigger.SyncTrigger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which strategy merges a file: the first of the rule's choices whose glob fits (S8). */
class MergeChoiceTest {
    private final World world = new World();

    /** Both sides change the same line of two files. */
    @BeforeEach
    void bothSidesChanged() {
        world.upstream
                .commit("1")
                .file("core/a.md", "1\n")
                .file("core/b.txt", "1\n")
                .tag("v1.0.0");
        world.syncAndMerge();
        world.webapp().commit("mine").file("docs/a.md", "mine\n").file("docs/b.txt", "mine\n");
        world.upstream
                .commit("2")
                .file("core/a.md", "theirs\n")
                .file("core/b.txt", "theirs\n")
                .tag("v1.1.0");
    }

    private SyncReport run(MergeChoice... choices) {
        var rule = World.rule("docs");
        for (MergeChoice choice : choices) {
            rule.addMerge(choice);
        }
        world.rules(rule.build());
        return world.engine()
                .mergeStrategy(
                        "shout", sides -> new MergeResult.Clean(sides.local().toUpperCase(java.util.Locale.ROOT)))
                .build()
                .run(SyncTrigger.due());
    }

    private String merged(String path) {
        return world.files(world.webapp().tree("agent33-sync/v1.1.0/docs")).get(path);
    }

    @Test
    void theFirstChoiceThatFitsDecides() {
        SyncReport report = run(new MergeChoice("**/*.md", "theirs"), new MergeChoice("**", "ours"));

        assertThat(merged("docs/a.md")).isEqualTo("theirs\n");
        assertThat(merged("docs/b.txt")).isEqualTo("mine\n");
        assertThat(report.results().get(0).notes())
                .as("a line that loses is never lost silently")
                .extracting(PathNote::kind)
                .filteredOn(NoteKind.DECIDED_BY_STRATEGY::equals)
                .hasSize(2);
    }

    @Test
    void withoutAChoiceLinesConflict() {
        SyncReport report = run(new MergeChoice("**/*.txt", "union"));

        assertThat(merged("docs/a.md")).contains("<<<<<<<");
        assertThat(merged("docs/b.txt")).isEqualTo("mine\ntheirs\n");
        assertThat(report.results().get(0).notes())
                .extracting(PathNote::kind)
                .contains(NoteKind.CONFLICT, NoteKind.DECIDED_BY_STRATEGY);
    }

    @Test
    void aHostsOwnStrategyIsUsedByItsName() {
        run(new MergeChoice("**", "shout"));

        assertThat(merged("docs/a.md")).isEqualTo("MINE\n");
    }

    @Test
    void aHostsOwnStrategyThatDropsALineIsListedThoughLinesWouldMerge() {
        world.webapp().commit("own").file(".agent33-overrides/c.md", "mine\n1\n2\n3\n");
        world.upstream.commit("c").file("core/c.md", "1\n2\n3\n").tag("v1.2.0");
        world.syncAndMerge();
        world.upstream.commit("c").file("core/c.md", "1\n2\ntheirs\n").tag("v1.3.0");
        world.rules(World.rule("docs").addMerge(new MergeChoice("**", "drop")).build());

        SyncReport report = world.engine()
                .mergeStrategy("drop", sides -> new MergeResult.Clean(sides.upstream()))
                .build()
                .run(SyncTrigger.due());

        assertThat(report.results().get(0).notes())
                .filteredOn(note -> note.path().value().equals("docs/c.md"))
                .extracting(PathNote::kind)
                .contains(NoteKind.DECIDED_BY_STRATEGY);
    }

    @Test
    void aNameThatNobodyRegisteredIsAnObjection() {
        SyncReport report = run(new MergeChoice("**", "whisper"));

        assertThat(report.results()).isEmpty();
        assertThat(report.objections())
                .singleElement()
                .satisfies(objection -> assertThat(objection.message()).contains("whisper", "merge[0].strategy"));
    }

    @Test
    void aStrategyThatThrowsCostsItsOwnRule() {
        MergeStrategy broken = sides -> {
            throw new IllegalStateException("a defect");
        };
        world.rules(World.rule("docs").addMerge(new MergeChoice("**", "broken")).build());

        SyncReport report =
                world.engine().mergeStrategy("broken", broken).build().run(SyncTrigger.due());

        assertThat(World.only(report).toString()).contains("broken", "docs/a.md", "a defect");
    }

    @Test
    void aNameIsTakenOnce() {
        assertThatThrownBy(() -> SyncEngine.builder().mergeStrategy("lines", sides -> new MergeResult.Clean("")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SyncEngine.builder().mergeStrategy(" ", sides -> new MergeResult.Clean("")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
