package io.agent33.sync.core.rule;

import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.testkit.contract.RuleSourceContract;
import io.agent33.sync.testkit.memory.MemoryUpstream;
import java.util.Optional;

/** What every source of rules owes, for rules in the upstream. */
class YamlRulesContractTest extends RuleSourceContract {
    private final MemoryUpstream upstream = MemoryUpstream.named("agent33/agent33");

    YamlRulesContractTest() {
        upstream.commit("rules")
                .file(UpstreamRuleFiles.FOLDER + "/b.yaml", Samples.minimal("b") + "---\n" + Samples.minimal("a"))
                .file(UpstreamRuleFiles.FOLDER + "/c.yml", Samples.minimal("c"))
                .tag("good")
                .commit("a bad one")
                .file(UpstreamRuleFiles.FOLDER + "/bad.yaml", "sync_rule: {id: bad, sorce: x}\n")
                .id();
    }

    @Override
    protected RuleSource goodRules() {
        return YamlRules.inUpstream("good");
    }

    @Override
    protected Optional<RuleSource> goodAndBadRules() {
        return Optional.of(YamlRules.inUpstream());
    }

    @Override
    protected UpstreamRepository upstream() {
        return upstream;
    }
}
