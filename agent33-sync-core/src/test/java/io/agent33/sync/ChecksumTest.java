package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.report.RuleOutcome;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.repository.DownstreamRepositories;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.repository.TreeEdit;
import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.api.rule.Severity;
import io.agent33.sync.api.rule.TransformStep;
import io.agent33.sync.api.rule.Validation;
import io.agent33.sync.api.transform.TransformProvider;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.api.validate.Check;
import io.agent33.sync.api.validate.CheckResult;
import io.agent33.sync.api.validate.CheckStatus;
import io.agent33.sync.api.validate.Finding;
import io.agent33.sync.core.print.OutputFormat;
import io.agent33.sync.core.state.Manifest;
import io.agent33.sync.core.state.ManifestFile;
import io.agent33.sync.core.state.ManifestFormat;
import io.agent33.sync.core.state.StateFolder;
import io.agent33.sync.core.tree.BlobIds;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The checksum (S7): what is proposed is what its source gives, read back from where it lies. */
class ChecksumTest {
    private static final ObjectId A = BlobIds.of("# A\n".getBytes(StandardCharsets.UTF_8));

    private final World world = new World();

    @BeforeEach
    void oneRelease() {
        world.upstream
                .commit("1")
                .file("core/a.md", "# A\n")
                .file("core/b.bin", "b\0")
                .tag("v1.0.0");
    }

    private static byte[] flipped(byte[] content) {
        byte[] other = content.clone();
        other[0] ^= 1;
        return other;
    }

    private static CheckResult checksum(SyncReport report) {
        return report.results().get(0).validation().orElseThrow().checks().get(0);
    }

    private SyncReport run(UpstreamRepository upstream, DownstreamRepositories downstreams) {
        return world.engine()
                .upstream(upstream)
                .downstreams(downstreams)
                .build()
                .run();
    }

    private SyncReport runWithDownstream(Tampering.Content content) {
        return run(world.upstream, Tampering.downstreams(world.downstreams, content));
    }

    private SyncReport runWithUpstream(Tampering.Content content) {
        return run(Tampering.upstream(world.upstream, content), world.downstreams);
    }

    private void assertBlocked(SyncReport report, String code, String... paths) {
        assertThat(World.only(report))
                .isInstanceOfSatisfying(
                        RuleOutcome.Blocked.class,
                        blocked -> assertThat(blocked.objections())
                                .allMatch(objection -> objection.code().equals(code))
                                .extracting(Objection::subject)
                                .containsExactly(paths));
        assertThat(checksum(report).status()).isEqualTo(CheckStatus.FAIL);
        assertThat(checksum(report).findings())
                .extracting(finding -> finding.where().file())
                .containsExactly(paths);
        assertThat(world.publisher.written()).isEmpty();
    }

    private void assertNothingIsPushed() {
        assertThat(world.webapp().writeRequests()).isZero();
    }

    @Test
    void aPlanSaysPassAndAReportCounts() {
        StringBuilder plan = new StringBuilder();
        SyncEngine engine = world.engine().build();
        engine.print(engine.plan(SyncTrigger.due()), OutputFormat.YAML, plan);

        assertThat(plan.toString()).contains("""
                        name: checksum
                """.strip()).contains("compared when it is applied");
        assertThat(checksum(engine.run()))
                .isEqualTo(new CheckResult(Check.CHECKSUM, CheckStatus.PASS, "2/2 files match"));
    }

    @Test
    void aFlippedByteInABlobBlocks() {
        SyncReport report = runWithDownstream((id, content) -> id.equals(A) ? flipped(content) : content);

        assertBlocked(report, "checksum-content", "docs/a.md");
        assertThat(checksum(report).details()).isEqualTo("1/2 files match");
        assertNothingIsPushed();

        assertThat(World.only(world.run()))
                .as("the next run, with a sound repository")
                .isInstanceOf(RuleOutcome.Proposed.class);
    }

    @Test
    void aBlobThatLostItsEndBlocks() {
        SyncReport report = runWithDownstream((id, content) -> id.equals(A) ? new byte[] {'#'} : content);

        assertBlocked(report, "checksum-content", "docs/a.md");
    }

    @Test
    void aPullRequestThatWaitsIsLookedAtToo() {
        world.run();

        SyncReport report = runWithDownstream((id, content) -> id.equals(A) ? flipped(content) : content);

        assertThat(World.codes(report)).containsExactly("checksum-content");
        assertThat(World.only(world.run())).isInstanceOf(RuleOutcome.Waiting.class);
    }

