package io.agent33.sync;

import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.report.Explanation;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.rule.RuleSet;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.core.plan.DownstreamRules;
import io.agent33.sync.core.plan.Planner;
import java.util.List;

/** What the rules of one downstream have to say of one file (S8). */
record Inquiry(Equipment equipment, RuleSet rules) {
    Explanation explain(RepositoryId repository, RepoPath path) {
        List<SyncRule> about = rules.rules().stream()
                .map(RuleSet.Entry::rule)
                .filter(rule -> rule.targetRepo().sameAs(repository))
                .toList();
        if (about.isEmpty()) {
            throw new ConfigurationException(Objection.of(
                    "unknown-downstream", repository.value(), "the target_repo of an active rule", "none", ""));
        }
        String[] ids = about.stream().map(SyncRule::id).toArray(String[]::new);
        Planner planner = new Planner(SyncTrigger.manual(ids), rules, equipment.upstream(), equipment.options());
        DownstreamRules group = planner.downstreams().get(0);
        try (DownstreamRepository downstream = equipment.downstreams().open(group.repository())) {
            return planner.in(() -> downstream, group).explain(group.asked(), path);
        }
    }
}
