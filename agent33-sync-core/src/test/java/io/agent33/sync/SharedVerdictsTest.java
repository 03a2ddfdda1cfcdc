package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.rule.Severity;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.rule.Validation;
import io.agent33.sync.api.validate.Check;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What checks work out once a run is no verdict of one downstream on another (S7). */
class SharedVerdictsTest {
    private static final String NUMBER = "{\"properties\": {\"value\": {\"type\": \"number\"}}}";
    private static final String TEXT = "{\"properties\": {\"value\": {\"type\": \"string\"}}}";

    private final World world = new World();

    @BeforeEach
    void oneReleaseForFourDownstreams() {
        world.upstream
                .commit("1")
                .file("core/a.md", "[own](../own/here.md#part) and [other](b.md#part)\n")
                .file("core/b.md", "# Part\n")
                .file("core/data.json", "{\"$schema\": \"/own/of.schema.json\", \"value\": 1}\n")
                .tag("v1.0.0");
        downstream("numbers", "# Part\n", NUMBER);
        downstream("texts", "# Another\n", TEXT);
        world.downstreams.create("org/nothing").commit("mine").file("README.md", "mine\n");
        downstream("numbers-too", "# Part\n", NUMBER);
        world.rules(Stream.of("numbers", "texts", "nothing", "numbers-too")
                .map(SharedVerdictsTest::rule)
                .toArray(SyncRule[]::new));
    }

    private void downstream(String name, String page, String schema) {
        world.downstreams
                .create("org/" + name)
                .commit("mine")
                .file("own/here.md", page)
                .file("own/of.schema.json", schema);
    }

    private static SyncRule rule(String name) {
        Validation wishes = Validation.defaults().with(Check.VERSION_TAG, Severity.OFF);
        for (Check check : List.of(Check.LINK_INTEGRITY, Check.SCHEMA_CHECK)) {
            wishes = wishes.with(check, Severity.WARN);
        }
        return World.rule(name).targetRepo("org/" + name).validation(wishes).build();
    }

    /** The codes of what was found, by rule. */
    private static Map<String, List<String>> codes(SyncReport report) {
        return report.results().stream()
                .collect(Collectors.toMap(
                        result -> result.ruleId(),
                        result -> result.validation().orElseThrow().checks().stream()
                                .flatMap(check -> check.findings().stream())
                                .map(finding -> finding.code())
                                .toList()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void eachDownstreamIsJudgedByItsOwnTree(int atOnce) {
        SyncReport report = world.engine().parallelism(atOnce).build().run();

        assertThat(codes(report))
                .isEqualTo(Map.of(
                        "numbers", List.of(),
                        "numbers-too", List.of(),
                        "texts", List.of("anchor-missing", "instance-broken"),
                        "nothing", List.of("link-broken-upstream", "schema-elsewhere")));
    }

    @Test
    void aSecondRunOfOneEngineSeesWhatHasChanged() {
        try (SyncEngine engine = world.engine().build()) {
            engine.run();
            world.downstreams
                    .get("org/numbers")
                    .commit("other")
                    .file("own/here.md", "# Gone\n")
                    .file("own/of.schema.json", TEXT);

            assertThat(codes(engine.run())).containsEntry("numbers", List.of("anchor-missing", "instance-broken"));
        }
    }
}
