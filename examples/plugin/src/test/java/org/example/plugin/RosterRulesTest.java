package org.example.plugin;

import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.api.rule.RuleContext;
import io.agent33.sync.api.rule.RuleSet;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.testkit.contract.RuleSourceContract;
import io.agent33.sync.testkit.memory.MemoryUpstream;
import java.util.Optional;

/** The roster owes what every source of rules owes. */
class RosterRulesTest extends RuleSourceContract {
    private static final String GOOD = """
            org/webapp docs/handbook/
            org/api handbook/
            """;

    @Override
    protected RuleSource goodRules() {
        return ignored -> read(GOOD);
    }

    @Override
    protected Optional<RuleSource> goodAndBadRules() {
        return Optional.of(ignored -> read(GOOD + "webapp docs/\norg/cli\n"));
    }

    @Override
    protected UpstreamRepository upstream() {
        return MemoryUpstream.named("org/handbook");
    }

    private static RuleSet read(String roster) {
        MemoryUpstream upstream = MemoryUpstream.named("org/handbook");
        upstream.commit("who gets it").file("ROSTER", roster);
        return new RosterRules().read(RuleContext.of(upstream));
    }
}
