package io.agent33.sync.core.plan;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.report.PlannedEdit;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RulePlan;
import io.agent33.sync.api.report.Settled;
import io.agent33.sync.api.repository.FileState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What moved between a plan that was saved and the same plan made now (S2). */
public final class PlanComparison {
    /** The code of every objection that says that a saved plan no longer fits. */
    public static final String CODE = "plan-outdated";

    private static final String REMEDY = "plan again, and have the new plan approved";
    private static final int MOST_PATHS = 20;

    private final Proposal saved;
    private final Proposal now;
    private final List<Objection> moved = new ArrayList<>();

    private PlanComparison(Proposal saved, Proposal now) {
        this.saved = saved;
        this.now = now;
    }

    /**
     * What stands against applying a saved proposal; empty if the plan made now is the same, or nothing is left to apply.
     *
     * @param now made for the same rule and the same release
     */
    public static List<Objection> between(Proposal saved, RulePlan now) {
        if (now instanceof Proposal proposal) {
            return saved.digest().equals(proposal.digest()) ? List.of() : new PlanComparison(saved, proposal).moved();
        }
        RuleOutcome.NothingToApply outcome = ((Settled) now).outcome();
        return outcome instanceof RuleOutcome.Skipped skipped
                        && skipped.current().isEmpty()
                ? List.of(outdated(saved.ruleId(), "the rule is due", skipped.reason()))
                : List.of();
    }

    /** That the rule of a saved proposal is gone. */
    public static Objection noRule(Proposal saved) {
        return outdated(saved.ruleId(), "an active rule of this id for " + saved.repository(), "none");
    }

    private List<Objection> moved() {
        compare("target_repo", saved.repository().toString(), now.repository().toString());
        compare("release", saved.release().label(), now.release().label());
        compare(
                "commit of " + saved.release(),
                saved.release().commit().hex(),
                now.release().commit().hex());
        compare("base branch", saved.base().branch(), now.base().branch());
        paths();
        if (moved.isEmpty()) {
            moved.add(outdated(
                    "pull request", "the text that was planned", "another text of title, body, labels or reviewers"));
        }
        return moved;
    }

    private void compare(String subject, String planned, String found) {
        if (!planned.equals(found)) {
            moved.add(outdated(subject, planned, found));
        }
    }

    private void paths() {
        Map<String, PlannedEdit> planned = byPath(saved);
        Map<String, PlannedEdit> found = byPath(now);
        Set<String> paths = new TreeSet<>(planned.keySet());
        paths.addAll(found.keySet());
        List<Objection> differing = paths.stream()
                .flatMap(path ->
                        path(path, Optional.ofNullable(planned.get(path)), Optional.ofNullable(found.get(path))))
                .toList();
        differing.stream().limit(MOST_PATHS).forEach(moved::add);
        if (differing.size() > MOST_PATHS) {
            moved.add(outdated(
                    saved.repository().toString(),
                    "the paths that were planned",
                    (differing.size() - MOST_PATHS) + " more that differ"));
        }
    }

    private static Stream<Objection> path(String path, Optional<PlannedEdit> planned, Optional<PlannedEdit> found) {
        if (planned.equals(found)) {
            return Stream.empty();
        }
        if (planned.isEmpty() || found.isEmpty()) {
            return Stream.of(outdated(path, described(planned), described(found)));
        }
        // Where both sides changed, what lies in the downstream is the more telling.
        boolean downstreamMoved = !planned.get().before().equals(found.get().before());
        return Stream.of(
                downstreamMoved
                        ? outdated(
                                path,
                                "in the downstream " + state(planned.get().before()),
                                state(found.get().before()))
                        : outdated(
                                path,
                                "to deliver " + state(planned.get().after()),
                                state(found.get().after())));
    }

    private static Map<String, PlannedEdit> byPath(Proposal proposal) {
        return proposal.edits().stream()
                .collect(Collectors.toMap(edit -> edit.path().value(), edit -> edit));
    }

    private static String described(Optional<PlannedEdit> edit) {
        return edit.map(known -> "to be " + known.kind().name().toLowerCase(Locale.ROOT))
                .orElse("no change");
    }

    private static String state(Optional<FileState> state) {
        return state.map(file -> file.id().abbreviated() + " (" + file.mode().octal() + ")")
                .orElse("nothing");
    }

    private static Objection outdated(String subject, String planned, String found) {
        return Objection.of(CODE, subject, planned, found, REMEDY);
    }
}
