package io.agent33.sync.core.rule;

import io.agent33.sync.api.rule.Acceptance;
import io.agent33.sync.api.rule.Severity;
import io.agent33.sync.api.rule.SyncRuleBuilder;
import io.agent33.sync.api.rule.Validation;
import io.agent33.sync.api.validate.Check;
import io.agent33.sync.core.text.NearestName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The mapping {@code validation}: a severity for each check, and accepted findings. */
final class ValidationFormat {
    private static final String STAND_IN = "stand-in";

    private static final Shape<Map<String, String>> ACCEPTANCE = new Shape<Map<String, String>>()
            .required(
                    "check",
                    "a check's name",
                    (texts, field) -> field.oneOf(Check.class).ifPresent(check -> texts.put("check", check.name())))
            .required("path", "the path of a delivered file", text("path"))
            .required("match", "the text that was found", text("match"))
            .required("reason", "why it is fine", text("reason"));

    private static final Shape<Draft> VALIDATION = validation();

    private ValidationFormat() {}

    /** What is read so far. */
    private record Draft(Map<Check, Severity> severities, List<Acceptance> allow) {}

    static void read(SyncRuleBuilder rule, Field field) {
        Draft draft = new Draft(new EnumMap<>(Validation.defaults().severities()), new ArrayList<>());
        VALIDATION.read(draft, field);
        rule.validation(new Validation(draft.severities, draft.allow));
    }

    private static Shape<Draft> validation() {
        Shape<Draft> shape = new Shape<>();
        for (Check check : Check.values()) {
            shape.optional(
                    check.key(),
                    "a severity",
                    (draft, field) ->
                            severity(check, field).ifPresent(severity -> draft.severities.put(check, severity)));
        }
        return shape.optional(
                "allow",
                "accepted findings",
                (draft, field) ->
                        field.items("an accepted finding").forEach(item -> draft.allow.add(acceptance(item))));
    }

    private static Optional<Severity> severity(Check check, Field field) {
        Optional<Boolean> flag = field.scalar().flatMap(scalar -> scalar.asBoolean());
        if (flag.isPresent()) {
            return Optional.of(flag.get() ? Validation.defaults().severity(check) : Severity.OFF);
        }
        Optional<String> written = field.text();
        Optional<Severity> severity =
                written.filter(allowed(check)::contains).map(name -> Severity.valueOf(name.toUpperCase(Locale.ROOT)));
        return severity.isPresent() || written.isEmpty() ? severity : refused(check, field, written.get());
    }

    private static Optional<Severity> refused(Check check, Field field, String written) {
        List<String> names = allowed(check);
        String remedy = Names.all(Severity.class).contains(written)
                ? check.key() + " cannot be weakened"
                : field.truthRemedy() + NearestName.question(written, names);
        return field.refused(Codes.UNKNOWN_VALUE, "true, false, or " + Names.choice(names), field.shown(), remedy);
    }

    private static List<String> allowed(Check check) {
        return Names.all(Severity.class).stream()
                .filter(name -> check != Check.CHECKSUM || !name.equals(Names.of(Severity.WARN)))
                .toList();
    }

    private static Acceptance acceptance(Field item) {
        Map<String, String> texts = new HashMap<>();
        ACCEPTANCE.read(texts, item);
        return new Acceptance(
                Check.valueOf(texts.getOrDefault("check", Check.CHECKSUM.name())),
                texts.getOrDefault("path", STAND_IN),
                texts.getOrDefault("match", STAND_IN),
                texts.getOrDefault("reason", STAND_IN));
    }

    private static BiConsumer<Map<String, String>, Field> text(String key) {
        return (texts, field) -> field.text().ifPresent(text -> texts.put(key, text));
    }
}
