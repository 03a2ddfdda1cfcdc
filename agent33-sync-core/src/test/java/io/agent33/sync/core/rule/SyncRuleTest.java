package io.agent33.sync.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agent33.sync.api.rule.RuleSet;
import io.agent33.sync.api.rule.SyncRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A rule is a value, and its builder loses nothing of it. */
class SyncRuleTest {
    @Test
    void aBuilderThatStartsFromARuleMakesTheSameRule() {
        List<SyncRule> rules = Samples.accepted().stream()
                .flatMap(file -> Samples.read(Samples.text(file)).rules().stream())
                .map(RuleSet.Entry::rule)
                .toList();

        assertThat(rules).hasSizeGreaterThan(5).allSatisfy(rule -> {
            SyncRule copy = rule.toBuilder().build();
            assertThat(copy).isEqualTo(rule).hasSameHashCodeAs(rule).hasToString(rule.toString());
        });
    }

    @Test
    void anotherIdIsAnotherRule() {
        SyncRule rule = SyncRule.builder("a")
                .source("core/**")
                .targetRepo("o/r")
                .targetPath(".")
                .build();

        SyncRule renamed = rule.toBuilder().id("b").build();

        assertThat(renamed).isNotEqualTo(rule).hasToString(rule.toString().replace("id=a", "id=b"));
        assertThat(renamed.toBuilder().id("a").build()).isEqualTo(rule).hasSameHashCodeAs(rule);
        assertThatThrownBy(() -> rule.toBuilder().id("..").build()).isInstanceOf(IllegalArgumentException.class);
    }
}
