package io.agent33.sync.it.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.SyncEngine;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.api.validate.Check;
import io.agent33.sync.api.validate.CheckResult;
import io.agent33.sync.api.validate.Finding;
import io.agent33.sync.core.git.GitDownstreams;
import io.agent33.sync.core.git.GitUpstream;
import io.agent33.sync.core.publish.FolderPublisher;
import io.agent33.sync.it.Command;
import io.agent33.sync.it.references.PlainReadings;
import io.agent33.sync.it.references.PlainTree;
import io.agent33.sync.it.references.PlainVerdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All releases of the corpus, delivered by some rules and merged, with what the check and a second reading say of each. */
final class LinkedReleases {
    private final Path folder;
    private final Path upstream;
    private final Map<String, BareDownstream> downstreams = new TreeMap<>();
    /** What the check said of a rule when it was proposed last: what did not change since leads where it led. */
    private final Map<String, CheckResult> said = new HashMap<>();

    private final PlainReadings readings = new PlainReadings();
    private final List<Seen> seen = new ArrayList<>();

    /**
     * What was seen of a rule's files in one release.
     *
     * @param files how many there are
     * @param findings of the check
     * @param verdicts of the second reading
     */
    record Seen(String release, String rule, long files, List<Finding> findings, List<PlainVerdict> verdicts) {
        @Override
        public String toString() {
            return rule + " of " + release;
        }
    }

    private LinkedReleases(Path folder) {
        this.folder = folder;
        this.upstream = Corpus.clone(folder);
    }

    static LinkedReleases of(Path folder, List<SyncRule> rules) {
        LinkedReleases releases = new LinkedReleases(folder);
        Corpus.RELEASES.forEach(release -> releases.sync(release, rules));
        return releases;
    }

    List<Seen> all() {
        return List.copyOf(seen);
    }

    Seen of(String rule, String release) {
        return seen.stream()
                .filter(each -> each.rule().equals(rule) && each.release().equals(release))
                .findFirst()
                .orElseThrow();
    }

    private void sync(String release, List<SyncRule> rules) {
        SyncReport report = run(release, rules);
        assertThat(report.successful()).as("%s: %s", release, report).isTrue();
        report.results().forEach(this::merge);
        Map<String, PlainTree> trees = new HashMap<>();
        for (SyncRule rule : rules) {
            PlainTree tree = trees.computeIfAbsent(rule.targetRepo().value(), this::checkout);
            seen.add(new Seen(
                    release,
                    rule.id(),
                    tree.files(rule.targetPath()),
                    said.get(rule.id()).findings(),
                    tree.below(rule.targetPath())));
        }
    }

    SyncReport run(String release, List<SyncRule> rules) {
        rules.forEach(rule ->
                downstreams.computeIfAbsent(rule.targetRepo().value(), id -> BareDownstream.create(folder, id)));
        try (SyncEngine engine = SyncEngine.builder()
                .upstream(GitUpstream.at(upstream.toString()).cache(folder.resolve("cache")))
                .downstreams(GitDownstreams.byTemplate(folder.resolve("bare") + "/{repo}.git")
                        .cache(folder.resolve("cache")))
                .rules(RuleSource.of(rules.toArray(SyncRule[]::new)))
                .publisher(FolderPublisher.to(folder.resolve("pull-requests")))
                .build()) {
            return engine.run(SyncTrigger.release(release));
        }
    }

    private void merge(RuleResult result) {
        if (result.outcome() instanceof RuleOutcome.Proposed proposed) {
            said.put(result.ruleId(), result.validation().orElseThrow().checks().get(Check.LINK_INTEGRITY.ordinal()));
            downstreams.get(result.repository().value()).merge(proposed.head().branch());
        }
    }

    private PlainTree checkout(String repository) {
        Path checkout = folder.resolve("checkout").resolve(repository);
        try {
            Files.createDirectories(checkout);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path bare = downstreams.get(repository).bare();
        Command.git(bare, "--work-tree=" + checkout, "read-tree", "-u", "--reset", "main");
        return PlainTree.of(checkout, readings);
    }
}
