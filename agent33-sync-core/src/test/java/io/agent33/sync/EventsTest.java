package io.agent33.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.event.SyncEvent;
import io.agent33.sync.api.publish.Publication;
import io.agent33.sync.api.publish.PullRequestPublisher;
import io.agent33.sync.api.report.Proposal;
import io.agent33.sync.api.repository.BranchUpdate;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.api.repository.Traffic;
import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.api.rule.RuleSource;
import io.agent33.sync.api.rule.SyncRule;
import io.agent33.sync.api.trigger.SyncTrigger;
import io.agent33.sync.testkit.memory.RecordingListener;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told to those who watch: the law of {@code SyncListener}. */
class EventsTest {
    private static final RepositoryId WEBAPP = RepositoryId.of("org/webapp");

    private final World world = new World();
    private final RecordingListener heard = new RecordingListener();
    /** Moves only when a test moves it. */
    private final AtomicLong nanos = new AtomicLong();

    @BeforeEach
    void aRelease() {
        world.upstream.commit("a").file("core/a.md", "1\n").tag("v1.0.0");
    }

    private SyncEngineBuilder engine() {
        return world.engine().addListener(heard).nanoTime(nanos::get);
    }

    private void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void aRunTellsItsStepsInOrder() {
        engine().build().run();

        assertThat(heard.kinds())
                .containsExactly(
                        "RunStarted",
                        "RulesRead",
                        "UpstreamRead",
                        "DownstreamsFound",
                        "DownstreamStarted",
                        "DownstreamRead",
                        "RulePlanned",
                        "BranchPushed",
                        "Published",
                        "RuleFinished",
                        "DownstreamFinished",
                        "RunFinished");
        assertThat(heard.events(SyncEvent.RunStarted.class))
                .containsExactly(new SyncEvent.RunStarted(SyncEvent.Verb.RUN, SyncTrigger.due()));
        assertThat(heard.events(SyncEvent.DownstreamStarted.class))
                .containsExactly(new SyncEvent.DownstreamStarted(WEBAPP, List.of("docs")));
        assertThat(heard.events(SyncEvent.BranchPushed.class)).singleElement().satisfies(pushed -> {
            assertThat(pushed.branch()).isEqualTo("agent33-sync/v1.0.0/docs");
            assertThat(pushed.update()).isInstanceOf(BranchUpdate.Done.class);
        });
        assertThat(heard.events(SyncEvent.Published.class))
                .singleElement()
                .satisfies(published -> assertThat(published.publication()).isInstanceOf(Publication.Opened.class));
    }

    @Test
    void aPlanTellsWhatItReadAndPlannedAndNoMore() {
        engine().build().plan(SyncTrigger.release());

        assertThat(heard.kinds())
                .containsExactly(
                        "RunStarted",
                        "RulesRead",
                        "UpstreamRead",
                        "DownstreamsFound",
                        "DownstreamStarted",
                        "DownstreamRead",
                        "RulePlanned",
                        "DownstreamFinished",
                        "RunFinished");
        assertThat(heard.events(SyncEvent.RulePlanned.class))
                .singleElement()
                .satisfies(planned -> assertThat(planned.plan()).isInstanceOf(Proposal.class));
        assertThat(heard.events(SyncEvent.RunFinished.class))
                .containsExactly(new SyncEvent.RunFinished(SyncEvent.Verb.PLAN, 1, 1, 0, Duration.ZERO, Traffic.NONE));
    }

    @Test
    void aRepeatedRunTellsNoPush() {
        engine().build().run();
        RecordingListener again = new RecordingListener();

        world.engine().addListener(again).build().run();

        assertThat(again.kinds()).contains("Published", "RuleFinished").doesNotContain("BranchPushed");
    }

    @Test
    void aBranchThatIsTakenAwayIsTold() {
        world.run();
        world.upstream.commit("b").file("core/a.md", "2\n").tag("v1.1.0");

        engine().build().run();

        assertThat(heard.events(SyncEvent.BranchDeleted.class))
                .extracting(SyncEvent.BranchDeleted::branch)
                .containsExactly("agent33-sync/v1.0.0/docs");
    }

    @Test
    void durationsAreThoseOfTheStepsAndContainOneAnother() {
        RuleSource rules = context -> {
            passes(Duration.ofSeconds(3));
            return RuleSource.of(world.rules).read(context);
        };
        PullRequestPublisher publisher = draft -> {
            passes(Duration.ofSeconds(7));
            return world.publisher.publish(draft);
        };

        engine().rules(rules).publisher(publisher).build().run();

        assertThat(took("RulesRead")).isEqualTo(Duration.ofSeconds(3));
        assertThat(took("RulePlanned")).isEqualTo(Duration.ZERO);
        assertThat(took("Published")).isEqualTo(Duration.ofSeconds(7));
        assertThat(took("RuleFinished")).isEqualTo(Duration.ofSeconds(7));
        assertThat(took("DownstreamFinished")).isEqualTo(Duration.ofSeconds(7));
        assertThat(took("RunFinished")).isEqualTo(Duration.ofSeconds(10));
    }

    private Duration took(String kind) {
        return heard.events(SyncEvent.Timed.class).stream()
                .filter(event -> event.getClass().getSimpleName().equals(kind))
                .map(SyncEvent.Timed::took)
                .reduce(Duration.ZERO, Duration::plus);
    }

