package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.report.SyncReport;
import io.agent33.sync.api.repository.RepoPath;
import io.agent33.sync.api.rule.Strategy;
import io.agent33.sync.api.rule.TransformStep;
import io.agent33.sync.api.transform.Document;
import io.agent33.sync.api.transform.Transform;
import io.agent33.sync.api.transform.TransformProvider;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Transforms of a rule: the engine's own and the host's (S5). */
class TransformsTest {
    private final World world = new World();

    @BeforeEach
    void oneRelease() {
        world.upstream
                .commit("1")
                .file("core/a.md", "\uFEFF# Term\r\nTerm\r\n")
                .file("core/sub/b.txt", "Term")
                .file("core/c.bin", "Term\0Term")
                .file("terms.yaml", "Term")
                .tag("v1.0.0");
    }

    private SyncReport run(Map<String, TransformProvider> registered, TransformStep... steps) {
        var rule = World.rule("docs");
        for (TransformStep step : steps) {
            rule.addTransform(step);
        }
        world.rules(rule.build());
        SyncEngineBuilder engine = world.engine().pluginLimit(Duration.ofSeconds(20));
        registered.forEach(engine::transform);
        return engine.build().run();
    }

    private SyncReport run(Transform transform) {
        return run(Map.of("glossary", TransformProvider.of(transform)), step("glossary"));
    }

    private static TransformStep step(String name) {
        return new TransformStep(name, Map.of());
    }

    private String delivered(String path) {
        return world.files(world.webapp().tree("agent33-sync/v1.0.0/docs")).get(path);
    }

    private static Document replaced(Document document, String by) {
        int at = document.text().indexOf("Term");
        return at < 0 ? document : document.replace(at, at + 4, by);
    }

    @Test
    void aHostsTransformChangesTextsAndNoBinaries() {
        run((document, context) -> replaced(
                document, context.targetRepo() + "\n" + context.release().label()));

        assertThat(delivered("docs/a.md"))
                .as("byte-order mark and line ends are the file's")
                .isEqualTo("\uFEFF# org/webapp\r\nv1.0.0\r\nTerm\r\n");
        assertThat(delivered("docs/sub/b.txt")).isEqualTo("org/webapp\nv1.0.0");
        assertThat(delivered("docs/c.bin")).isEqualTo("Term\0Term");
    }

    @Test
    void transformsWorkInTheirOrderBehindTheStrategy() {
        Transform shout = (document, context) -> replaced(document, "TERM");
        Transform whisper = (document, context) -> {
            int at = document.text().indexOf("TERM");
            return at < 0 ? document : document.replace(at, at + 4, "term");
        };
        Map<String, TransformProvider> both =
                Map.of("shout", TransformProvider.of(shout), "whisper", TransformProvider.of(whisper));

        run(both, step("shout"), step("whisper"), step("stamp_version"));

        assertThat(delivered("docs/sub/b.txt")).isEqualTo("term");
        assertThat(delivered("docs/a.md")).isEqualTo("\uFEFF<!-- agent33-sync: v1.0.0 -->\r\n# term\r\nTerm\r\n");
    }

    @Test
    void whatATransformLeavesAloneIsTheUpstreamsOwnBlob() {
        world.syncAndMerge();
        assertThat(world.run().results()).hasSize(1);

        SyncReport report = run((document, context) -> document);

        assertThat(World.only(report).toString()).contains("Current");
    }

    @Test
    void stubsAreTransformedToo() {
        world.rules(World.rule("docs")
                .strategy(Strategy.REFERENCE)
                .addExclude("**/*.bin")
                .addTransform(step("stamp_version"))
                .build());
        world.run();

        assertThat(delivered("docs/a.md")).startsWith("<!-- agent33-sync: v1.0.0 -->\n# `a.md`");
    }