    @Test
    void aTransformThatDoesNotGiveTheSameTwiceBlocks() {
        AtomicInteger calls = new AtomicInteger();
        world.rules(World.rule("docs")
                .addTransform(new TransformStep("count", Map.of()))
                .build());

        SyncReport report = world.engine()
                .transform(
                        "count",
                        TransformProvider.of(
                                (document, context) -> document.replace(0, 0, calls.incrementAndGet() + "\n")))
                .build()
                .run();

        assertBlocked(
                report,
                "checksum-rendering",
                ".agent33-sync-state/docs/baseline/docs/a.md",
                ".agent33-sync-state/docs/manifest.yaml",
                "docs/a.md");
        assertNothingIsPushed();
    }

    @Test
    void aTransformThatFailsTheSecondTimeBlocks() {
        Set<String> seen = new HashSet<>();
        world.rules(World.rule("docs")
                .addTransform(new TransformStep("once", Map.of()))
                .build());

        SyncReport report = world.engine()
                .transform("once", TransformProvider.of((document, context) -> {
                    if (!seen.add(document.source())) {
                        throw new IllegalStateException("seen before");
                    }
                    return document;
                }))
                .build()
                .run();

        assertBlocked(report, "checksum-rendering", "docs");
        assertThat(checksum(report).findings())
                .extracting(Finding::message)
                .first()
                .asString()
                .contains("seen before");
    }

    @Test
    void whatWasReadWronglyOnceBlocks() {
        Set<ObjectId> read = new HashSet<>();

        SyncReport report = runWithUpstream((id, content) -> id.equals(A) && read.add(id) ? flipped(content) : content);

        assertBlocked(report, "checksum-rendering", ".agent33-sync-state/docs/manifest.yaml");
        assertNothingIsPushed();
    }

    @Test
    void anUpstreamsCacheThatIsWrongEachTimeBlocks() {
        // The downstream has the content, so that nobody copies what the upstream's cache holds.
        world.webapp().commit("mine").file("elsewhere.md", "# A\n");

        SyncReport report = runWithUpstream((id, content) -> id.equals(A) ? flipped(content) : content);

        assertBlocked(report, "checksum-content", "docs/a.md");
        assertThat(checksum(report).findings())
                .extracting(Finding::message)
                .first()
                .asString()
                .contains("in the upstream");
        assertNothingIsPushed();
    }

    /** It would be carried on for ever: what did not change is not read when the next manifest is made. */
    @Test
    void aWrongDigestInTheManifestBlocks() throws Exception {
        world.syncAndMerge();
        StateFolder folder = new StateFolder("docs");
        String path = folder.manifest().value();
        Manifest manifest = ManifestFormat.read(
                path, world.text(world.webapp().tree().find(path).orElseThrow()).getBytes(StandardCharsets.UTF_8));
        ManifestFile file = manifest.files().get(0);
        List<ManifestFile> files = new ArrayList<>(manifest.files());
        files.set(
                0,
                new ManifestFile(
                        file.source(),
                        file.target(),
                        file.state(),
                        "0".repeat(64),
                        file.status(),
                        file.baseline(),
                        file.baselineRelease(),
                        file.override(),
                        file.conflict()));
        Manifest wrong = new Manifest(
                manifest.ruleId(),
                manifest.ruleDigest(),
                manifest.upstream(),
                manifest.release(),
                manifest.commit(),
                files);
        world.webapp()
                .commit("a manifest as a broken memory would have made it")
                .file(path, new String(ManifestFormat.write(wrong), StandardCharsets.UTF_8));
        world.upstream.commit("2").file("core/c.md", "# C\n").tag("v1.1.0");

        SyncReport report = world.run();

        assertThat(World.codes(report)).containsExactly("checksum-rendering");
        assertThat(checksum(report).findings())
                .extracting(finding -> finding.where().file())
                .containsExactly(path);
    }

    @Test
    void aBranchThatIsMovedByHandGetsNoPullRequest() {
        SyncReport report = run(
                world.upstream,
                Tampering.afterPush(
                        world.downstreams,
                        draft -> world.webapp().commitOn(draft.branch(), "mine").file("docs/a.md", "# Mine\n")));

        assertThat(World.codes(report)).containsExactly("checksum-branch");
        assertThat(World.only(report)).isInstanceOf(RuleOutcome.Failed.class);
        assertThat(checksum(report).status()).isEqualTo(CheckStatus.FAIL);
        assertThat(world.publisher.written()).isEmpty();
        assertThat(World.only(world.run())).as("somebody else's branch").isInstanceOf(RuleOutcome.LeftAlone.class);
    }

    @Test
    void aBranchThatIsGoneGetsNoPullRequest() {
        SyncReport report = run(
                world.upstream,
                Tampering.afterPush(
                        world.downstreams, draft -> world.webapp().git().deleteBranch(draft.branch())));

        assertThat(World.codes(report)).containsExactly("checksum-branch");
        assertThat(World.only(world.run())).isInstanceOf(RuleOutcome.Proposed.class);
    }

