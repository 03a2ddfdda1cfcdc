package io.agent33.sync.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.rule.Acceptance;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.MergeChoice;
import io.agent33.sync.api.rule.MergeMethod;
import io.agent33.sync.api.rule.OnDrift;
import io.agent33.sync.api.rule.OnExisting;
import io.agent33.sync.api.rule.PullRequestOptions;
import io.agent33.sync.api.rule.Severity;
import io.agent33.sync.api.rule.Strategy;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.rule.SyncRuleBuilder;
import io.agent33.sync.api.rule.TransformStep;
import io.agent33.sync.api.rule.Validation;
import io.agent33.sync.api.validate.Check;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnsupportedYetTest {
    @Test
    void aRuleThatAsksForNothingNewCanRun() {
        SyncRule rule = minimal()
                .strategy(Strategy.TEMPLATE)
                .addTransform(new TransformStep("stamp_version", Map.of()))
                .addTransform(new TransformStep("strip_internal_links", Map.of()))
                .addTransform(new TransformStep("rewrite_paths", Map.of("from", "core/", "to", "docs/")))
                .addVariable("a", "b")
                .delimiters("<% %>")
                .frequency(Frequency.ON_RELEASE)
                .addInclude("**")
                .addExclude("x")
                .branch("main")
                .prereleases(true)
                .changelog("CHANGELOG.md")
                .description("d")
                .pullRequest(new PullRequestOptions(true, MergeMethod.SQUASH, List.of("l"), List.of("r"), true))
                .build();

        assertThat(UnsupportedYet.of(rule)).isEmpty();
    }

    @Test
    void validationNeverBlocks() {
        Validation validation = Validation.defaults()
                .with(Check.CHECKSUM, Severity.OFF)
                .with(Check.SECRET_SCAN, Severity.WARN)
                .allowing(List.of(new Acceptance(Check.SECRET_SCAN, "a", "b", "c")));

        assertThat(UnsupportedYet.of(minimal().validation(validation).build())).isEmpty();
    }

    @Test
    void eachKeyWithoutItsFeatureIsNamed() {
        SyncRule rule = minimal()
                .onDrift(OnDrift.BLOCK)
                .onExisting(OnExisting.BLOCK)
                .addMerge(new MergeChoice("**", "lines"))
                .maxAgeDays(3)
                .build();

        List<Objection> objections = UnsupportedYet.of(rule);

        assertThat(objections).extracting(Objection::subject).containsExactly("sync_rule.max_age_days");
        assertThat(objections).allSatisfy(objection -> {
            assertThat(objection.code()).isEqualTo("not-supported-yet");
            assertThat(objection.remedy())
                    .contains("not supported yet", objection.subject().replace("sync_rule.", ""));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "MANUAL, 14, true",
        "ON_RELEASE, 14, true",
        "ON_CHANGE, 7, true",
        "ON_CHANGE, 14, false",
        "MANUAL, 7, false"
    })
    void theAgeThatIsTheDefaultAnywayCanBeWrittenDown(Frequency frequency, int days, boolean canRun) {
        SyncRule rule = minimal().frequency(frequency).maxAgeDays(days).build();

        assertThat(UnsupportedYet.of(rule).isEmpty()).isEqualTo(canRun);
    }

    private static SyncRuleBuilder minimal() {
        return SyncRule.builder("a").source("**").targetRepo("o/r").targetPath("d");
    }
}