    @Test
    void trafficIsThatOfTheStepsAndAddsUp() {
        Counting webapp = new Counting(30, 500);
        Counting upstream = new Counting(4_000, 0);

        engine().upstream(upstream.on(UpstreamRepository.class, world.upstream, "refs"))
                .downstreams(id ->
                        webapp.on(DownstreamRepository.class, world.webapp().open(), "tree", "push"))
                .build()
                .run();

        assertThat(traffic("UpstreamRead")).isEqualTo(new Traffic(4_000, 0));
        assertThat(traffic("DownstreamRead")).isEqualTo(new Traffic(30, 500));
        assertThat(traffic("RulePlanned")).isEqualTo(new Traffic(30, 500));
        assertThat(traffic("BranchPushed")).isEqualTo(new Traffic(30, 500));
        assertThat(traffic("DownstreamFinished")).isEqualTo(webapp.traffic());
        assertThat(traffic("RunFinished")).isEqualTo(webapp.traffic().plus(new Traffic(4_000, 0)));
    }

    private Traffic traffic(String kind) {
        return heard.events(SyncEvent.Transfer.class).stream()
                .filter(event -> event.getClass().getSimpleName().equals(kind))
                .map(SyncEvent.Transfer::traffic)
                .reduce(Traffic.NONE, Traffic::plus);
    }

    /** Any port, with a counter that some of its methods move. */
    private static final class Counting {
        private final Traffic each;
        private Traffic sum = Traffic.NONE;

        Counting(long received, long sent) {
            this.each = new Traffic(received, sent);
        }

        synchronized Traffic traffic() {
            return sum;
        }

        private synchronized void move() {
            sum = sum.plus(each);
        }

        <T> T on(Class<T> port, T real, String... moving) {
            return port.cast(Proxy.newProxyInstance(
                    port.getClassLoader(), new Class<?>[] {port}, (proxy, method, with) -> {
                        if (method.getName().equals("traffic")) {
                            return traffic();
                        }
                        if (List.of(moving).contains(method.getName())) {
                            move();
                        }
                        try {
                            return method.invoke(real, with);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }
    }

    @Test
    void aCounterThatThrowsCostsNothing() {
        assertThat(engine().upstream((UpstreamRepository) Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {UpstreamRepository.class},
                                (p, method, with) -> {
                                    if (method.getName().equals("traffic")) {
                                        throw new IllegalStateException("a defect");
                                    }
                                    return method.invoke(world.upstream, with);
                                }))
                        .build()
                        .run()
                        .successful())
                .isTrue();
        assertThat(traffic("RunFinished")).isEqualTo(Traffic.NONE);
    }

    @Test
    void downstreamsMixAndEachHasItsStepsInOrder() {
        String[] names = IntStream.range(0, 12).mapToObj(i -> "org/r" + i).toArray(String[]::new);
        Arrays.stream(names)
                .forEach(name -> world.downstreams.create(name).commit("first").file("README.md", ""));
        world.rules(Arrays.stream(names)
                .map(name ->
                        World.rule(name.replace("org/", "")).targetRepo(name).build())
                .toArray(SyncRule[]::new));

        engine().parallelism(6).build().run();

        assertThat(heard.kinds()).startsWith("RunStarted", "RulesRead").endsWith("DownstreamFinished", "RunFinished");
        assertThat(heard.events(SyncEvent.DownstreamsFound.class).get(0).repositories())
                .extracting(RepositoryId::value)
                .containsExactlyInAnyOrder(names);
        assertThat(names)
                .allSatisfy(name -> assertThat(stepsOf(name))
                        .containsExactly(
                                "DownstreamStarted",
                                "DownstreamRead",
                                "RulePlanned",
                                "BranchPushed",
                                "Published",
                                "RuleFinished",
                                "DownstreamFinished"));
    }

    /** The kinds of events that name a downstream. */
    private List<String> stepsOf(String repository) {
        RepositoryId id = RepositoryId.of(repository);
        return heard.events().stream()
                .filter(event -> Stream.of(event.toString().split("[\\[\\], =]"))
                        .filter(word -> !(event instanceof SyncEvent.DownstreamsFound))
                        .anyMatch(id.value()::equals))
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }

    @Test
    void aRuleThatFailsHasNoStepsButItsEnd() {
        world.downstreams.get("org/webapp").vanish();

        engine().build().run();

        assertThat(heard.kinds()).containsSubsequence("DownstreamStarted", "RuleFinished", "DownstreamFinished");
        assertThat(heard.kinds()).doesNotContain("DownstreamRead", "RulePlanned", "BranchPushed", "Published");
        assertThat(heard.events(SyncEvent.RunFinished.class))
                .extracting(SyncEvent.RunFinished::needAttention)
                .containsExactly(1);
    }

    @Test
    void afterAnExceptionNothingComes() {
        SyncEngine engine = engine().build();

        assertThatThrownBy(() -> engine.run(SyncTrigger.release("v9.9.9"))).isInstanceOf(ConfigurationException.class);

        assertThat(heard.kinds())
                .startsWith("RunStarted", "RulesRead")
                .doesNotContain("DownstreamsFound", "RunFinished");
    }
}
