package io.agent33.sync;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.rule.RuleContext;
import io.agent33.sync.api.rule.RuleSet;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.core.rule.RuleValidation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rules of any source, held to the same law: what is wrong with one is said, and the others go on (S3). */
final class CheckedRules {
    private CheckedRules() {}

    static RuleSet read(RuleSource source, RuleContext context) {
        RuleSet read = source.read(context);
        List<RuleSet.Entry> good = new ArrayList<>();
        List<Objection> objections = new ArrayList<>(read.objections());
        objections.addAll(RuleValidation.duplicates(read.rules()));
        Set<String> refused = new HashSet<>(read.refused());
        refused.addAll(claimedTwice(read.rules()));
        for (RuleSet.Entry entry : read.rules()) {
            List<Objection> found = RuleValidation.check(entry.rule(), entry.where(), context.host());
            objections.addAll(found);
            if (!found.isEmpty()) {
                refused.add(entry.rule().id());
            }
        }
        read.rules().stream()
                .filter(entry -> !refused.contains(entry.rule().id()))
                .forEach(good::add);
        return new RuleSet(good, objections, refused);
    }

    private static Set<String> claimedTwice(List<RuleSet.Entry> rules) {
        Set<String> ids = new HashSet<>();
        Set<String> twice = new HashSet<>();
        rules.stream()
                .map(entry -> entry.rule().id())
                .filter(id -> !ids.add(id))
                .forEach(twice::add);
        return twice;
    }
}