    @Test
    void aTransformReadsTheUpstreamAndSeesWhatIsDelivered() {
        StringBuffer seen = new StringBuffer();
        run((document, context) -> {
            if (document.source().endsWith("a.md")) {
                seen.append(context.files().text("terms.yaml")).append(' ');
                seen.append(context.files().text("core/c.bin")).append(' ');
                seen.append(context.files().has("core/sub")).append(' ');
                seen.append(context.files().everHad("core/none")).append(' ');
                seen.append(context.delivered().file("core/sub/b.txt")).append(' ');
                seen.append(context.delivered().folder("core/sub")).append(' ');
                seen.append(context.delivered().file("terms.yaml"));
            }
            return document;
        });

        assertThat(seen)
                .hasToString("Optional[Term] Optional.empty true false Optional[docs/sub/b.txt] Optional[docs/sub]"
                        + " Optional.empty");
    }

    @Test
    void whatUpstreamOnceHadIsKnown() {
        world.upstream.commit("2").delete("core/sub/b.txt").tag("v1.1.0");
        StringBuffer seen = new StringBuffer();

        run((document, context) -> {
            seen.append(context.files().has("core/sub/b.txt"))
                    .append(context.files().everHad("core/sub/b.txt"))
                    .append(context.files().everHad("core/sub"));
            return document;
        });

        assertThat(seen.toString()).startsWith("falsetruetrue");
    }

    @Test
    void optionsThatATransformDoesNotKnowAreAnObjectionToTheRule() {
        TransformProvider glossary = options -> {
            options.text("file");
            options.flag("strict");
            return (document, context) -> document;
        };

        SyncReport report =
                run(Map.of("glossary", glossary), new TransformStep("glossary", Map.of("strict", "very", "fiel", "x")));

        assertThat(report.results()).isEmpty();
        assertThat(report.objections())
                .extracting(Objection::code, Objection::subject)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("missing-key", "sync_rule.transforms[0].glossary.file"),
                        org.assertj.core.groups.Tuple.tuple("wrong-type", "sync_rule.transforms[0].glossary.strict"),
                        org.assertj.core.groups.Tuple.tuple("unknown-key", "sync_rule.transforms[0].glossary.fiel"));
    }

    @Test
    void aTransformThatThrowsBlocksItsRuleAndNoOther() {
        world.rules(
                World.rule("bad")
                        .targetPath("bad/")
                        .addTransform(step("broken"))
                        .build(),
                World.rule("good").targetPath("good/").build());

        SyncReport report = world.engine()
                .transform("broken", (document, context) -> {
                    throw new IllegalStateException("a defect");
                })
                .build()
                .run();

        assertThat(report.results().get(0).outcome().toString())
                .contains("plugin-failed", "transform \"broken\" for core/a.md", "a defect");
        assertThat(report.results().get(1).outcome().toString()).contains("Proposed");
    }

    @Test
    @SuppressWarnings("NullAway") // what a careless plugin does
    void aTransformThatReturnsNullBlocksItsRule() {
        assertThat(World.only(run((document, context) -> null)).toString())
                .contains("plugin-failed", "glossary", "null");
    }

    @Test
    void aTransformThatHangsBlocksItsRule() {
        CountDownLatch never = new CountDownLatch(1);
        world.rules(World.rule("docs").addTransform(step("slow")).build());

        SyncReport report = world.engine()
                .pluginLimit(Duration.ofSeconds(2))
                .transform("slow", (document, context) -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return document;
                })
                .build()
                .run();

        assertThat(World.only(report).toString()).contains("plugin-failed", "slow", "within 2000 ms");
    }

    @Test
    void aTransformThatAnswersWithAnotherFileOrWithNoTextBlocksItsRule() {
        assertThat(World.only(run((document, context) ->
                                new Document(document.source(), RepoPath.of("docs/other"), document.text())))
                        .toString())
                .contains("plugin-failed", "the same file");
        assertThat(World.only(run((document, context) -> document.replace(0, 0, "\0")))
                        .toString())
                .contains("plugin-failed", "NUL");
        assertThat(World.only(run((document, context) -> document.replace(0, 0, "\uD800")))
                        .toString())
                .contains("plugin-failed", "half of a character");
    }

    @Test
    void aNameIsTakenOnce() {
        SyncEngineBuilder builder = SyncEngine.builder().transform("mine", (document, context) -> document);

        assertThatThrownBy(() -> builder.transform("mine", (document, context) -> document))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.transform("stamp_version", (document, context) -> document))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.pluginLimit(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }
}
