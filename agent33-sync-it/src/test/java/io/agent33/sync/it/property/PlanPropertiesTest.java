package io.agent33.sync.it.property;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.SyncEngine;
import io.agent33.sync.SyncEngineBuilder;
import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.report.SyncPlan;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.FileTree;
import io.agent33.sync.api.repository.TreeEntry;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.core.git.GitDownstreams;
import io.agent33.sync.core.git.GitUpstream;
import io.agent33.sync.core.print.OutputFormat;
import io.agent33.sync.it.Command;
import io.agent33.sync.it.OnDisk;
import io.agent33.sync.testkit.memory.RecordingPublisher;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every plan (S2), tried on generated worlds in memory and on disk. */
class PlanPropertiesTest {
    private static final int IN_MEMORY = 25;
    private static final int ON_DISK = 4;

    @TempDir
    private Path folder;

    @Test
    void aPlanDoesNotDependOnThreadsOrTheOrderOfRules() {
        for (long seed = 0; seed < IN_MEMORY; seed++) {
            RandomWorld world = new RandomWorld(seed);
            List<SyncRule> shuffled = new ArrayList<>(world.rules);
            Collections.shuffle(shuffled, new Random(seed));

            assertThat(printed(inMemory(world, shuffled).parallelism(8)))
                    .as("%s", world)
                    .isEqualTo(printed(inMemory(world, world.rules).parallelism(1)));
        }
    }

    @Test
    void bothFormsOfThePortsPlanAndCommitTheSame() {
        for (long seed = 0; seed < ON_DISK; seed++) {
            RandomWorld world = new RandomWorld(seed);
            Path place = folder.resolve(String.valueOf(seed));
            SyncEngineBuilder disk = onDisk(world, place);
            SyncEngineBuilder memory = inMemory(world, world.rules);

            assertThat(printed(disk)).as("%s", world).isEqualTo(printed(memory));
            assertThat(heads(disk.build().run()))
                    .as("%s", world)
                    .isEqualTo(heads(memory.build().run()));
            assertThat(printed(disk)).as("%s again", world).isEqualTo(printed(memory));
            world.downstreams
                    .all()
                    .forEach(downstream ->
                            Command.git(place.resolve(downstream.id() + ".git"), "fsck", "--strict", "--no-dangling"));
        }
    }

    @Test
    void applyingGivesExactlyThePlannedTreeReleaseAfterRelease() {
        for (long seed = 0; seed < IN_MEMORY; seed++) {
            RandomWorld world = new RandomWorld(seed);
            SyncEngine engine = inMemory(world, world.rules).build();
            for (String release : world.releases) {
                SyncPlan plan = engine.plan(SyncTrigger.release(release));
                Map<String, Map<String, FileState>> expected = plan.proposals().stream()
                        .collect(Collectors.toMap(Proposal::ruleId, proposal -> expected(world, proposal)));

                SyncReport report = engine.run(SyncTrigger.release(release));

                plan.proposals()
                        .forEach(proposal -> assertThat(files(tree(world, proposal)))
                                .as("%s %s %s", world, release, proposal.ruleId())
                                .isEqualTo(expected.get(proposal.ruleId())));
                report.results().forEach(result -> merge(world, result));
            }
        }
    }

    private static Map<String, FileState> expected(RandomWorld world, Proposal proposal) {
        Map<String, FileState> files =
                files(world.downstreams.get(proposal.repository().value()).tree());
        for (PlannedEdit edit : proposal.edits()) {
            if (edit.after().isPresent()) {
                files.put(edit.path().value(), edit.after().get());
            } else {
                files.remove(edit.path().value());
            }
        }
        return files;
    }

    private static FileTree tree(RandomWorld world, Proposal proposal) {
        return world.downstreams.get(proposal.repository().value()).tree(proposal.branch());
    }

    private static Map<String, FileState> files(FileTree tree) {
        Map<String, FileState> files = new TreeMap<>();
        collect(tree, "", files);
        return files;
    }

    private static void collect(FileTree tree, String folder, Map<String, FileState> files) {
        for (TreeEntry entry : tree.children(folder)) {
            if (entry.mode() == FileMode.FOLDER) {
                collect(tree, entry.path(), files);
            } else {
                files.put(entry.path(), entry.state());
            }
        }
    }

    private static void merge(RandomWorld world, RuleResult result) {
        if (result.outcome() instanceof RuleOutcome.Proposed proposed) {
            world.downstreams
                    .get(result.repository().value())
                    .merge(proposed.head().branch());
        }
    }

    private static Map<String, String> heads(SyncReport report) {
        return report.results().stream()
                .collect(Collectors.toMap(
                        RuleResult::ruleId,
                        result -> result.outcome() instanceof RuleOutcome.Proposed proposed
                                ? proposed.head().toString()
                                : result.outcome().getClass().getSimpleName()));
    }

    private static String printed(SyncEngineBuilder builder) {
        SyncEngine engine = builder.build();
        StringBuilder text = new StringBuilder();
        SyncPlan plan = engine.plan(SyncTrigger.due());
        engine.print(plan, OutputFormat.YAML, text);
        engine.print(plan, OutputFormat.DIFF, text);
        return text.toString();
    }

    private static SyncEngineBuilder inMemory(RandomWorld world, List<SyncRule> rules) {
        return SyncEngine.builder()
                .upstream(world.upstream.withoutWebAddress())
                .downstreams(world.downstreams)
                .rules(RuleSource.of(rules.toArray(SyncRule[]::new)))
                .publisher(new RecordingPublisher());
    }

    private static SyncEngineBuilder onDisk(RandomWorld world, Path place) {
        Path upstream = OnDisk.bare(world.upstream.git().fixture(), place.resolve("agent33/agent33.git"));
        world.downstreams
                .all()
                .forEach(
                        downstream -> OnDisk.bare(downstream.git().fixture(), place.resolve(downstream.id() + ".git")));
        return SyncEngine.builder()
                .upstream(GitUpstream.at(upstream.toString()).cache(place.resolve("cache")))
                .downstreams(GitDownstreams.byTemplate(place + "/{repo}.git").cache(place.resolve("cache")))
                .rules(RuleSource.of(world.rules.toArray(SyncRule[]::new)))
                .publisher(new RecordingPublisher());
    }
}
