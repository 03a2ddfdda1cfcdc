package io.agent33.sync.it.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.Severity;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.rule.SyncRuleBuilder;
import io.agent33.sync.api.rule.TransformStep;
import io.agent33.sync.api.rule.Validation;
import io.agent33.sync.api.validate.Check;
import io.agent33.sync.api.validate.Finding;
import io.agent33.sync.it.references.PlainReference.Kind;
import io.agent33.sync.it.references.PlainVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every release of the real corpus, merged with plain git, with a second reading of the trees that come of it: what the check
 * calls broken is what leads nowhere there, no more and no less. The first issue's three rules and a pair of rules on one downstream,
 * each with and without the transforms of the specification's example.
 */
@Tag("corpus")
class CorpusLinksTest {
    private static final String TRANSFORMED = "-rewritten";
    private static final String EXAMPLE = "sync-webapp-orchestrator";

    @TempDir
    static Path folder;

    private static LinkedReleases synced;

    @BeforeAll
    static void syncAll() {
        List<SyncRule> rules = new ArrayList<>();
        for (boolean transformed : List.of(false, true)) {
            rules.add(rule("orchestrator", "core/orchestrator/**/*.md", "docs/agent33/orchestrator/", transformed));
            rules.add(rule("prompts", "core/prompts/**", "docs/agent33/prompts/", transformed));
            rules.add(rule("mirror", "core/**", "docs/agent33/", transformed));
            rules.add(paired("specs", "core/orchestrator/**/*.md", "docs/agent33/orchestrator/", transformed));
            rules.add(paired("texts", "core/prompts/**", "docs/agent33/prompts/", transformed));
        }
        rules.add(with(builder(EXAMPLE, "core/orchestrator/**/*.md", "org/example"), true)
                .targetPath("docs/agent33/orchestrator/")
                .addInclude("core/orchestrator/*.md")
                .addInclude("core/orchestrator/handoff/*.md")
                .addExclude("core/orchestrator/distribution/**")
                .build());
        synced = LinkedReleases.of(folder, rules);
    }

    private static SyncRule rule(String id, String source, String target, boolean transformed) {
        String name = transformed ? id + TRANSFORMED : id;
        return with(builder(name, source, "org/" + name), transformed)
                .targetPath(target)
                .build();
    }

    private static SyncRule paired(String id, String source, String target, boolean transformed) {
        return with(
                        builder(
                                transformed ? id + TRANSFORMED : id,
                                source,
                                transformed ? "org/pair" + TRANSFORMED : "org/pair"),
                        transformed)
                .targetPath(target)
                .build();
    }

    /** Upstream has broken links and private paths, which would block. */
    private static SyncRuleBuilder builder(String id, String source, String repository) {
        return SyncRule.builder(id)
                .source(source)
                .targetRepo(repository)
                .frequency(Frequency.ON_RELEASE)
                .validation(Validation.defaults()
                        .with(Check.SECRET_SCAN, Severity.WARN)
                        .with(Check.LINK_INTEGRITY, Severity.WARN));
    }

    private static SyncRuleBuilder with(SyncRuleBuilder rule, boolean transforms) {
        return transforms
                ? rule.addTransform(new TransformStep("strip_internal_links", Map.of()))
                        .addTransform(
                                new TransformStep("rewrite_paths", Map.of("from", "core/", "to", "docs/agent33/")))
                : rule;
    }

    @Test
    void theCheckFindsWhatASecondReadingOfTheTreeFinds() {
        for (LinkedReleases.Seen seen : synced.all()) {
            assertThat(places(seen, "")).as("%s", seen).isEqualTo(broken(seen));
        }
    }

    @Test
    void upstreamsOwnDefectsAreFoundWithTheirPlaces() throws IOException {
        for (String release : Corpus.RELEASES) {
            assertThat(places(synced.of("mirror", release), "link-broken-upstream"))
                    .as(release)
                    .isEqualTo(upstreamsOwn(release));
        }
    }

    @Test
    void withTheTransformsTheSyncBreaksNothing() throws IOException {
        for (LinkedReleases.Seen seen : synced.all()) {
            if (seen.rule().equals("mirror" + TRANSFORMED)) {
                assertThat(upstreamsOwn(seen.release())).containsAll(places(seen, ""));
            } else if (seen.rule().endsWith(TRANSFORMED) || seen.rule().equals(EXAMPLE)) {
                assertThat(seen.findings()).as("%s", seen).isEmpty();
            }
            assertThat(seen.findings())
                    .as("%s", seen)
                    .extracting(Finding::code)
                    .allMatch("link-broken-upstream"::equals);
        }
    }

