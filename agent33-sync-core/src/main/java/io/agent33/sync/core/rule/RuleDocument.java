package io.agent33.sync.core.rule;

import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.rule.HostPlugins;
import io.agent33.sync.api.rule.RuleSet;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.rule.SyncRuleBuilder;
import io.agent33.sync.core.yaml.YamlDocument;
import io.agent33.sync.core.yaml.YamlMapping;
import io.agent33.sync.core.yaml.YamlNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One document as a rule.
 *
 * @param claim the rule and the place of its id, if it has a good one; to be used only if there are no objections
 * @param objections all that is wrong with it
 */
record RuleDocument(Optional<RuleSet.Entry> claim, List<Objection> objections) {
    RuleDocument {
        objections = List.copyOf(objections);
    }

    static RuleDocument read(YamlDocument document, HostPlugins host) {
        return document.root()
                .map(root -> bind(root, document.objections(), host))
                .orElseGet(() -> new RuleDocument(Optional.empty(), document.objections()));
    }

    private static RuleDocument bind(YamlNode root, List<Objection> asYaml, HostPlugins host) {
        Binding binding = new Binding(root.at());
        Optional<YamlMapping> mapping = ruleMapping(root);
        SyncRuleBuilder builder = RuleFormat.standIn(mapping);
        Field whole = new Field(root, "", "one key " + RuleFormat.ROOT_KEY, binding);
        new Shape<SyncRuleBuilder>()
                .required(RuleFormat.ROOT_KEY, "a rule", RuleFormat.RULE::read)
                .read(builder, whole);
        SyncRule rule = builder.build();
        RuleValidation.check(rule, root.at(), host)
                .forEach(objection -> binding.objections().add(binding.located(objection)));
        Optional<RuleSet.Entry> claim = mapping.filter(
                        written -> RuleFormat.goodId(written).isPresent())
                .flatMap(written -> written.entry("id"))
                .map(id -> new RuleSet.Entry(rule, id.value().at()));
        return new RuleDocument(claim, merged(asYaml, binding.objections().list()));
    }

    private static Optional<YamlMapping> ruleMapping(YamlNode root) {
        return root instanceof YamlMapping whole
                ? whole.entry(RuleFormat.ROOT_KEY)
                        .map(YamlMapping.Entry::value)
                        .filter(YamlMapping.class::isInstance)
                        .map(YamlMapping.class::cast)
                : Optional.empty();
    }

    /** Where YAML itself is wrong, what the rule makes of it is no news. */
    private static List<Objection> merged(List<Objection> asYaml, List<Objection> asRule) {
        Set<Optional<Location>> places = new HashSet<>();
        Objections merged = new Objections();
        for (Objection objection : asYaml) {
            places.add(objection.where());
            merged.add(objection);
        }
        asRule.stream().filter(objection -> !places.contains(objection.where())).forEach(merged::add);
        return merged.list();
    }
}
