package io.agent33.sync.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.testkit.fault.Fault;
import io.agent33.sync.testkit.fault.FaultyPorts;
import io.agent33.sync.testkit.fault.PortCall;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;

/** A story, how it goes in peace, and how it goes otherwise. */
final class Disturbance {
    private final Story story;
    private final FaultyPorts seen = FaultyPorts.recording();
    private final SyncReport undisturbed;
    private final Stage.State end;

    Disturbance(Story story) {
        this.story = story;
        Stage stage = story.stage();
        this.undisturbed = stage.run(seen, 1);
        this.end = stage.state();
        assertQuiet(stage, "undisturbed");
    }

    /** The calls that the run makes when nothing happens. */
    List<PortCall> calls() {
        return seen.calls();
    }

    /** A run with these faults is truthful, harms nobody else, and the next one ends as if nothing had been. */
    void assertHarmless(int parallelism, Fault... faults) {
        Stage stage = story.stage();
        List<PortCall> struck = disturbed(stage, parallelism, faults);
        assertHealed(stage, story + " " + Arrays.toString(faults) + " struck " + struck);
    }

    /** Two runs with a fault each. */
    void assertHarmlessInARow(Fault first, Fault second) {
        Stage stage = story.stage();
        disturbed(stage, 1, first);
        disturbed(stage, 1, second);
        assertHealed(stage, story + " first " + first + " then " + second);
    }

    private List<PortCall> disturbed(Stage stage, int parallelism, Fault... faults) {
        String about = story + " " + Arrays.toString(faults);
        FaultyPorts ports = FaultyPorts.with(faults);
        Stage.State before = stage.state();
        Optional<SyncReport> report = report(stage, ports, parallelism, about);
        List<PortCall> struck = ports.struck();
        try {
            if (report.isPresent()) {
                Truth.assertTold(report.get(), undisturbed, stage);
                assertContained(report.get(), struck, stage);
            } else {
                assertThat(stage.state()).isEqualTo(before);
            }
            assertThat(stage.downstreams.all())
                    .allSatisfy(it -> assertThat(it.openClones()).isZero());
        } catch (AssertionError e) {
            throw new AssertionError(about + " struck " + struck + ": " + e.getMessage(), e);
        }
        return struck;
    }

    /** Empty if the whole run was impossible. */
    private static Optional<SyncReport> report(Stage stage, FaultyPorts ports, int parallelism, String about) {
        try {
            return Optional.of(stage.run(ports, parallelism));
        } catch (RuntimeException | AssertionError e) {
            // Only rules and upstream can make a whole run impossible, and then nothing was begun.
            assertThat(e).as(about).hasMessageContaining(Fault.MARK);
            assertThat(ports.struck())
                    .as(about)
                    .allSatisfy(call -> assertThat(call.scope()).isIn("rules", "upstream"));
            return Optional.empty();
        }
    }

    /** As many faults, so many rules at most; only a repository that cannot be opened costs all of its rules. */
    private static void assertContained(SyncReport report, List<PortCall> struck, Stage stage) {
        List<RuleResult> failed = new ArrayList<>(Truth.failed(report));
        struck.stream()
                .filter(call -> call.method().equals("open") && call.port().equals("DownstreamRepositories"))
                .forEach(call ->
                        failed.removeIf(result -> result.repository().value().equals(call.scope())));
        assertThat(failed).hasSizeLessThanOrEqualTo(struck.size());
        for (RuleResult result : failed) {
            assertThat(struck)
                    .extracting(PortCall::scope)
                    .containsAnyOf(
                            "upstream",
                            stage.upstream.id().value(),
                            result.repository().value());
        }
    }

    private void assertHealed(Stage stage, String about) {
        SyncReport report = stage.run();
        assertThat(report.successful()).as(about + "\n" + report).isTrue();
        Assertions.assertThat(stage.state()).as(about).isEqualTo(end);
        assertQuiet(stage, about);
    }

    /** One run more writes nothing. */
    private static void assertQuiet(Stage stage, String about) {
        int requests = stage.downstreams.writeRequests();
        int written = stage.publisher.written().size();
        int told = stage.issues.writes();
        stage.run();
        assertThat(stage.issues.writes()).as(about).isEqualTo(told);
        assertThat(stage.downstreams.writeRequests()).as(about).isEqualTo(requests);
        assertThat(stage.publisher.written()).as(about).hasSize(written);
    }
}
