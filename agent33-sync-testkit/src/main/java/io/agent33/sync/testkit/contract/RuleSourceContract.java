package io.agent33.sync.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.api.rule.RuleContext;
import io.agent33.sync.api.rule.RuleSet;
import io.agent33.sync.api.rule.RuleSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link RuleSource} owes (S3), as tests: extend it, say where its rules stand, and run it. */
public abstract class RuleSourceContract {
    /** A source of at least two rules, with which nothing is wrong. */
    protected abstract RuleSource goodRules();

    /** The same rules and at least one bad one; empty if no rule of such a source can be bad. */
    protected abstract Optional<RuleSource> goodAndBadRules();

    /** The upstream that is handed to the source; the test closes it. */
    protected abstract UpstreamRepository upstream();

    @Test
    void rulesComeInTheOrderOfTheirIds() {
        RuleSet rules = read(goodRules());

        assertThat(ids(rules)).hasSizeGreaterThan(1).isSorted().doesNotHaveDuplicates();
        assertThat(rules.objections()).isEmpty();
    }

    @Test
    void theSameUpstreamGivesTheSameRules() {
        RuleSource source = goodRules();
        try (UpstreamRepository upstream = upstream()) {
            RuleSet first = source.read(RuleContext.of(upstream));

            assertThat(source.read(RuleContext.of(upstream))).isEqualTo(first);
            assertThat(goodRules().read(RuleContext.of(upstream))).isEqualTo(first);
        }
    }

    @Test
    void manyThreadsReadTheSame() {
        RuleSource source = goodAndBadRules().orElseGet(this::goodRules);
        try (UpstreamRepository upstream = upstream()) {
            List<RuleSet> seen = IntStream.range(0, 8)
                    .parallel()
                    .mapToObj(i -> source.read(RuleContext.of(upstream)))
                    .distinct()
                    .toList();

            assertThat(seen).hasSize(1);
        }
    }

    @Test
    void aBadRuleIsAnObjectionAndNeverStopsAGoodOne() {
        RuleSet good = read(goodRules());

        RuleSet mixed = goodAndBadRules().map(this::read).orElse(good);

        assertThat(ids(mixed)).containsExactlyElementsOf(ids(good));
        assertThat(mixed.objections().isEmpty()).isEqualTo(goodAndBadRules().isEmpty());
        assertThat(mixed.objections()).allSatisfy(objection -> {
            assertThat(objection.code()).matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(objection.where()).isPresent();
            assertThat(objection.message()).contains(objection.subject());
        });
    }

    private RuleSet read(RuleSource source) {
        try (UpstreamRepository upstream = upstream()) {
            return source.read(RuleContext.of(upstream));
        }
    }

    private static List<String> ids(RuleSet rules) {
        return rules.rules().stream().map(entry -> entry.rule().id()).toList();
    }
}