    private void assertOtherTree(UnaryOperator<List<TreeEdit>> built) {
        SyncReport report = run(world.upstream, Tampering.building(world.downstreams, built));

        assertThat(World.codes(report)).containsExactly("checksum-branch");
        assertThat(World.only(report))
                .isInstanceOfSatisfying(
                        RuleOutcome.Failed.class,
                        failed -> assertThat(failed.objection().remedy()).contains("another tree"));
        assertThat(checksum(report).status()).isEqualTo(CheckStatus.FAIL);
        assertThat(world.publisher.written()).isEmpty();
    }

    @Test
    void aTreeThatLacksAFileGetsNoPullRequest() {
        assertOtherTree(edits -> edits.stream()
                .filter(edit -> !edit.path().name().equals("b.bin"))
                .toList());
    }

    @Test
    void aTreeThatHoldsMoreGetsNoPullRequest() {
        assertOtherTree(edits -> Stream.concat(
                        edits.stream(),
                        edits.stream()
                                .filter(edit -> edit.path().name().equals("b.bin"))
                                .limit(1)
                                .map(edit -> new TreeEdit(RepoPath.of("docs/more.bin"), edit.after())))
                .toList());
    }

    @Test
    void aTreeThatHoldsOtherContentGetsNoPullRequest() {
        assertOtherTree(edits -> edits.stream()
                .map(edit -> edit.path().name().equals("b.bin")
                        ? TreeEdit.put(edit.path(), new FileState(FileMode.REGULAR, A))
                        : edit)
                .toList());
    }

    @Test
    void aTreeThatHoldsAnotherModeGetsNoPullRequest() {
        assertOtherTree(edits -> edits.stream()
                .map(edit -> TreeEdit.put(
                        edit.path(),
                        new FileState(
                                FileMode.EXECUTABLE, edit.after().orElseThrow().id())))
                .toList());
    }

    /** What is merged has no SHA-256 in its source: git's own id tells. */
    @Test
    void aMergedFileThatIsDamagedBlocks() {
        world.syncAndMerge();
        world.webapp().commit("mine").file(".agent33-overrides/a.md", "# A\n\nmine\n");
        world.syncAndMerge();
        world.upstream.commit("2").file("core/a.md", "new\n# A\n").tag("v1.1.0");
        ObjectId merged = BlobIds.of("new\n# A\n\nmine\n".getBytes(StandardCharsets.UTF_8));

        SyncReport report = runWithDownstream((id, content) -> id.equals(merged) ? flipped(content) : content);

        assertBlockedIn(report, "docs/a.md");
    }

    @Test
    void aManifestThatIsDamagedBlocks() {
        SyncReport report = runWithDownstream(
                (id, content) -> new String(content, StandardCharsets.UTF_8).contains("rule") && !id.equals(A)
                        ? flipped(content)
                        : content);

        assertBlockedIn(report, ".agent33-sync-state/docs/manifest.yaml");
    }

    private void assertBlockedIn(SyncReport report, String path) {
        assertThat(World.only(report))
                .isInstanceOfSatisfying(
                        RuleOutcome.Blocked.class,
                        blocked -> assertThat(blocked.objections())
                                .extracting(objection -> objection.code() + " " + objection.subject())
                                .contains("checksum-content " + path));
        assertThat(checksum(report).status()).isEqualTo(CheckStatus.FAIL);
    }

    @Test
    void aRuleCanDoWithout() {
        world.rules(World.rule("docs")
                .validation(Validation.defaults().with(Check.CHECKSUM, Severity.OFF))
                .build());

        SyncReport report = runWithDownstream((id, content) -> id.equals(A) ? flipped(content) : content);

        assertThat(World.only(report)).isInstanceOf(RuleOutcome.Proposed.class);
        assertThat(checksum(report)).isEqualTo(new CheckResult(Check.CHECKSUM, CheckStatus.SKIP, "off"));
    }

    @Test
    void mergedFilesMatchToo() {
        world.syncAndMerge();
        world.webapp().commit("mine").file(".agent33-overrides/a.md", "# A\n\nmine\n");
        world.syncAndMerge();
        world.upstream.commit("2").file("core/a.md", "new\n# A\n").tag("v1.1.0");

        SyncReport report = world.run();

        assertThat(World.only(report)).isInstanceOf(RuleOutcome.Proposed.class);
        assertThat(checksum(report).details()).isEqualTo("1/1 files match");
        assertThat(world.files(world.webapp().tree("agent33-sync/v1.1.0/docs")))
                .containsEntry("docs/a.md", "new\n# A\n\nmine\n");
    }

    @Test
    void severalRulesOfOneDownstreamMatch() {
        world.rules(
                World.rule("docs").build(),
                World.rule("more").source("core/*.md").targetPath("more/").build());

        SyncReport report = world.run();

        assertThat(report.results())
                .extracting(result ->
                        result.validation().orElseThrow().checks().get(0).details())
                .isEqualTo(List.of("2/2 files match", "1/1 files match"));
    }
}
