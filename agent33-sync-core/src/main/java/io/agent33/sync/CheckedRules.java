package io.agent33.sync;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.rule.RuleSet;
import io.agent33.sync.core.rule.RuleValidation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules of any source, held to the same law: what is wrong with one is said, and the others go on (S3). */
final class CheckedRules {
    private CheckedRules() {}

    static RuleSet of(RuleSet read) {
        List<RuleSet.Entry> good = new ArrayList<>();
        List<Objection> objections = new ArrayList<>(read.objections());
        objections.addAll(RuleValidation.duplicates(read.rules()));
        Set<String> ids = new HashSet<>();
        Set<String> claimedTwice = read.rules().stream()
                .map(entry -> entry.rule().id())
                .filter(id -> !ids.add(id))
                .collect(Collectors.toSet());
        for (RuleSet.Entry entry : read.rules()) {
            List<Objection> found = RuleValidation.check(entry.rule(), entry.where(), Set.of());
            objections.addAll(found);
            if (found.isEmpty() && !claimedTwice.contains(entry.rule().id())) {
                good.add(entry);
            }
        }
        return new RuleSet(good, objections);
    }
}