    @Test
    void everyPathThatWasRewrittenIsThere() {
        for (LinkedReleases.Seen seen : synced.all()) {
            assertThat(seen.verdicts())
                    .as("%s", seen)
                    .filteredOn(CorpusLinksTest::isRewritten)
                    .extracting(PlainVerdict::end)
                    .allMatch(PlainVerdict.End.THERE::equals);
        }
        assertThat(rewritten(synced.of("mirror" + TRANSFORMED, "v2.8.0"))).isGreaterThan(800);
    }

    /** Deleted files are not delivered any more, so that links to them are upstream's own fault, or unlinked. */
    @Test
    void linksToWhatUpstreamDeletedAreUnlinkedByTheTransformAlone() {
        assertThat(places(synced.of("mirror", "v2.5.0"), "")).contains("docs/agent33/INDEX.md:24:3");
        assertThat(places(synced.of("mirror" + TRANSFORMED, "v2.5.0"), ""))
                .contains("docs/agent33/INDEX.md:15:3")
                .doesNotContain("docs/agent33/INDEX.md:24:3");
    }

    @Test
    void whereUpstreamItselfIsBrokenTheDefaultsBlock() {
        SyncRule strict = builder("strict", "core/**", "org/strict")
                .targetPath("docs/agent33/")
                .validation(Validation.defaults().with(Check.SECRET_SCAN, Severity.WARN))
                .build();

        RuleResult result = synced.run("v2.4.0", List.of(strict)).results().get(0);

        assertThat(result.outcome())
                .isInstanceOfSatisfying(
                        RuleOutcome.Blocked.class,
                        blocked -> assertThat(blocked.objections())
                                .hasSize(27)
                                .allMatch(objection -> objection.code().equals("link-broken-upstream")));
    }

    @Test
    void thePageTellsTheseFigures() throws IOException {
        String page = Files.readString(Path.of("../docs/references.md"), UTF_8);
        List<String> rows = Stream.of(EXAMPLE, "mirror" + TRANSFORMED)
                .flatMap(rule -> Corpus.RELEASES.stream().map(release -> row(synced.of(rule, release))))
                .toList();
        assertThat(page.lines().filter(line -> line.startsWith("| v2."))).containsExactlyElementsOf(rows);
    }

    /** Release, rule, files, links to the repository, paths rewritten, other path mentions, broken links. */
    private static String row(LinkedReleases.Seen seen) {
        long links = seen.verdicts().stream()
                .filter(each -> each.reference().kind() == Kind.LINK && each.end() != PlainVerdict.End.WEB)
                .count();
        long mentions = seen.verdicts().stream()
                .filter(each -> each.reference().kind() == Kind.MENTION)
                .count();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %d | %d | %d | %d |",
                seen.release(),
                seen.rule().equals(EXAMPLE) ? "example" : "`core/**`",
                seen.files(),
                links,
                rewritten(seen),
                mentions - rewritten(seen),
                broken(seen).size());
    }

    private static long rewritten(LinkedReleases.Seen seen) {
        return seen.verdicts().stream().filter(CorpusLinksTest::isRewritten).count();
    }

    private static boolean isRewritten(PlainVerdict verdict) {
        return verdict.reference().kind() == Kind.MENTION
                && verdict.reference().destination().startsWith("docs/agent33/");
    }

    /** Where problems of that code, or of all codes, are told. */
    private static List<String> places(LinkedReleases.Seen seen, String code) {
        return seen.findings().stream()
                .filter(finding -> finding.level() == Finding.Level.PROBLEM)
                .filter(finding -> code.isEmpty() || finding.code().equals(code))
                .map(finding -> finding.where().toString())
                .sorted()
                .toList();
    }

    private static List<String> broken(LinkedReleases.Seen seen) {
        return seen.verdicts().stream()
                .filter(PlainVerdict::broken)
                .map(PlainVerdict::place)
                .sorted()
                .toList();
    }

    /** As {@code broken-upstream.txt} lists them, below {@code docs/agent33/}. */
    private static List<String> upstreamsOwn(String release) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("src/test/resources/corpus/broken-upstream.txt"), UTF_8)) {
            return lines.filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", 4))
                    .filter(line -> line[0].compareTo(release) <= 0 && release.compareTo(line[1]) <= 0)
                    .map(line -> line[2].replaceFirst("core/", "docs/agent33/"))
                    .sorted()
                    .toList();
        }
    }
}
