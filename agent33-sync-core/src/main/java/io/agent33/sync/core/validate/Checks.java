package io.agent33.sync.core.validate;

import io.agent33.sync.api.rule.Acceptance;
import io.agent33.sync.api.rule.Severity;
import io.agent33.sync.api.rule.Validation;
import io.agent33.sync.api.validate.AcceptedFinding;
import io.agent33.sync.api.validate.Check;
import io.agent33.sync.api.validate.CheckResult;
import io.agent33.sync.api.validate.CheckStatus;
import io.agent33.sync.api.validate.DeliveredFile;
import io.agent33.sync.api.validate.Finding;
import io.agent33.sync.api.validate.ValidationContext;
import io.agent33.sync.api.validate.Validator;
import io.agent33.sync.core.link.LinkReader;
import io.agent33.sync.core.plugin.PluginCalls;
import io.agent33.sync.core.plugin.PluginException;
import io.agent33.sync.core.text.OneLine;
import io.agent33.sync.core.validate.secret.SecretScanner;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Runs the five checks of the specification, and then the host's (S7). Thread-safe. */
public final class Checks {
    /** Names that differ in their last letter alone are far apart by it. */
    private static final int SPREAD = 0x9E3779B9;

    private final Map<Check, Inspection> five = new EnumMap<>(Check.class);
    private final Map<String, Validator> host;
    private final PluginCalls plugins;

    /**
     * @param secrets what finds secrets
     * @param links reads what texts refer to
     * @param host what the host registered, by name
     */
    public Checks(SecretScanner secrets, LinkReader links, Map<String, Validator> host, PluginCalls plugins) {
        this.host = new TreeMap<>(host);
        this.plugins = plugins;
        five.put(Check.CHECKSUM, (context, words) -> new Inspected(left -> "compared when it is applied", List.of()));
        five.put(Check.LINK_INTEGRITY, new LinkIntegrityCheck(links));
        five.put(Check.SCHEMA_CHECK, new SchemaCheck(links));
        five.put(Check.SECRET_SCAN, new SecretScanCheck(secrets));
        five.put(Check.VERSION_TAG, new VersionTagCheck());
    }

    /** The five as they read where nothing was checked. */
    public static List<CheckResult> skipped(String details) {
        List<CheckResult> skipped = new ArrayList<>();
        for (Check check : Check.values()) {
            skipped.add(new CheckResult(check, CheckStatus.SKIP, details));
        }
        return List.copyOf(skipped);
    }

    /**
     * What each has to say, in the specification's order, the host's by name behind them.
     *
     * @param words title and body of the pull request, as far as they do not tell of the checks
     */
    public List<CheckResult> run(ValidationContext context, String words, Validation wishes) {
        readAhead(context, wishes);
        List<CheckResult> results = new ArrayList<>();
        for (Check check : Check.values()) {
            results.add(run(check, context, words, wishes));
        }
        host.forEach((name, validator) -> results.add(result(name, validator, context)));
        return List.copyOf(results);
    }

    /** Each downstream begins elsewhere, so that those that are checked at once do not wait for each other's answers. */
    private void readAhead(ValidationContext context, Validation wishes) {
        List<Inspection> wanted = Stream.of(Check.values())
                .filter(check -> wishes.severity(check) != Severity.OFF)
                .map(this::inspection)
                .toList();
        List<DeliveredFile> files = context.files();
        int start = files.isEmpty() ? 0 : Math.floorMod((context.targetRepo().hashCode() * SPREAD) >> 8, files.size());
        for (int i = 0; i < files.size(); i++) {
            DeliveredFile file = files.get((start + i) % files.size());
            wanted.forEach(inspection -> inspection.read(file, context));
        }
    }

    /** What one of the five has to say. */
    public CheckResult run(Check check, ValidationContext context, String words, Validation wishes) {
        Severity severity = wishes.severity(check);
        if (severity == Severity.OFF) {
            return new CheckResult(check, CheckStatus.SKIP, "off");
        }
        return judged(check, inspection(check).inspect(context, words), severity, wishes.allow());
    }

    private Inspection inspection(Check check) {
        return Optional.ofNullable(five.get(check)).orElseThrow(() -> new IllegalStateException("no " + check));
    }

    private static CheckResult judged(Check check, Inspected seen, Severity severity, List<Acceptance> allow) {
        List<Finding> findings = new ArrayList<>();
        List<AcceptedFinding> accepted = new ArrayList<>();
        for (Found found : seen.found()) {
            Optional<Acceptance> acceptance = allow.stream()
                    .filter(it -> it.check() == check)
                    .filter(it -> it.path().equals(found.finding().where().file()))
                    .filter(it -> found.matches().test(it.match()))
                    .findFirst();
            acceptance.ifPresentOrElse(
                    it -> accepted.add(new AcceptedFinding(found.finding(), it.reason())),
                    () -> findings.add(found.finding()));
        }
        String details = seen.details().apply(problems(findings));
        return new CheckResult(check.key(), check.title(), status(findings, severity), details, findings, accepted);
    }

    private static int problems(List<Finding> findings) {
        return (int) findings.stream()
                .filter(finding -> finding.level() == Finding.Level.PROBLEM)
                .count();
    }

    private static CheckStatus status(List<Finding> findings, Severity severity) {
        if (problems(findings) > 0) {
            return severity == Severity.WARN ? CheckStatus.WARN : CheckStatus.FAIL;
        }
        boolean warns = findings.stream().anyMatch(finding -> finding.level() == Finding.Level.WARNING);
        return warns ? CheckStatus.WARN : CheckStatus.PASS;
    }

    private CheckResult result(String name, Validator validator, ValidationContext context) {
        try {
            List<Finding> findings =
                    plugins.call("validator \"" + name + "\"", () -> List.copyOf(validator.check(context)));
            int problems = problems(findings);
            String details = problems + (problems == 1 ? " problem" : " problems");
            return new CheckResult(name, name, status(findings, Severity.FAIL), details, findings, List.of());
        } catch (PluginException e) {
            return new CheckResult(
                    name, name, CheckStatus.FAIL, OneLine.of(String.valueOf(e.getMessage())), List.of(), List.of());
        }
    }
}
