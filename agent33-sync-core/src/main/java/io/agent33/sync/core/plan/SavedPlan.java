package io.agent33.sync.core.plan;

import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.SyncPlan;
import io.agent33.sync.api.trigger.SyncTrigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A plan that was made earlier, maybe elsewhere, as what has to be planned again to apply it (S2). */
public final class SavedPlan {
    private final SyncPlan plan;

    private SavedPlan(SyncPlan plan) {
        this.plan = plan;
    }

    /**
     * Proposals that are planned again together.
     *
     * @param trigger names their rules, and the release that they were planned for, whatever is the latest now
     * @param proposals by the ids of their rules
     */
    public record Part(SyncTrigger trigger, Map<String, Proposal> proposals) {}

    /**
     * A plan that is what its digests say.
     *
     * @throws ConfigurationException if a digest is not that of its content
     */
    public static SavedPlan of(SyncPlan plan) {
        List<Objection> objections = new ArrayList<>();
        for (Proposal proposal : plan.proposals()) {
            String digest = ProposalDigest.of(
                    proposal.ruleId(),
                    proposal.repository(),
                    proposal.release(),
                    proposal.base().branch(),
                    proposal.edits(),
                    proposal.text());
            expect(proposal.ruleId(), digest, proposal.digest(), objections);
        }
        expect("plan", ProposalDigest.of(plan.proposals()), plan.digest(), objections);
        if (!objections.isEmpty()) {
            throw new ConfigurationException(objections);
        }
        return new SavedPlan(plan);
    }

    private static void expect(String subject, String computed, String said, List<Objection> objections) {
        if (!computed.equals(said)) {
            objections.add(Objection.of(
                    "plan-damaged",
                    subject,
                    "the digest " + said,
                    "content with the digest " + computed + ": it was edited by hand or damaged",
                    "plan again"));
        }
    }

    /** The proposals whose rules meet a condition, by the release that they were planned for. */
    public List<Part> parts(Predicate<Proposal> condition) {
        Map<String, Map<String, Proposal>> byReference = new TreeMap<>();
        plan.proposals().stream()
                .filter(condition)
                .forEach(proposal -> byReference
                        .computeIfAbsent(proposal.release().permanentName(), reference -> new TreeMap<>())
                        .put(proposal.ruleId(), proposal));
        List<Part> parts = new ArrayList<>();
        byReference.forEach(
                (reference, proposals) -> parts.add(new Part(trigger(reference, proposals.keySet()), proposals)));
        return parts;
    }

    private SyncTrigger trigger(String reference, Set<String> rules) {
        return new SyncTrigger(
                SyncTrigger.Kind.MANUAL,
                Optional.of(reference),
                rules,
                plan.trigger().downgrade());
    }
}
