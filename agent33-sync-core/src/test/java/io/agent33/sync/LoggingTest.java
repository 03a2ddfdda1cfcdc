package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.publish.PullRequestDraft;
import io.agent33.sync.api.publish.PullRequestPublisher;
import io.agent33.sync.api.rule.TransformStep;
import io.agent33.sync.api.transform.Transform;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.slf4j.helpers.BasicMDCAdapter;
import org.slf4j.spi.MDCAdapter;

/** What is logged during a run says what it is about: SLF4J's MDC has the downstream, the rule and the release. */
class LoggingTest {
    private static final Map<String, String> RULE =
            Map.of("agent33.downstream", "org/webapp", "agent33.rule", "docs", "request", "4711");

    private final World world = new World();
    private final List<Map<String, String>> seen = Collections.synchronizedList(new ArrayList<>());
    private MDCAdapter before = MDC.getMDCAdapter();

    /** The logger of these tests has no MDC; a host's logger has. */
    @BeforeEach
    void aLoggerWithAContext() throws ReflectiveOperationException {
        before = MDC.getMDCAdapter();
        use(new BasicMDCAdapter());
        world.upstream.commit("1").file("core/a.md", "1\n").tag("v1.0.0");
        MDC.put("request", "4711");
    }

    @AfterEach
    void theLoggerThatWasThere() throws ReflectiveOperationException {
        use(before);
    }

    private static void use(MDCAdapter adapter) throws ReflectiveOperationException {
        Field field = MDC.class.getDeclaredField("MDC_ADAPTER");
        field.setAccessible(true);
        field.set(null, adapter);
    }

    private void note() {
        seen.add(Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.of()));
    }

    private PullRequestPublisher noting() {
        return new PullRequestPublisher() {
            @Override
            public Publication publish(PullRequestDraft draft) {
                note();
                return world.publisher.publish(draft);
            }
        };
    }

    private static Map<String, String> released(String release) {
        Map<String, String> all = new HashMap<>(RULE);
        all.put("agent33.release", release);
        return all;
    }

    @Test
    void whatARunLogsNamesDownstreamRuleAndReleaseAndKeepsTheHostsOwn() {
        world.engine().publisher(noting()).build().run();

        assertThat(seen).containsExactly(released("v1.0.0"));
        assertThat(MDC.getCopyOfContextMap()).isEqualTo(Map.of("request", "4711"));
    }

    @Test
    void aPluginLogsOnItsOwnThreadWithTheSame() {
        Transform noting = (document, context) -> {
            note();
            return document;
        };
        world.rules(World.rule("docs")
                .addTransform(new TransformStep("noting", Map.of()))
                .build());

        world.engine().transform("noting", noting).build().run();

        assertThat(seen).isNotEmpty().allSatisfy(context -> assertThat(context).containsAllEntriesOf(RULE));
    }

    @Test
    void driftIsLookedForWithTheSame() {
        world.syncAndMerge();

        world.engine()
                .downstreams(id -> {
                    note();
                    return world.downstreams.open(id);
                })
                .build()
                .drift();

        assertThat(seen).containsExactly(RULE);
    }
}
