package io.agent33.sync.core.rule;

import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.rule.Acceptance;
import io.agent33.sync.api.rule.HostPlugins;
import io.agent33.sync.api.rule.MergeChoice;
import io.agent33.sync.api.rule.PullRequestOptions;
import io.agent33.sync.api.rule.RuleSet;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.core.text.Excerpt;
import io.agent33.sync.core.text.VariableName;
import io.agent33.sync.core.tree.OwnFolders;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What can be wrong with a rule wherever it comes from: globs, paths, names (S3, S4). {@link YamlRules} does this by
 * itself; rules that were built in Java still need it.
 */
public final class RuleValidation {
    private static final int MAX_PLACES = 5;
    private static final Pattern LABEL = Pattern.compile("[^\\s\\p{Cntrl}](?:[^\\p{Cntrl}]{0,48}[^\\s\\p{Cntrl}])?");
    private static final Pattern REVIEWER = Pattern.compile("@?[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)?");

    private RuleValidation() {}

    /**
     * All that is wrong with a rule; empty if nothing is.
     *
     * @param where the rule stands; each objection has this place, and the key's path as its subject
     * @param host the names that it may use besides those that every engine has
     */
    public static List<Objection> check(SyncRule rule, Location where, HostPlugins host) {
        ValueChecks checks = new ValueChecks(where);
        selection(rule, checks);
        target(rule, checks);
        new TransformValidation(host.transforms(), checks).check(rule.transforms());
        templates(rule, checks);
        merge(rule.merge(), host, checks);
        allow(rule.validation().allow(), checks);
        people(rule.pullRequest(), checks);
        return checks.objections();
    }

    /**
     * Rules that claim one id: each gets an objection that names the places of the others. Nobody can know which of them
     * is meant, so none of them should run.
     */
    public static List<Objection> duplicates(List<RuleSet.Entry> entries) {
        Map<String, List<RuleSet.Entry>> byId = entries.stream()
                .collect(Collectors.groupingBy(entry -> entry.rule().id(), TreeMap::new, Collectors.toList()));
        return byId.values().stream()
                .flatMap(claims -> IntStream.range(0, claims.size())
                        .filter(i -> claims.size() > 1)
                        .mapToObj(i -> duplicate(i, claims)))
                .toList();
    }

    private static Objection duplicate(int index, List<RuleSet.Entry> claims) {
        String others = IntStream.range(0, claims.size())
                .filter(i -> i != index)
                .limit(MAX_PLACES)
                .mapToObj(i -> claims.get(i).where().toString())
                .collect(Collectors.joining(", "));
        RuleSet.Entry claim = claims.get(index);
        return Objection.of(
                        Codes.DUPLICATE_ID,
                        ValueChecks.path("id"),
                        "an id that no other rule has",
                        "\"" + claim.rule().id() + "\", which is also at " + others,
                        "rename all but one")
                .at(claim.where());
    }

    private static void selection(SyncRule rule, ValueChecks checks) {
        checks.glob("source", rule.source());
        checks.globs("filters.include", rule.filters().include());
        checks.globs("filters.exclude", rule.filters().exclude());
        rule.changelog().ifPresent(path -> checks.repoPath("changelog", path));
    }

    private static void target(SyncRule rule, ValueChecks checks) {
        String folder = rule.targetPath();
        if (!folder.isEmpty()) {
            String path = folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
            checks.problem(
                    Codes.UNSAFE_PATH,
                    "target_path",
                    "a folder inside the repository",
                    path.isEmpty() ? folder : path,
                    RepoPath.problemOf(path).or(() -> OwnFolders.problemOf(path)));
        }
        rule.branch()
                .ifPresent(branch -> checks.problem(
                        Codes.BAD_VALUE, "branch", "a branch's name", branch, BranchName.problemOf(branch)));
        rule.maxAgeDays()
                .filter(days -> days < 1)
                .ifPresent(days -> checks.bad("max_age_days", "a whole number of days from 1", days.toString()));
    }

    private static void templates(SyncRule rule, ValueChecks checks) {
        checks.problem(
                Codes.BAD_VALUE,
                "delimiters",
                "two delimiters like \"" + SyncRule.DEFAULT_DELIMITERS + "\"",
                rule.delimiters(),
                Delimiters.problemOf(rule.delimiters()));
        rule.variables().keySet().stream()
                .filter(name -> !VariableName.isOne(name))
                .forEach(name -> checks.bad("variables." + Excerpt.of(name), VariableName.EXPECTED, name));
    }

    private static void merge(List<MergeChoice> choices, HostPlugins host, ValueChecks checks) {
        List<String> names = Stream.concat(
                        MergeFormat.STRATEGIES.stream(),
                        host.mergeStrategies().stream().sorted())
                .toList();
        for (int i = 0; i < choices.size(); i++) {
            String key = "merge[" + i + "]";
            checks.glob(key + ".paths", choices.get(i).paths());
            checks.oneOf(
                    Codes.UNKNOWN_VALUE,
                    key + ".strategy",
                    names,
                    choices.get(i).strategy());
        }
    }

    private static void allow(List<Acceptance> accepted, ValueChecks checks) {
        for (int i = 0; i < accepted.size(); i++) {
            String key = "validation.allow[" + i + "]";
            checks.repoPath(key + ".path", accepted.get(i).path());
            checks.notBlank(
                    key + ".match", "the text of the finding", accepted.get(i).match());
            checks.notBlank(key + ".reason", "a reason", accepted.get(i).reason());
        }
    }

    private static void people(PullRequestOptions options, ValueChecks checks) {
        for (int i = 0; i < options.labels().size(); i++) {
            String key = "pull_request.labels[" + i + "]";
            checks.matching(
                    LABEL,
                    key,
                    "one line of at most 50 characters",
                    options.labels().get(i));
        }
        for (int i = 0; i < options.reviewers().size(); i++) {
            String key = "pull_request.reviewers[" + i + "]";
            checks.matching(
                    REVIEWER,
                    key,
                    "a person, or organisation/team",
                    options.reviewers().get(i));
        }
    }
}
