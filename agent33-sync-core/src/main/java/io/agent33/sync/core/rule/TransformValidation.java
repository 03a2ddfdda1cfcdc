package io.agent33.sync.core.rule;

import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.rule.TransformStep;
import io.agent33.sync.api.transform.TransformOptions;
import io.agent33.sync.api.transform.TransformProvider;
import io.agent33.sync.core.text.Excerpt;
import io.agent33.sync.core.text.NearestName;
import io.agent33.sync.core.text.OneLine;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether transforms are known, and whether those that every engine has got their options. */
final class TransformValidation {
    private final Set<String> names = new TreeSet<>();
    private final Map<String, TransformProvider> host;
    private final ValueChecks checks;

    TransformValidation(Map<String, TransformProvider> host, ValueChecks checks) {
        this.checks = checks;
        this.host = host;
        names.addAll(host.keySet());
        Arrays.stream(BuiltInTransform.values()).map(BuiltInTransform::key).forEach(names::add);
    }

    void check(List<TransformStep> steps) {
        for (int i = 0; i < steps.size(); i++) {
            check("transforms[" + i + "]." + Excerpt.of(steps.get(i).name()), steps.get(i));
        }
    }

    private void check(String key, TransformStep step) {
        Optional<BuiltInTransform> builtIn = BuiltInTransform.named(step.name());
        if (builtIn.isPresent()) {
            checkOptions(key, builtIn.get().options(), step.options());
        } else if (names.contains(step.name())) {
            step.options().forEach((option, value) -> checkValue(key + "." + Excerpt.of(option), value));
            Optional.ofNullable(host.get(step.name())).ifPresent(provider -> ask(provider, key, step.options()));
        } else {
            String question = NearestName.question(step.name(), names);
            checks.refuse(
                    Codes.UNKNOWN_TRANSFORM,
                    key,
                    Names.choice(names),
                    Excerpt.quoted(step.name()),
                    question.isEmpty() ? "register it with the engine" : question);
        }
    }

    /** A host's transform says itself which options it has, and what they must be. */
    private void ask(TransformProvider provider, String key, Map<String, Object> given) {
        TransformOptions options = new TransformOptions(given);
        try {
            provider.create(options);
        } catch (RuntimeException e) {
            checks.refuse(Codes.PLUGIN_FAILED, key, "a transform of these options", OneLine.of(e.toString()), "");
            return;
        }
        options.objections()
                .forEach(objection -> checks.refuse(
                        objection.code(),
                        key + "." + objection.subject(),
                        objection.expected(),
                        Excerpt.of(objection.found()),
                        objection.remedy()));
        refuseUnknown(key, options.known(), given);
    }

    private void checkOptions(String key, List<String> known, Map<String, Object> options) {
        refuseUnknown(key, known, options);
        known.forEach(option -> checkText(key + "." + option, option, Optional.ofNullable(options.get(option))));
    }

    private void refuseUnknown(String key, Collection<String> known, Map<String, Object> options) {
        options.keySet().stream()
                .sorted()
                .filter(option -> !known.contains(option))
                .forEach(option -> checks.refuse(
                        Codes.UNKNOWN_KEY,
                        key + "." + Excerpt.of(option),
                        known.isEmpty() ? "no options" : Names.choice(known),
                        Excerpt.quoted(option),
                        known.isEmpty() ? "write true" : NearestName.question(option, known)));
    }

    private void checkText(String key, String option, Optional<Object> value) {
        if (value.isEmpty()) {
            checks.refuse(Codes.MISSING_KEY, key, "text", "no such key", "add " + option);
        } else if (!(value.get() instanceof String text)) {
            checks.refuse(Codes.WRONG_TYPE, key, "text", Excerpt.of(value.get().toString()), "");
        } else if (option.equals("from") && text.isBlank()) {
            checks.bad(key, "the start of a path", text);
        } else {
            checkPath(key, text);
        }
    }

    /** Of the root, of a file or of a folder; what leads out of the repository would match nothing and say so to nobody. */
    private void checkPath(String key, String text) {
        String path = text.replaceFirst("^\\.?/", "").replaceFirst("/$", "");
        Optional<String> problem = path.isEmpty() || path.equals(".") ? Optional.empty() : RepoPath.problemOf(path);
        problem.ifPresent(what -> checks.refuse(
                Codes.UNSAFE_PATH,
                key,
                "a path inside the repository",
                Excerpt.quoted(text) + ": " + OneLine.of(what),
                "write it from the repository's root, without \"..\" and patterns"));
    }

    /** Options of a host's transform hold texts, truth values, lists and mappings of these, and nothing else (S3). */
    private void checkValue(String key, Object value) {
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                checkValue(key + "[" + i + "]", list.get(i));
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> checkValue(key + "." + Excerpt.of(String.valueOf(name)), inner));
        } else if (!(value instanceof String || value instanceof Boolean)) {
            checks.refuse(
                    Codes.WRONG_TYPE,
                    key,
                    "text, true or false, a list or a mapping",
                    value.getClass().getSimpleName(),
                    "");
        }
    }
}
