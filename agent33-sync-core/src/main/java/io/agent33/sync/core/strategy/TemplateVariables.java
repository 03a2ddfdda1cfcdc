package io.agent33.sync.core.strategy;

import io.agent33.sync.api.repository.Release;
import io.agent33.sync.api.repository.RepositoryId;
import java.util.HashMap;
import java.util.Map;

/**
 * What templates of a rule can name (S5).
 *
 * @param ruleId the rule's id
 * @param upstream the canonical repository
 * @param targetRepo the downstream
 * @param release that is delivered
 * @param given what host, rule and downstream define, the later ones in place of the earlier; they stand before what is built in
 */
record TemplateVariables(
        String ruleId, RepositoryId upstream, RepositoryId targetRepo, Release release, Map<String, String> given) {
    TemplateVariables {
        given = Map.copyOf(given);
    }

    Map<String, String> of(SourceFile file) {
        Map<String, String> all = new HashMap<>();
        all.put("version", release.version());
        all.put("source_path", file.path());
        all.put("target_path", file.target().value());
        all.put("target_repo", targetRepo.value());
        all.put("rule_id", ruleId);
        all.put("upstream", upstream.value());
        all.putAll(given);
        return all;
    }
}
