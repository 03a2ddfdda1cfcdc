package io.agent33.sync.testkit.assertion;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.report.RuleOutcome;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares a rule's outcome with what a test expects; an empty result means that it fits. */
final class OutcomeCheck {
    private OutcomeCheck() {}

    /** Why it is not of this kind. */
    static Optional<String> kind(String ruleId, RuleOutcome outcome, Class<? extends RuleOutcome> kind) {
        return kind.isInstance(outcome)
                ? Optional.empty()
                : Optional.of("rule \"" + ruleId + "\": expected it to be " + words(kind) + ", but it is "
                        + describe(outcome));
    }

    /** Why it is not of this kind with exactly these objections. */
    static Optional<String> objections(
            String ruleId, RuleOutcome outcome, Class<? extends RuleOutcome> kind, String... codes) {
        return kind(ruleId, outcome, kind).or(() -> {
            List<String> actual = objections(outcome).stream()
                    .map(Objection::code)
                    .distinct()
                    .sorted()
                    .toList();
            List<String> expected = Arrays.stream(codes).distinct().sorted().toList();
            return expected.isEmpty() || expected.equals(actual)
                    ? Optional.empty()
                    : Optional.of("rule \"" + ruleId + "\": expected it to be " + words(kind) + " for " + expected
                            + ", but it is for " + actual + ":\n" + lines(objections(outcome)));
        });
    }

    static String describe(RuleOutcome outcome) {
        List<Objection> objections = objections(outcome);
        return words(outcome.getClass()) + (objections.isEmpty() ? ": " + outcome : ":\n" + lines(objections));
    }

    private static List<Objection> objections(RuleOutcome outcome) {
        if (outcome instanceof RuleOutcome.Blocked blocked) {
            return blocked.objections();
        }
        return outcome instanceof RuleOutcome.Failed failed ? List.of(failed.objection()) : List.of();
    }

    private static String lines(List<Objection> objections) {
        return objections.stream().map(it -> "  " + it.message()).collect(Collectors.joining("\n"));
    }

    /** {@code LeftAlone} as {@code left alone}. */
    private static String words(Class<?> kind) {
        return kind.getSimpleName().replaceAll("(?<=.)([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
