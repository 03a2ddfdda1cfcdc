package io.agent33.sync.testkit.contract;

import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.api.rule.RuleSet;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.testkit.memory.MemoryUpstream;
import java.util.List;
import java.util.Optional;

/** Rules built in Java, with and without a bad one beside them. */
class RuleSourceContractTest extends RuleSourceContract {
    @Override
    protected RuleSource goodRules() {
        return RuleSource.of(rule("b"), rule("a"), rule("a-b"));
    }

    @Override
    protected Optional<RuleSource> goodAndBadRules() {
        Objection bad = Objection.of("unknown-key", "sync_rule.sorce", "", "sorce", "write source")
                .at(Location.of("rules.yaml"));
        return Optional.of(context -> new RuleSet(goodRules().read(context).rules(), List.of(bad)));
    }

    @Override
    protected UpstreamRepository upstream() {
        return MemoryUpstream.named("agent33/agent33");
    }

    private static SyncRule rule(String id) {
        return SyncRule.builder(id)
                .source("core/**")
                .targetRepo("org/webapp")
                .targetPath("docs/" + id)
                .build();
    }
}
