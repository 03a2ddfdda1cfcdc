package io.agent33.sync.it.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.SyncEngine;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.RuleResult;
import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.api.rule.Severity;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.rule.SyncRuleBuilder;
import io.agent33.sync.api.rule.TransformStep;
import io.agent33.sync.api.rule.Validation;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.api.validate.Check;
import io.agent33.sync.core.git.GitDownstreams;
import io.agent33.sync.core.git.GitUpstream;
import io.agent33.sync.core.markdown.MarkdownText;
import io.agent33.sync.core.markdown.PathMentions;
import io.agent33.sync.core.markdown.Reference;
import io.agent33.sync.core.publish.FolderPublisher;
import io.agent33.sync.it.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The specification's example rule over the real corpus, and three rules that lay it out otherwise: every byte that changes
 * belongs to a reference.
 */
@Tag("corpus")
class CorpusRewritingTest {
    private static final String EXAMPLE = "org/webapp";
    private static final String SPLIT = "org/split";

    private static final List<SyncRule> RULES = List.of(
            rule("sync-webapp-orchestrator", EXAMPLE, "core/orchestrator/**/*.md", "docs/agent33/orchestrator/")
                    .addInclude("core/orchestrator/*.md")
                    .addInclude("core/orchestrator/handoff/*.md")
                    .addExclude("core/orchestrator/distribution/**")
                    .build(),
            rule("indexes", SPLIT, "core/*.md", "docs/agent33/").build(),
            rule("triggers", SPLIT, "core/orchestrator/triggers/**", "triggers/")
                    .build(),
            rule("orchestrator", SPLIT, "core/orchestrator/**", "docs/agent33/orchestrator/")
                    .addExclude("core/orchestrator/{triggers,handoff}/**")
                    .build());

    @TempDir
    static Path folder;

    private static Path upstream;
    private static Path source;
    private static final Map<String, BareDownstream> DOWNSTREAMS = new TreeMap<>();

    /** Upstream has broken links and private paths, which would block. */
    private static SyncRuleBuilder rule(String id, String repository, String files, String targetPath) {
        return SyncRule.builder(id)
                .source(files)
                .targetRepo(repository)
                .targetPath(targetPath)
                .frequency(Frequency.ON_RELEASE)
                .addTransform(new TransformStep("strip_internal_links", Map.of()))
                .addTransform(new TransformStep("rewrite_paths", Map.of("from", "core/", "to", "docs/agent33/")))
                .validation(Validation.defaults()
                        .with(Check.SECRET_SCAN, Severity.WARN)
                        .with(Check.LINK_INTEGRITY, Severity.WARN)
                        .with(Check.SCHEMA_CHECK, Severity.WARN));
    }

    @BeforeAll
    static void repositories() {
        upstream = Corpus.clone(folder);
        source = folder.resolve("source");
        Command.git(folder, "clone", "--quiet", upstream.toString(), source.toString());
        Stream.of(EXAMPLE, SPLIT).forEach(id -> DOWNSTREAMS.put(id, BareDownstream.create(folder, id)));
    }

    /** What there is of a release in a downstream: counted once, and looked at by eye. */
    private record Counts(int files, int changed, int unlinked, int rewritten, int rebased) {}

    @Test
    void nothingButReferencesChanges() throws IOException {
        Map<String, Counts> counts = new TreeMap<>();
        for (String release : Corpus.RELEASES) {
            deliver(release);
            for (String downstream : DOWNSTREAMS.keySet()) {
                counts.put(downstream + " " + release, counted(downstream));
            }
        }

        assertThat(counts)
                .containsEntry("org/webapp v2.0.0", new Counts(35, 22, 0, 124, 0))
                .containsEntry("org/webapp v2.2.0", new Counts(36, 23, 0, 130, 0))
                .containsEntry("org/webapp v2.8.0", new Counts(38, 23, 0, 131, 0))
                .containsEntry("org/split v2.0.0", new Counts(32, 21, 3, 136, 0))
                .containsEntry("org/split v2.4.0", new Counts(77, 45, 31, 269, 3))
                .containsEntry("org/split v2.8.0", new Counts(79, 46, 29, 276, 3));
    }

    private static void deliver(String release) {
        try (SyncEngine engine = SyncEngine.builder()
                .upstream(GitUpstream.at(upstream.toString()).cache(folder.resolve("cache")))
                .downstreams(GitDownstreams.byTemplate(folder.resolve("bare") + "/{repo}.git")
                        .cache(folder.resolve("cache")))
                .rules(RuleSource.of(RULES.toArray(SyncRule[]::new)))
                .publisher(FolderPublisher.to(folder.resolve("pull-requests")))
                .build()) {
            for (RuleResult result : engine.run(SyncTrigger.release(release)).results()) {
                assertThat(result.outcome().needsAttention()).as("%s", result).isFalse();
                if (result.outcome() instanceof RuleOutcome.Proposed proposed) {
                    DOWNSTREAMS
                            .get(result.repository().value())
                            .merge(proposed.head().branch());
                }
            }
        }
        Command.git(source, "checkout", "--quiet", release);
    }

    private static Counts counted(String downstream) throws IOException {
        Counts sum = new Counts(0, 0, 0, 0, 0);
        for (String path : DOWNSTREAMS.get(downstream).paths()) {
            String before = Files.readString(source.resolve(sourceOf(path)));
            String after = Files.readString(DOWNSTREAMS.get(downstream).checkedOut(path));
            assertThat(holdsInOrder(after, outside(path, before)))
                    .as("%s of %s", path, downstream)
                    .isTrue();
            sum = plus(sum, path, before, after);
        }
        return sum;
    }

    private static String sourceOf(String path) {
        return path.startsWith("triggers/")
                ? "core/orchestrator/" + path
                : "core/" + path.substring("docs/agent33/".length());
    }

    private static Counts plus(Counts sum, String path, String before, String after) {
        return new Counts(
                sum.files + 1,
                sum.changed + (after.equals(before) ? 0 : 1),
                sum.unlinked + links(path, before).size() - links(path, after).size(),
                sum.rewritten + moved(path, after) - moved(path, before),
                sum.rebased + rebased(links(path, before), links(path, after)));
    }

    private static List<Reference> references(String path, String text) {
        return path.endsWith(".md") ? MarkdownText.parse(text).references() : PathMentions.in(text);
    }

    /** What stands between references. */
    private static List<String> outside(String path, String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (Reference reference : references(path, text)) {
            if (reference.range().start() >= from) {
                parts.add(text.substring(from, reference.range().start()));
                from = reference.range().end();
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static boolean holdsInOrder(String text, List<String> parts) {
        int at = 0;
        for (String part : parts) {
            int found = text.indexOf(part, at);
            if (found < 0) {
                return false;
            }
            at = found + part.length();
        }
        return at == text.length() || parts.get(parts.size() - 1).isEmpty();
    }

    private static List<String> links(String path, String text) {
        return references(path, text).stream()
                .filter(each -> !each.form().isMention())
                .map(each -> each.destination().url())
                .toList();
    }

    private static int rebased(List<String> before, List<String> after) {
        List<String> others = new ArrayList<>(after);
        before.forEach(others::remove);
        return others.size();
    }

    private static int moved(String path, String text) {
        return (int) references(path, text).stream()
                .filter(each -> each.form().isMention())
                .filter(each -> each.destination().path().matches("(docs/agent33|triggers)/.*"))
                .count();
    }
}
